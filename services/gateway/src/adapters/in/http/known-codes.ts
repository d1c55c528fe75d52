// Codes by which lists are filtered. One that nobody knows is told, not answered with an empty list: whoever
// mistypes a unit must not believe that it has no cases.
import { classesOf } from '#policy/classes';
import { harmlessEcho } from './echo';
import type { Edge } from './edge';
import { type Refused, refused } from './route';

/** Filters by code; empty ones ask for everything. */
interface CodeFilters {
  readonly unit?: string;
  readonly topic?: string;
  readonly region?: string;
  readonly channel?: string;
  readonly stage?: string;
  readonly class?: string;
}

/** The refusal of codes that neither profile nor packs know; undefined when all are known. */
export function unknownCodes(
  { versions }: Pick<Edge, 'versions'>,
  filters: CodeFilters,
): Refused | undefined {
  const { units, topics, regions } = versions.profile();
  const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);
  const known: Readonly<Record<keyof CodeFilters, readonly string[]>> = {
    unit: codes(units),
    topic: codes(topics),
    region: codes(regions),
    channel: versions.packsInForce().flatMap(({ doors }) => doors.map(({ id }) => id)),
    stage: versions.packsInForce().flatMap(({ stages }) => stages.map(({ id }) => id)),
    class: versions.packsInForce().flatMap((pack) => classesOf(pack).map(({ id }) => id)),
  };
  const wrong = Object.entries(filters).filter(
    ([name, code]) => code !== '' && !known[name as keyof CodeFilters].includes(code),
  );
  if (wrong.length === 0) return undefined;
  const fields = wrong.map(([field, value]) => {
    return { code: 'CODE_UNKNOWN', field, params: harmlessEcho({ field, value }) };
  });
  return refused('INPUT_INVALID', {}, fields);
}
