// What a word under `columns` of a report means: which cell it makes of a case, of a unit's figures, of a
// place in a ranking. The words are the pack's (libs/policy/src/pack-words.ts); a word that stands there and
// not here does not compile.
import type { Pack } from '#policy/pack';
import type { CaseColumn } from '#policy/pack-words';
import type { Profile } from '#policy/profile';
import { percentOf, type Rounding, shareText } from '#policy/share';
import type { CaseWords, FigureOfGroup, ReportCase } from './report-sources';

/** A cell: text, a number, an instant (epoch ms) in a column of times, or empty. */
export type Cell = string | number | null;

/** What the cells of a column are, and how wide it is printed (characters). */
export interface ColumnShape {
  readonly kind: 'text' | 'time' | 'count';
  readonly width: number;
}

/** A case with everything its cells may speak of. */
export interface CaseInHand {
  /** From 1. */
  readonly place: number;
  readonly found: ReportCase;
  /** Absent while casework has not read of the case. */
  readonly words: CaseWords | undefined;
  readonly names: Names;
}

/** Names of codes. */
export interface Names {
  readonly unit: (code: string) => string;
  readonly contact: (unit: string) => { readonly name: string; readonly phone: string } | undefined;
  readonly topic: (code: string) => string;
  readonly region: (code: string) => string;
  readonly channel: (code: string) => string;
}

/** Stands where a person's data was destroyed. */
const ERASED = '〔已删除〕';
const VERDICTS: Readonly<Record<string, string>> = {
  satisfied: '满意',
  dissatisfied: '不满意',
  'satisfied-by-default': '满意（默认）',
  unrated: '未评价',
};

const said = (field: Exclude<keyof CaseWords, 'appealId' | 'number' | 'erased'>) => (hand: CaseInHand) =>
  hand.words?.erased ? ERASED : (hand.words?.[field] ?? '');
const contactOf = ({ found, names }: CaseInHand) => names.contact(found.unit);
const instant = (at: number): Cell => (at > 0 ? at : null);
const text = (width: number, cell: (hand: CaseInHand) => Cell) => ({ kind: 'text' as const, width, cell });
const time = (cell: (found: ReportCase) => number) => ({
  kind: 'time' as const,
  width: 17,
  cell: ({ found }: CaseInHand) => instant(cell(found)),
});

/** Cells of a case by the word of their column. */
export const CASE_CELLS: Readonly<
  Record<CaseColumn, ColumnShape & { readonly cell: (hand: CaseInHand) => Cell }>
> = {
  'row-number': { kind: 'count', width: 6, cell: ({ place }) => place },
  number: text(16, ({ words }) => words?.number ?? ''),
  title: text(30, said('title')),
  content: text(50, said('content')),
  enterprise: text(26, said('enterpriseName')),
  'contact-person': text(11, said('contactName')),
  'contact-phone': text(17, said('contactPhone')),
  answer: text(50, said('answer')),
  unit: text(16, ({ found, names }) => names.unit(found.unit)),
  'unit-contact': text(13, (hand) => said('unitContact')(hand) || contactOf(hand)?.name || ''),
  'unit-phone': text(17, (hand) => said('unitPhone')(hand) || contactOf(hand)?.phone || ''),
  satisfaction: text(11, ({ found }) => VERDICTS[found.verdict] ?? ''),
  topic: text(14, ({ found, names }) => names.topic(found.topic)),
  region: text(12, ({ found, names }) => names.region(found.region)),
  channel: text(14, ({ found, names }) => names.channel(found.channel)),
  'submitted-at': time(({ submittedAt }) => submittedAt),
  'handed-over-at': time(({ handedOverAt }) => handedOverAt),
  deadline: time(({ deadlineAt }) => deadlineAt),
  'completed-at': time(({ completedAt }) => completedAt),
  'closed-at': time(({ closedAt }) => closedAt),
  state: text(9, ({ found }) => (found.closedAt > 0 ? '已销号' : '未销号')),
};

/** A figure as a cell: a count is a number, a rate its percentage with the fraction, a duration hours. */
export function figureCell(figure: FigureOfGroup | undefined, rounding: Rounding): Cell {
  if (figure === undefined) return null;
  const { measure, numerator, denominator, medianMs } = figure;
  if (measure === 'count') return numerator;
  if (measure === 'rate')
    return denominator === 0 ? percentOf(0, 0) : shareText(numerator, denominator, rounding);
  return numerator === 0 ? '–' : `${(medianMs / 3_600_000).toFixed(1)} 小时`;
}

/** The names a profile and a pack give. */
export function namesOf(profile: Profile, pack: Pack): Names {
  const by = (rows: readonly { readonly code: string; readonly name: string }[]) => {
    const names = new Map(rows.map(({ code, name }) => [code, name]));
    return (code: string) => names.get(code) ?? code;
  };
  const contacts = new Map(profile.units.map(({ code, contact }) => [code, contact]));
  const doors = pack.doors.map(({ id, title }) => ({ code: id, name: title.zh }));
  return {
    unit: by(profile.units),
    contact: (unit) => contacts.get(unit),
    topic: by(profile.topics),
    region: by(profile.regions),
    channel: by(doors),
  };
}
