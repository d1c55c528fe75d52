// Lists that other services keep over all cases, for whoever reads some of them: what he may not read is left
// out before the limit, or a reader of one sector would be shown an empty page behind which his rows stand.
import { ofSeenCases } from './case-rights';
import type { Edge } from './edge';
import type { Asking } from './route';

/** Rows asked of the other service at once. */
export const PAGE = 500;

/** A page of the other service's list; the cursor is empty on the last. */
interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string;
}

/** Rows whose case the asking may read, in their order, up to `limit` or to the end of the list. */
export async function seenRows<Row extends { readonly appealId: string }>(
  edge: Pick<Edge, 'versions' | 'peers' | 'now'>,
  asking: Asking,
  pageAfter: (cursor: string) => Promise<Page<Row>>,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly Row[]> {
  const seen: Row[] = [];
  let cursor = '';
  do {
    const { rows, nextCursor } = await pageAfter(cursor);
    seen.push(...(await ofSeenCases(edge, asking, rows, 'words')));
    cursor = nextCursor;
  } while (cursor !== '' && seen.length < limit);
  return seen.slice(0, limit);
}
