// 转入其他机制: an appeal that this programme will not soon solve is handed to another one, on record (RT-5; CR 二-5
// 按“直通车”机制办理), by the role and on a ground its pack names, and only to a pack in force here. Whatever a unit
// had in hand ends; the appeal lies on the desk again, under the new pack, whose clocks start then. To a
// newer version of the same pack it goes in the same way, on the ground that there is one.
import { classedByRule } from './class-steps';
import { type Actor, type Decision, decided, reject } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { type Answer, type Refusal, notAllowed } from './clerk-steps';
import type { Routing } from './routing';
import type { ClerkCommand, RoutingPolicy } from './routing-commands';
import type { RoutingEvent } from './routing-events';
import { onDesk } from './sort-appeal';

type TransferAppeal = Extract<ClerkCommand, { type: 'TransferAppeal' }>;

/** The ground on which an appeal goes to another version of its own pack. */
const NEWER_VERSION = 'newer-version';

/** Hands the appeal to the pack named. */
export function transfer(
  command: TransferAppeal,
  state: Routing,
  policy: RoutingPolicy,
  { actor }: Decision,
): Answer {
  const early = notAllowed(command, state, policy, actor) ?? notTransferable(state);
  if (early) return early;
  const { toPack, ground, reason } = command;
  const { packHash: fromHash, kind } = state.file;
  const from = policy.pack(fromHash);
  const refused = notForeseen(command, from, actor);
  if (refused) return refused;
  if (reason.trim() === '') return reject('REASON_MISSING', 'RT-5');
  const toHash = policy.packInForce(toPack);
  if (toHash === undefined) return reject('PACK_NOT_IN_FORCE', 'RT-5', { pack: toPack.slice(0, 40) });
  if (toHash === fromHash) return reject('SAME_PACK', 'RT-5', { pack: toPack });
  const by = actor.id;
  const changed: RoutingEvent = {
    type: 'PackChanged',
    ...{ fromPack: from.id, toPack, fromHash, toHash, ground, kind, by, reason },
  };
  return decided<RoutingEvent>(
    ...taken(state, by, reason),
    changed,
    ...classedByRule(state.file, '', policy.pack(toHash)),
    onDesk('transferred'),
  );
}

/** What ends for the unit that has it. */
function taken(state: Routing, decidedBy: string, reason: string): readonly RoutingEvent[] {
  if (!('dispatch' in state) || state.dispatch === null) return [];
  const { no: dispatchNo, lead: unit } = state.dispatch;
  return [{ type: 'DispatchRecalled', dispatchNo, unit, decidedBy, withoutMark: false, reason }];
}

function notTransferable(state: Routing): Refusal | undefined {
  switch (state.status) {
    case 'desk':
    case 'dispatched':
    case 'objected':
    case 'in-work':
      return undefined;
    case 'received':
      return reject('NOT_ADMITTED', 'IN-5');
    case 'sorting':
      return reject('STILL_SORTING', 'RT-1');
    case 'answered':
      return reject('NOT_OWNER', 'RT-1', { owner: 'casework' });
    case 'closed':
      return reject('CLOSED', 'HD-1', { why: state.why });
  }
}

function notForeseen({ toPack, ground }: TransferAppeal, from: Pack, { role }: Actor): Refusal | undefined {
  if (toPack === from.id && ground === NEWER_VERSION) return undefined;
  const row = from.transfers.find((one) => one.toPack === toPack && one.when.some((word) => word === ground));
  if (row === undefined)
    return reject('TRANSFER_NOT_FORESEEN', 'RT-5', {
      pack: toPack.slice(0, 40),
      ground: ground.slice(0, 40),
    });
  return row.by === role ? undefined : reject('ROLE_NOT_ALLOWED', 'TR-2', { role });
}
