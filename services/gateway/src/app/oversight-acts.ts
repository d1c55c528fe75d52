// What may be done next about the overseeing of a case: what the pack that governs it gives the role (TR-2),
// as far as there is something to do it on (SV-3 … SV-6, HD-11). It only tells people where to go;
// supervision decides again, by its own document.
import type { Pack } from '#policy/pack';
import { type AskedCommand, reachOf } from '#policy/scopes';
import type { Actor } from './roles';

interface OfUnit {
  readonly unit: string;
}

/** Of the overseeing of a case, what decides on the acts. */
export interface OversightAtHand {
  readonly entries: readonly (OfUnit & { readonly open: boolean })[];
  readonly orders: readonly (OfUnit & { readonly step: string; readonly status: string })[];
  /** `endedAt` 0: no outcome yet. */
  readonly transfers: readonly { readonly endedAt: number }[];
  readonly checks: readonly (OfUnit & { readonly status: string })[];
  readonly contests: readonly { readonly status: string }[];
}

type Asker = Pick<Actor, 'role' | 'unit'>;

interface OversightActRow {
  readonly command: AskedCommand;
  /** Whether there is something to do it on. */
  readonly when: (at: OversightAtHand, pack: Pack, who: Asker) => boolean;
}

const hasOpenEntry = ({ entries }: OversightAtHand) => entries.some(({ open }) => open);

/** A step is taken, and its orders are ruled on, by the role the pack names for it. */
function stepsOf({ supervision }: Pack, { role }: Asker) {
  return supervision.steps.filter(({ by, transferTo }) => by === role && transferTo === undefined);
}

const unruled = (status: string) => status === 'open' || status === 'answered';

/** All acts, in the order in which they are offered. */
export const OVERSIGHT_ACTS = {
  'state-ground': { command: 'StateGround', when: () => true },
  'clear-entry': { command: 'ClearEntry', when: hasOpenEntry },
  'issue-order': {
    command: 'IssueOrder',
    when: (at, pack, who) => hasOpenEntry(at) && stepsOf(pack, who).length > 0,
  },
  'answer-order': {
    command: 'AnswerOrder',
    when: ({ orders }, _, who) => orders.some(({ unit, status }) => unit === who.unit && status === 'open'),
  },
  'rule-order': {
    command: 'RuleOrder',
    when: ({ orders }, pack, who) => {
      const steps = stepsOf(pack, who).map(({ id }) => id);
      return orders.some(({ step, status }) => unruled(status) && steps.includes(step));
    },
  },
  'record-transfer': {
    command: 'RecordTransfer',
    when: (at, { supervision: { steps } }) =>
      hasOpenEntry(at) && steps.some(({ transferTo }) => transferTo !== undefined),
  },
  'record-transfer-outcome': {
    command: 'RecordTransferOutcome',
    when: ({ transfers }) => transfers.some(({ endedAt }) => endedAt === 0),
  },
  'give-findings': {
    command: 'GiveFindings',
    when: ({ checks }) => checks.some(({ status }) => status === 'drawn'),
  },
  'mend-answer': {
    command: 'MendAnswer',
    when: ({ checks }, _, who) =>
      checks.some(({ unit, status }) => unit === who.unit && status === 'mending'),
  },
  'rule-mending': {
    command: 'RuleMending',
    when: ({ checks }) => checks.some(({ status }) => status === 'mended'),
  },
  // What stands against a unit stands in the register.
  'file-contest': {
    command: 'FileContest',
    when: ({ entries }, { contest }, who) =>
      contest !== undefined && who.unit !== '' && entries.some(({ unit }) => unit === who.unit),
  },
  'rule-contest': {
    command: 'RuleContest',
    when: ({ contests }) => contests.some(({ status }) => status === 'open'),
  },
} as const satisfies Readonly<Record<string, OversightActRow>>;

/** Name of an act, as it stands in its address. */
export type OversightAct = keyof typeof OVERSIGHT_ACTS;

/** Acts open to somebody on the overseeing of a case that `pack` governs. */
export function possibleOversightActs(pack: Pack, who: Asker, at: OversightAtHand): readonly OversightAct[] {
  const rows = Object.entries(OVERSIGHT_ACTS) as readonly [OversightAct, OversightActRow][];
  return rows
    .filter(([, { command, when }]) => reachOf(pack, who.role, command) !== 'none' && when(at, pack, who))
    .map(([act]) => act);
}
