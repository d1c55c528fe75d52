// The bytes of a push as the platform writes them: JSON or a form, in UTF-8 or GB 18030. Bytes that are not
// what the mapping says are refused whole; nothing is replaced by a question mark.
import { readJson, textIn, UnreadableBody } from '#platform/edge/json-body';
import type { PlatformMapping } from '#policy/platform-mapping';

/** Most parameters of a form. */
const MOST_PARAMETERS = 200;

/** The fields at the top of a body. */
export type PushFields = Readonly<Record<string, unknown>>;

/** The fields of a body. Throws UnreadableBody. */
export function readPushBody(bytes: Uint8Array, { format, charset }: PlatformMapping['body']): PushFields {
  if (format === 'json') return readJson(textIn(charset, bytes)) as PushFields;
  const pairs = Buffer.from(bytes)
    .toString('latin1')
    .split('&', MOST_PARAMETERS + 1);
  if (pairs.length > MOST_PARAMETERS) throw new UnreadableBody('BODY_MALFORMED');
  const found = new Map<string, string>();
  for (const pair of pairs.filter((one) => one !== '')) {
    const [name = '', ...value] = pair.split('=');
    const key = decoded(name, charset);
    // A name that stands twice means two things: which of them was signed and which is read?
    if (found.has(key)) throw new UnreadableBody('BODY_MALFORMED');
    found.set(key, decoded(value.join('='), charset));
  }
  return Object.fromEntries(found);
}

/** Form encoding over any character set: percent escapes are bytes. */
function decoded(text: string, charset: PlatformMapping['body']['charset']): string {
  if (/%(?![\da-f]{2})/i.test(text)) throw new UnreadableBody('BODY_MALFORMED');
  const bytes = text.replaceAll('+', ' ').replace(/%([\da-f]{2})/gi, (_, hex: string) => {
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
  return textIn(charset, Buffer.from(bytes, 'latin1'));
}
