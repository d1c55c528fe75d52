// Answers a question about figures. Somebody who has just done something quotes its event: the answer then
// counts it, or says after two seconds that it does not yet.
import type { CountedFigure } from '../domain/figure-definition';
import type { FigureQuestion, FigureValue } from '../domain/figure-query';
import type { FactReading } from './ports';

/** How long a question waits for what it asks to be covered, and how often it looks (ms). */
const COVERING_WAIT_MS = 2000;
const LOOK_EVERY_MS = 50;

/** A figure of a group. */
export type ShownFigure = FigureValue & Pick<CountedFigure, 'name' | 'measure'>;

/** The figures of one group, in the order of the definitions; a group without cases has 0 of 0. */
interface FigureGroup {
  readonly group: string;
  readonly figures: readonly ShownFigure[];
}

/** An answer: groups by name, `all` alone when nothing is grouped. */
export interface FigureAnswer {
  readonly groups: readonly FigureGroup[];
  readonly asOf: number;
  readonly stale: boolean;
}

/** What an answer needs. */
export interface FigurePorts {
  readonly facts: FactReading;
  readonly pause: (ms: number) => Promise<void>;
}

/** Counts the figures of `definitions`; `covering` is an event id or empty. */
export async function getFigures(
  definitions: readonly CountedFigure[],
  question: FigureQuestion,
  covering: string,
  ports: FigurePorts,
): Promise<FigureAnswer> {
  const covered = await waitFor(covering, ports.facts, ports.pause);
  const { values, asOf, old } = await ports.facts.count(definitions, question);
  const names = new Set(values.flatMap((list) => list.map(({ group }) => group)));
  if (question.by === 'all') names.add('all');
  const groups = [...names].sort().map((group) => ({
    group,
    figures: definitions.map(({ name, measure }, index) => {
      const value = values[index]?.find((one) => one.group === group);
      return { name, measure, ...(value ?? nothingOf(group)) };
    }),
  }));
  return { groups, asOf, stale: old || !covered };
}

function nothingOf(group: string): FigureValue {
  const before = { beforeNumerator: 0, beforeDenominator: 0, excluded: 0 };
  return { group, numerator: 0, denominator: 0, medianMs: 0, p90Ms: 0, ...before };
}

/** An event id is `<instance>/<key>/<writer>/<seq>`; one that is not can never be covered. */
async function waitFor(
  covering: string,
  facts: FactReading,
  pause: (ms: number) => Promise<void>,
): Promise<boolean> {
  if (covering === '') return true;
  const [seq, writer, key] = covering.split('/').reverse();
  if (key === undefined || writer === undefined) return false;
  for (let waited = 0; waited <= COVERING_WAIT_MS; waited += LOOK_EVERY_MS) {
    if ((await facts.seenOf(key, writer)) >= Number(seq)) return true;
    if (waited < COVERING_WAIT_MS) await pause(LOOK_EVERY_MS);
  }
  return false;
}
