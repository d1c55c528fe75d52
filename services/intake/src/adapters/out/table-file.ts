// The file of a table 汇总表: a workbook within bounds.
import type { Result } from '#kernel/result';
import { type ReadTable, readWorkbook } from '#platform/edge/workbook-reading';

/**
 * More rows than a table may have, so that it is the rule that says so, and no larger than an answer of the
 * web door can carry (gRPC: 4 MiB).
 */
const BOUNDS = {
  bytes: 3_000_000,
  unpackedBytes: 60_000_000,
  rows: 10_100,
  columns: 64,
  cell: 32_767,
} as const;

/** Reads the file; refused whole with a code and nothing of its content. */
export function readTableFile(
  file: Buffer,
): Promise<Result<ReadTable, { readonly code: string; readonly params: Readonly<Record<string, string>> }>> {
  return readWorkbook(file, BOUNDS);
}
