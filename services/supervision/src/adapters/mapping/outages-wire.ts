// The events of the list of outages and their messages, the list as it is shown, and the commands about it.
// What people wrote is sealed.
import * as wire from '#contracts/gen/zhitong/supervision/v1/events';
import type {
  ExecuteOutageRequest,
  Outage as OutageWire,
} from '#contracts/gen/zhitong/supervision/v1/service';
import { openWords, sealWords } from '#contracts/sealed-words';
import { type ReadOrder, readOrder } from '#platform/edge/command-envelope';
import { type EventCodec, eventCodec, rowsOf } from '#platform/runtime/codec';
import type { Outage, OutageCommand, OutageEvent } from '../../domain/outages';

const row = rowsOf<OutageEvent>();

/** Everything `supervision.outages` writes. */
export const outagesCodec: EventCodec<OutageEvent> = eventCodec<OutageEvent>({
  'zhitong.supervision.v1.OutageRecorded': row(
    'OutageRecorded',
    wire.OutageRecorded,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'OutageRecorded', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.supervision.v1.OutageWithdrawn': row(
    'OutageWithdrawn',
    wire.OutageWithdrawn,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'OutageWithdrawn', ...event, reason: openWords(sealed, open) }),
  ),
});

/** Longest text of a person, in characters. */
const LONGEST = 4000;

/** Reads a command about the list. */
export const readOutageOrder = (request: ExecuteOutageRequest): ReadOrder<OutageCommand> =>
  readOrder(request, readCommand);

function readCommand(command: ExecuteOutageRequest['command']): OutageCommand | string {
  if (command === undefined) return 'command';
  if (command.value.reason.length > LONGEST) return 'reason';
  return command.$case === 'stateOutage'
    ? { type: 'StateOutage', ...command.value }
    : { type: 'WithdrawOutage', ...command.value };
}

/** An outage of the list; instants and words that are not there are 0 and empty. */
export function outageWire({ id: outageId, withdrawn, ...outage }: Outage): OutageWire {
  return {
    outageId,
    ...outage,
    withdrawnBy: withdrawn?.by ?? '',
    withdrawnReason: withdrawn?.reason ?? '',
    withdrawnAt: withdrawn?.at ?? 0,
  };
}
