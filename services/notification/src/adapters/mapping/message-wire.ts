// The messages' events and their wire form. Address and text travel sealed under the appeal's key.
import * as wire from '#contracts/gen/zhitong/notification/v1/events';
import {
  type EventCodec,
  type EventRow,
  type WireMessage,
  eventCodec,
  eventRow,
} from '#platform/runtime/codec';
import type { MessageEvent } from '../../domain/message-events';

type Named<T extends MessageEvent['type']> = Extract<MessageEvent, { type: T }>;
const NOTHING = new Uint8Array(0);

function plainRow<T extends MessageEvent['type'], M>(
  type: T,
  message: WireMessage<M>,
  toWire: (event: Named<T>) => M,
  toDomain: (wire: M) => Named<T>,
): EventRow<MessageEvent> {
  return eventRow<MessageEvent, M>(type, message, (event) => toWire(event as Named<T>), toDomain);
}

const claimedRow = eventRow<MessageEvent, wire.MessageClaimed>(
  'MessageClaimed',
  wire.MessageClaimed,
  (event, seal) => {
    const { type: _, letter, ...claim } = event as Named<'MessageClaimed'>;
    const sealed = letter === 'erased' ? NOTHING : seal(wire.MessageClaimedPrivate.encode(letter).finish());
    return { ...claim, sealed };
  },
  ({ sealed, ...claim }, open) => {
    const plain = sealed.length === 0 ? 'erased' : open(sealed);
    const letter = plain === 'erased' ? plain : wire.MessageClaimedPrivate.decode(plain);
    return { type: 'MessageClaimed', ...claim, letter };
  },
);

/** Everything `notification.messages` writes. */
export const messageCodec: EventCodec<MessageEvent> = eventCodec<MessageEvent>({
  'zhitong.notification.v1.MessageClaimed': claimedRow,
  'zhitong.notification.v1.MessageSent': plainRow(
    'MessageSent',
    wire.MessageSent,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'MessageSent', ...event }),
  ),
  'zhitong.notification.v1.MessageDelivered': plainRow(
    'MessageDelivered',
    wire.MessageDelivered,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'MessageDelivered', ...event }),
  ),
  'zhitong.notification.v1.MessageFailed': plainRow(
    'MessageFailed',
    wire.MessageFailed,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'MessageFailed', ...event }),
  ),
});
