// The messages' events and their wire form. Address and text travel sealed under the appeal's key.
import * as wire from '#contracts/gen/zhitong/notification/v1/events';
import { type EventCodec, eventCodec, rowsOf } from '#platform/runtime/codec';
import type { MessageEvent } from '../../domain/message-events';

const NOTHING = new Uint8Array(0);

const row = rowsOf<MessageEvent>();

const claimedRow = row(
  'MessageClaimed',
  wire.MessageClaimed,
  ({ type: _, letter, ...claim }, seal) => {
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
  'zhitong.notification.v1.MessageSent': row(
    'MessageSent',
    wire.MessageSent,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'MessageSent', ...event }),
  ),
  'zhitong.notification.v1.MessageDelivered': row(
    'MessageDelivered',
    wire.MessageDelivered,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'MessageDelivered', ...event }),
  ),
  'zhitong.notification.v1.MessageFailed': row(
    'MessageFailed',
    wire.MessageFailed,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'MessageFailed', ...event }),
  ),
});
