// The messages' events and their wire form. Address and text travel sealed under the appeal's key.
import * as wire from '#contracts/gen/zhitong/notification/v1/events';
import { type EventCodec, eventCodec, rowsOf } from '#platform/runtime/codec';
import type { MessageEvent } from '../../domain/message-events';
import type { Letter } from '../../domain/messages';

const NOTHING = new Uint8Array(0);

const row = rowsOf<MessageEvent>();

const claimedRow = row(
  'MessageClaimed',
  wire.MessageClaimed,
  ({ type: _, letter, notBefore = 0, digest = false, ...claim }, seal) => {
    return { ...claim, notBefore, digest, sealed: letter === 'erased' ? NOTHING : seal(enclosed(letter)) };
  },
  ({ sealed, notBefore, digest, ...claim }, open) => {
    const plain = sealed.length === 0 ? 'erased' : open(sealed);
    const letter = plain === 'erased' ? plain : letterIn(plain);
    const late = { ...(notBefore > 0 && { notBefore }), ...(digest && { digest: true as const }) };
    return { type: 'MessageClaimed', ...claim, letter, ...late };
  },
);

function enclosed({ address, text, params = {} }: Exclude<Letter, 'erased'>): Uint8Array {
  return wire.MessageClaimedPrivate.encode({ address, text, params }).finish();
}

/** A letter claimed before its values were kept has none. */
function letterIn(plain: Uint8Array): Letter {
  const { address, text, params } = wire.MessageClaimedPrivate.decode(plain);
  return { address, text, ...(Object.keys(params).length > 0 && { params }) };
}

/** Everything `notification.messages` writes. */
export const messageCodec: EventCodec<MessageEvent> = eventCodec<MessageEvent>({
  'zhitong.notification.v1.MessageClaimed': claimedRow,
  'zhitong.notification.v1.MessageOffered': row(
    'MessageOffered',
    wire.MessageOffered,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'MessageOffered', ...event }),
  ),
  'zhitong.notification.v1.MessageUnsure': row(
    'MessageUnsure',
    wire.MessageUnsure,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'MessageUnsure', ...event }),
  ),
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
    ({ type: _, againAt = 0, ...event }) => ({ ...event, againAt }),
    ({ againAt, ...event }) => ({ type: 'MessageFailed', ...event, ...(againAt > 0 && { againAt }) }),
  ),
});
