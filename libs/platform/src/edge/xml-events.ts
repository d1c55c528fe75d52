// The XML of a workbook's part as beginnings, ends and texts, while it is unpacked. Names come without their
// prefix, because programs differ in it. A document type is refused: workbooks have none, and with it go
// entities that unfold without end or point at files. Depth and length of names are bounded by what is read.
import { SaxesParser } from 'saxes';
import { unreadable, UnreadableFile } from './unreadable-file';

/** What a part is read by. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const DEEPEST = 64;

/** Reads a part to its end; throws `UnreadableFile`. */
export async function readXml(parts: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  for await (const _step of xmlSteps(parts, reader));
}

/** Reads a part step by step, so that what was read can be handed on before the next is unpacked. */
export async function* xmlSteps(parts: AsyncIterable<string>, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('doctype', () => unreadable('FILE_WITH_ENTITIES'));
  parser.on('error', () => unreadable('FILE_DAMAGED'));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) unreadable('FILE_DAMAGED');
    reader.open(bare(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    reader.close?.(bare(name));
  });
  if (reader.text) {
    const take = reader.text.bind(reader);
    parser.on('text', take);
    parser.on('cdata', take);
  }
  try {
    for await (const part of parts) {
      parser.write(part);
      yield;
    }
    parser.close();
    yield;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    unreadable('FILE_DAMAGED');
  }
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its name without prefix; undefined where there is none. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = Object.keys(attributes).find((one) => bare(one) === name);
  return key === undefined ? undefined : attributes[key];
}
