// The XML of WeChat: one element `xml` with elements of text in it. More than that is not read: no DTD, no
// entity beyond the five of XML itself, no comment and no instruction, so that nothing in a body can grow or
// reach elsewhere. Parts that hold further elements (a picture list, a place) are there with no text.
import { SaxesParser } from 'saxes';

/** Texts by the name of their element. */
export type MessageFields = Readonly<Record<string, string>>;

/** Most elements of a message. */
const MOST_ELEMENTS = 200;
/** Deepest nesting, the root counted. */
const DEEPEST = 6;

/** What was read is not a message of WeChat. */
class NotAMessage extends Error {
  override readonly name = 'NotAMessage';
}

/** The fields of a message; undefined for whatever is not one. */
export function readMessageXml(text: string): MessageFields | undefined {
  const fields = new Map<string, string>();
  const open: string[] = [];
  let elements = 0;
  let words = '';
  const parser = new SaxesParser();
  const not = () => {
    throw new NotAMessage();
  };
  parser.on('error', not);
  parser.on('doctype', not);
  parser.on('comment', not);
  parser.on('processinginstruction', not);
  parser.on('xmldecl', not);
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    open.push(name);
    const odd = Object.keys(attributes).length > 0 || (open.length === 1 && name !== 'xml');
    if (odd || elements > MOST_ELEMENTS || open.length > DEEPEST) not();
    words = '';
  });
  const add = (piece: string) => {
    if (open.length === 2) words += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    if (open.length === 2) {
      // A name that stands twice means two things: which of them is meant?
      if (fields.has(name)) not();
      fields.set(name, words);
    }
    open.pop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof NotAMessage) return undefined;
    throw error;
  }
  return fields.size === 0 ? undefined : Object.fromEntries(fields);
}

/** A message of texts and whole numbers. */
export function writeMessageXml(fields: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(fields).map(([name, value]) => {
    const text = typeof value === 'number' ? String(value) : `<![CDATA[${cdata(value)}]]>`;
    return `<${name}>${text}</${name}>`;
  });
  return `<xml>${parts.join('')}</xml>`;
}

/** A section cannot hold its own end; it is cut in two there. */
function cdata(text: string): string {
  return text.replaceAll(']]>', ']]]]><![CDATA[>');
}
