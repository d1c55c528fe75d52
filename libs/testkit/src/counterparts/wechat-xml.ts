// The little XML in which WeChat speaks: one element `xml`, fields of text or CDATA, fields inside fields for
// pictures and articles. Read strictly, because an answer the platform cannot read costs the user an apology
// instead of a reply; a document type, attributes and unknown entities are refused. Written as the
// documentation shows it: numbers bare, everything else CDATA.

/** The fields of one element; a name that comes twice becomes a list. */
export interface XmlFields {
  readonly [name: string]: XmlValue | readonly XmlValue[];
}

type XmlValue = string | XmlFields;

interface Read {
  readonly value: XmlValue;
  readonly end: number;
}

const opening = /<([A-Za-z][A-Za-z0-9_]*)>/y;
const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const characters = /[^<&]+|&(lt|gt|amp|quot|apos|#\d+|#x[0-9a-fA-F]+);/y;
const names: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The fields below the root `xml`; undefined where the text is not well-formed or the root another. */
export function readWechatXml(text: string): XmlFields | undefined {
  const trimmed = text.trim();
  const root = matchAt(opening, trimmed, 0);
  if (root?.[1] !== 'xml') return undefined;
  const read = content(trimmed, root[0].length, 'xml');
  if (read === undefined || read.end !== trimmed.length || typeof read.value === 'string') return undefined;
  return read.value;
}

function content(text: string, from: number, name: string): Read | undefined {
  const fields = new Map<string, XmlValue | XmlValue[]>();
  let said = '';
  let at = from;
  const closing = `</${name}>`;
  while (!text.startsWith(closing, at)) {
    const quoted = matchAt(cdata, text, at);
    const bare = quoted ? undefined : matchAt(characters, text, at);
    const child = quoted || bare ? undefined : matchAt(opening, text, at);
    if (quoted) said += quoted[1] ?? '';
    else if (bare) said += bare[1] === undefined ? bare[0] : entity(bare[1]);
    if (quoted || bare) {
      at += (quoted ?? bare)?.[0].length ?? 0;
      continue;
    }
    const inner = child && content(text, at + child[0].length, child[1] ?? '');
    if (!child || inner === undefined) return undefined;
    add(fields, child[1] ?? '', inner.value);
    at = inner.end;
  }
  const end = at + closing.length;
  if (fields.size === 0) return { value: said, end };
  return said.trim() === '' ? { value: Object.fromEntries(fields), end } : undefined;
}

function add(fields: Map<string, XmlValue | XmlValue[]>, name: string, value: XmlValue): void {
  const before = fields.get(name);
  if (before === undefined) fields.set(name, value);
  else fields.set(name, Array.isArray(before) ? [...before, value] : [before, value]);
}

function entity(name: string): string {
  if (!name.startsWith('#')) return names[name] ?? '';
  return String.fromCodePoint(
    name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)),
  );
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Writes the message; a `]]>` inside a text is divided over two sections (assumed, nobody documents it). */
export function writeWechatXml(fields: Readonly<Record<string, string | number | bigint>>): string {
  const lines = Object.entries(fields).map(([name, value]) => {
    const bare = typeof value !== 'string';
    const text = bare ? String(value) : `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
    return `<${name}>${text}</${name}>`;
  });
  return `<xml>${lines.join('\n')}</xml>`;
}
