// The outages 停机 of the platform (SV-2: nobody is carded for our own delay). There is one list for the
// instance. A gap between the heartbeats of a writer is taken down by itself; what heartbeats cannot show – a
// network, the door – is stated by a person after it is over, with a reason and his name, and withdrawn if it
// was stated in error. Whatever clocks were excused by stands here, and here alone.
import { type Decider, type Decision, type Recorded, decided, reject, unreachable } from '#kernel/decider';
import { asOne } from '#policy/lost-time';
import type { Slice } from '#policy/office-hours';
import type { Pack } from '#policy/pack';
import { reachOf } from '#policy/scopes';

/** Writer of the list's events in the journal. */
export const OUTAGES_WRITER = 'supervision.outages';
/** The key of the list, and of its one document. */
export const OUTAGES_KEY = 'outages';
/** Source of what a person stated. */
const STATED = 'stated';

/** An outage on the list. Epoch ms, end exclusive. */
export interface Outage {
  /** `<source>/<from>` for a gap, `stated/<number>` for what was stated. */
  readonly id: string;
  /** The writer whose heartbeats were missing, or `stated`. */
  readonly source: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly by: string;
  readonly reason: string;
  readonly recordedAt: number;
  /** Who withdrew it, when and why; absent while it holds. */
  readonly withdrawn?: { readonly by: string; readonly reason: string; readonly at: number };
}

/** The list, in the order in which it was taken down. */
export interface Outages {
  readonly list: readonly Outage[];
}

/** What may be done to it. */
export type OutageCommand =
  | { readonly type: 'NoteGap'; readonly source: string; readonly fromAt: number; readonly toAt: number }
  | {
      readonly type: 'StateOutage';
      readonly fromAt: number;
      readonly toAt: number;
      readonly reason: string;
    }
  | { readonly type: 'WithdrawOutage'; readonly outageId: string; readonly reason: string };

/** Events written by `supervision.outages`. */
export type OutageEvent =
  | {
      readonly type: 'OutageRecorded';
      readonly outageId: string;
      readonly source: string;
      readonly fromAt: number;
      readonly toAt: number;
      readonly by: string;
      readonly reason: string;
    }
  | {
      readonly type: 'OutageWithdrawn';
      readonly outageId: string;
      readonly by: string;
      readonly reason: string;
    };

/** Why a command is refused. */
export type OutageRefusal =
  | 'ROLE_NOT_ALLOWED'
  | 'REASON_MISSING'
  | 'OUTAGE_EMPTY'
  | 'OUTAGE_NOT_OVER'
  | 'OUTAGE_TOO_LONG'
  | 'OUTAGE_UNKNOWN'
  | 'OUTAGE_NOT_STATED'
  | 'OUTAGE_WITHDRAWN';

/** What the rules look up. */
export interface OutagePolicy {
  /** The packs in force: whom one of them gives the command may give it. */
  readonly packs: () => readonly Pack[];
  /** No outage that is stated may be longer (ms). */
  readonly longestMs: number;
}

/** 停机台账 */
export const outagesDecider: Decider<
  Outages,
  OutageCommand,
  OutageEvent,
  never,
  OutagePolicy,
  OutageRefusal
> = {
  initial: { list: [] },
  evolve: evolveOutages,
  decide(command, { list }, policy, decision) {
    if (command.type === 'NoteGap') {
      const { source, fromAt, toAt } = command;
      const outageId = `${source}/${fromAt}`;
      if (list.some(({ id }) => id === outageId) || fromAt >= toAt) return decided();
      return decided({ type: 'OutageRecorded', outageId, source, fromAt, toAt, by: '', reason: '' });
    }
    const { role } = decision.actor;
    if (policy.packs().every((pack) => reachOf(pack, role, 'StateOutage') === 'none'))
      return reject('ROLE_NOT_ALLOWED', 'TR-2', { role });
    if (command.reason.trim() === '') return reject('REASON_MISSING', 'SV-2', { field: 'reason' });
    return command.type === 'StateOutage'
      ? state(command, list, policy, decision)
      : withdraw(command, list, decision);
  },
};

function state(
  { fromAt, toAt, reason }: Extract<OutageCommand, { type: 'StateOutage' }>,
  list: readonly Outage[],
  { longestMs }: OutagePolicy,
  { at, actor }: Decision,
) {
  if (fromAt >= toAt) return reject('OUTAGE_EMPTY', 'SV-2');
  if (toAt > at) return reject('OUTAGE_NOT_OVER', 'SV-2');
  if (toAt - fromAt > longestMs)
    return reject('OUTAGE_TOO_LONG', 'SV-2', { hours: String(Math.floor(longestMs / 3_600_000)) });
  const number = list.filter(({ source }) => source === STATED).length + 1;
  const outageId = `${STATED}/${number}`;
  return decided({
    type: 'OutageRecorded' as const,
    ...{ outageId, source: STATED, fromAt, toAt, by: actor.id, reason },
  });
}

function withdraw(
  { outageId, reason }: Extract<OutageCommand, { type: 'WithdrawOutage' }>,
  list: readonly Outage[],
  { actor }: Decision,
) {
  const outage = list.find(({ id }) => id === outageId);
  const params = { outage: outageId.slice(0, 80) };
  if (outage === undefined) return reject('OUTAGE_UNKNOWN', 'SV-2', params);
  if (outage.source !== STATED) return reject('OUTAGE_NOT_STATED', 'SV-2', params);
  if (outage.withdrawn) return reject('OUTAGE_WITHDRAWN', 'SV-2', params);
  return decided({ type: 'OutageWithdrawn' as const, outageId, by: actor.id, reason });
}

function evolveOutages({ list }: Outages, { event, at }: Recorded<OutageEvent>): Outages {
  switch (event.type) {
    case 'OutageRecorded': {
      const { outageId: id, source, fromAt, toAt, by, reason } = event;
      return { list: [...list, { id, source, fromAt, toAt, by, reason, recordedAt: at }] };
    }
    case 'OutageWithdrawn': {
      const withdrawn = { by: event.by, reason: event.reason, at };
      return { list: list.map((one) => (one.id === event.outageId ? { ...one, withdrawn } : one)) };
    }
    default:
      return unreachable(event);
  }
}

/** When the platform was away, by what holds: in order, what several have in common counted once. */
export function outagesThatHold({ list }: Outages): readonly Slice[] {
  const hold = list.filter(({ withdrawn }) => withdrawn === undefined);
  return asOne(hold.map(({ fromAt, toAt }) => ({ from: fromAt, until: toAt })));
}
