/**
 * Changes one value or one row in the text of a list, YAML or JSON, and leaves every other character where it
 * stood: comments, order and the layout of the rows are the office's, not the tool's.
 */
import { isMap, isPair, isSeq, type Node, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';

/** A list file as text. */
export interface ListText {
  readonly file: string;
  readonly text: string;
}

type Value = string | readonly Value[] | { readonly [key: string]: Value };
/** A row by its fields. */
export type Row = Readonly<Record<string, Value>>;
type Path = readonly (string | number)[];

/** Sets the value at a path below row `index`; a field that is not there is added as the last of its map. */
export function withValue(list: ListText, index: number, path: Path, value: Value): ListText {
  const seq = rowsOf(list);
  const node = seq.getIn([index, ...path], true) as Node | undefined;
  if (node?.range) return spliced(list, node.range[0], node.range[1], shown(list, value));
  const key = String(path.at(-1));
  const parent = seq.getIn([index, ...path.slice(0, -1)], true);
  if (!isMap(parent)) throw new Error(`No map above ${path.join('.')}`);
  const end = lastEnd(parent);
  return spliced(list, end, end, `${between(list, parent)}${shownKey(list, key)}: ${shown(list, value)}`);
}

/** Adds a row behind the last. */
export function withRow(list: ListText, row: Row): ListText {
  const text = shown(list, row);
  if (!list.file.endsWith('.json')) {
    const before = list.text.trim() === '[]' ? '' : `${list.text.trimEnd()}\n`;
    return { ...list, text: `${before}- ${text}\n` };
  }
  const seq = rowsOf(list);
  const last = seq.items.at(-1) as Node | undefined;
  if (last?.range) return spliced(list, last.range[1], last.range[1], `,\n  ${text}`);
  return { ...list, text: `[\n  ${text}\n]\n` };
}

/** Takes row `index` out, with its line. */
export function withoutRow(list: ListText, index: number): ListText {
  const { items } = rowsOf(list);
  const range = (items[index] as Node | undefined)?.range;
  if (!range) throw new Error(`No row ${index} in ${list.file}`);
  if (!list.file.endsWith('.json')) {
    const from = list.text.lastIndexOf('\n', range[0]) + 1;
    const end = list.text.indexOf('\n', range[1] - 1);
    return spliced(list, from, end < 0 ? list.text.length : end + 1, '');
  }
  const before = (items[index - 1] as Node | undefined)?.range;
  const after = (items[index + 1] as Node | undefined)?.range;
  if (before) return spliced(list, before[1], range[1], '');
  return spliced(list, range[0], after ? after[0] : range[1], '');
}

function rowsOf({ file, text }: ListText): YAMLSeq {
  const { contents } = parseDocument(text);
  if (!isSeq(contents)) throw new Error(`${file} holds no list`);
  return contents;
}

function lastEnd(map: YAMLMap): number {
  const last = map.items.at(-1);
  const value = isPair(last) ? (last.value as Node | null) : null;
  if (!value?.range) throw new Error('A row without fields');
  return value.range[1];
}

/** What stands between two fields of this map. */
function between({ text }: ListText, map: YAMLMap): string {
  if (map.flow) return ', ';
  const [from] = map.range ?? [0];
  return `\n${' '.repeat(from - text.lastIndexOf('\n', from - 1) - 1)}`;
}

function spliced(list: ListText, from: number, until: number, text: string): ListText {
  return { ...list, text: list.text.slice(0, from) + text + list.text.slice(until) };
}

function shownKey({ file }: ListText, key: string): string {
  return file.endsWith('.json') ? JSON.stringify(key) : key;
}

function shown(list: ListText, value: Value): string {
  if (typeof value === 'string')
    return list.file.endsWith('.json') ? JSON.stringify(value) : stringify(value).trim();
  if (Array.isArray(value)) return `[${value.map((one: Value) => shown(list, one)).join(', ')}]`;
  const fields = Object.entries(value).map(
    ([key, one]) => `${shownKey(list, key)}: ${shown(list, one as Value)}`,
  );
  return list.file.endsWith('.json') ? `{${fields.join(', ')}}` : `{ ${fields.join(', ')} }`;
}
