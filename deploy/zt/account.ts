/**
 * The account of a replay: every line ends in exactly one of the states below, and together they are all
 * lines. The report says for each line what became of it and why.
 */
import { type CodeNames, NO_NAMES, named } from './names';

/** Where a line can end. */
export const ENDS = [
  'answered',
  'dispatched',
  'desk',
  'identity-review',
  'screening',
  'joined',
  'linked',
  'refused',
  'unsettled',
] as const;
export type End = (typeof ENDS)[number];

const END_TITLES: Readonly<Record<End, string>> = {
  answered: '直接答复 answered directly',
  dispatched: '已派单 dispatched',
  desk: '分办台 triage desk',
  'identity-review': '身份核验 identity review',
  screening: '受理审查 screening',
  joined: '并案 joined',
  linked: '关联事件 linked to an event',
  refused: '拒收 refused with error',
  unsettled: '未定 not settled',
};

/** What the case file says, as far as the account needs it. */
export interface CaseView {
  readonly number: string;
  readonly status: string;
  readonly lead: string;
  readonly assist: readonly string[];
  readonly proposed: string;
  readonly dispatchNo: number;
  readonly candidates: readonly {
    readonly unit: string;
    readonly score: number;
    readonly reasons: readonly string[];
  }[];
  readonly articleId: string;
  readonly screeningGround: string;
  readonly linkedEvent: string;
  /** Instants of the steps, ISO 8601. */
  readonly stepTimes: Readonly<Record<string, string>>;
}

/** A line with its answer. */
export interface Outcome {
  readonly line: number;
  readonly sourceNumber: string;
  readonly id?: string;
  readonly number?: string;
  readonly repeated?: boolean;
  readonly errors?: readonly { readonly code: string; readonly field?: string; readonly message?: string }[];
  readonly view?: CaseView;
  /** Units proposed for a case that triage never sorted, asked for the report. */
  readonly asked?: CaseView['candidates'];
}

/** A row of the report. */
export interface ReportRow {
  readonly sourceNumber: string;
  readonly number: string | null;
  readonly disposition:
    | 'direct-answer'
    | 'dispatch'
    | 'desk'
    | 'identity-review'
    | 'screening'
    | 'joined'
    | 'error';
  readonly proposed: string | null;
  readonly lead: string | null;
  readonly assist: readonly string[];
  readonly candidates: readonly object[];
  readonly article: string | null;
  readonly linkedEvent: string | null;
  readonly status: string | null;
  readonly repeated: boolean;
  readonly times: Readonly<Record<string, string>>;
  readonly errors: readonly object[];
}

/** The one end state of a line. */
export function endOf({ view, errors }: Outcome): End {
  if (errors) return 'refused';
  if (!view) return 'unsettled';
  const { status, dispatchNo } = view;
  if (status === 'joined') return 'joined';
  if (view.linkedEvent !== '') return 'linked';
  if (status === 'identity-review') return 'identity-review';
  if (status === 'screening' || status === 'declined' || status === 'sent-back') return 'screening';
  if (dispatchNo > 0) return 'dispatched';
  if (status === 'desk') return 'desk';
  if (view.articleId !== '') return 'answered';
  return 'unsettled';
}

/** True once intake and triage have nothing left to do by themselves. */
export function isSettled(view: CaseView): boolean {
  return endOf({ line: 0, sourceNumber: '', view }) !== 'unsettled';
}

const DISPOSITIONS: Readonly<Record<End, ReportRow['disposition']>> = {
  answered: 'direct-answer',
  dispatched: 'dispatch',
  desk: 'desk',
  'identity-review': 'identity-review',
  screening: 'screening',
  joined: 'joined',
  linked: 'dispatch',
  refused: 'error',
  unsettled: 'error',
};

/** A line's row of the report. */
export function reportRow(outcome: Outcome): ReportRow {
  const { view, errors } = outcome;
  const end = endOf(outcome);
  const linkedTo = view && end === 'linked' ? endOf({ ...outcome, view: { ...view, linkedEvent: '' } }) : end;
  const unsettled = end === 'unsettled' ? [{ code: 'NOT_SETTLED' }] : [];
  return {
    sourceNumber: outcome.sourceNumber,
    number: outcome.number ?? null,
    disposition: DISPOSITIONS[linkedTo],
    proposed: proposedOf(view),
    lead: leadOf(view),
    assist: view?.assist ?? [],
    candidates: view?.candidates.length ? view.candidates : (outcome.asked ?? []),
    article: view?.articleId || null,
    linkedEvent: view?.linkedEvent || null,
    status: view?.status ?? null,
    repeated: outcome.repeated ?? false,
    times: view?.stepTimes ?? {},
    errors: [...(errors ?? []), ...unsettled],
  };
}

function proposedOf(view: CaseView | undefined): string | null {
  if (!view) return null;
  if (view.screeningGround !== '') return `decline-${view.screeningGround}`;
  return view.proposed || null;
}

/** The unit in charge; while nobody decided, the best candidate. */
function leadOf(view: CaseView | undefined): string | null {
  return view?.lead || view?.candidates[0]?.unit || null;
}

/** The account in lines ready to print, and whether it adds up. */
export function account(
  outcomes: readonly Outcome[],
  names: CodeNames = NO_NAMES,
): {
  lines: readonly string[];
  sums: boolean;
  counts: Record<End, number>;
} {
  const counts = Object.fromEntries(ENDS.map((end) => [end, 0])) as Record<End, number>;
  const units = new Map<string, number>();
  const grounds = new Map<string, number>();
  const refusals = new Map<string, number>();
  for (const outcome of outcomes) {
    const end = endOf(outcome);
    counts[end] += 1;
    if (end === 'dispatched') count(units, named(names.units, outcome.view?.lead ?? ''));
    if (end === 'screening') count(grounds, named(names.grounds, outcome.view?.screeningGround ?? ''));
    if (end === 'refused') count(refusals, reasonOf(outcome));
  }
  const total = ENDS.reduce((sum, end) => sum + counts[end], 0);
  const lines = [`共 ${outcomes.length} 行 lines`];
  for (const end of ENDS) {
    if (end === 'unsettled' && counts[end] === 0) continue;
    lines.push(`  ${String(counts[end]).padStart(6)}  ${END_TITLES[end]}`);
    const parts = new Map([
      ['dispatched', units],
      ['screening', grounds],
      ['refused', refusals],
    ]).get(end);
    for (const [name, n] of [...(parts ?? [])].sort((a, b) => b[1] - a[1]))
      lines.push(`          ${String(n).padStart(5)}  ${name}`);
  }
  lines.push(`  ${String(total).padStart(6)}  合计 sum`);
  return { lines, sums: total === outcomes.length && counts.unsettled === 0, counts };
}

/** Why a line was refused: its first error with the field it is about; its number stands in the report. */
function reasonOf({ errors }: Outcome): string {
  const [first] = errors ?? [];
  const said = first?.message?.replace(/^第 \d+ 行 line \d+: /, '') ?? first?.code;
  return [first?.field, said].filter(Boolean).join(' ');
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Labels of a line, used for comparison only. */
export interface Label {
  readonly lead: string;
  readonly disposition: string;
}

/** How the result agrees with labels, in lines; nothing when there are none. */
export function agreement(
  outcomes: readonly Outcome[],
  labels: ReadonlyMap<string, Label>,
  learnt: ReadonlySet<string> = new Set(),
): readonly string[] {
  const rows = outcomes.filter(({ view, sourceNumber }) => view && labels.has(sourceNumber));
  if (rows.length === 0) return [];
  const ranked = rows.filter(({ view }) => (view?.candidates.length ?? 0) > 0);
  const among = (k: number) =>
    ranked.filter(({ view, sourceNumber }) =>
      view?.candidates.slice(0, k).some(({ unit }) => unit === labels.get(sourceNumber)?.lead),
    ).length;
  const automatic = rows.filter((row) => endOf(row) === 'dispatched');
  const right = automatic.filter(({ view, sourceNumber }) => {
    const label = labels.get(sourceNumber);
    return label?.lead === view?.lead && ['dispatch', 'direct-answer'].includes(label?.disposition ?? '');
  });
  const answered = rows.filter((row) => endOf(row) === 'answered');
  const answeredRight = answered.filter(
    (row) => labels.get(row.sourceNumber)?.disposition === 'direct-answer',
  );
  const known = rows.filter(({ sourceNumber }) => learnt.has(sourceNumber)).length;
  const taught = `  其中 ${known}/${rows.length} 行是分类器的训练材料,不说明对新诉求的把握`;
  const teaching = `${taught} · ${known} of them taught the classifier: this does not measure it`;
  return [
    '与标注对照 against the labels',
    ...(known > 0 ? [teaching] : []),
    `  牵头单位首位 lead first ${among(1)}/${ranked.length}  前三 among three ${among(3)}/${ranked.length}`,
    `  自动派单正确 automatic dispatch right ${right.length}/${automatic.length}`,
    `  直接答复正确 direct answers right ${answeredRight.length}/${answered.length}`,
  ];
}
