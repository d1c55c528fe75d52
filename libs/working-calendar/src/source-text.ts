// The sentences in which a file's problems are told, Chinese first. One table holds what any file may have
// wrong; a loader adds its own rows. Every row says what is wrong and what to do about it.
import type { FileProblem } from './source-file';

/**
 * What is wrong and the remedy, in two languages; `{name}` is replaced by the problem's params, field or
 * file.
 */
export interface ProblemSentence {
  readonly zh: string;
  readonly en: string;
}

/** Sentences by code. */
export type ProblemTable = Readonly<Record<string, ProblemSentence>>;

/** What may be wrong with any file. */
export const SOURCE_SENTENCES: ProblemTable = {
  'file-missing': {
    zh: '找不到或读不了这个文件。请把文件放到该位置，或改正启动时给出的目录。',
    en: 'The file is missing or cannot be read. Put it there, or correct the directory given at start.',
  },
  'not-readable': {
    zh: '格式有误，无法读取（{detail}）。请对照上一行检查缩进、引号、括号和逗号。',
    en: 'The text cannot be read ({detail}). Check indentation, quotes, brackets and commas here and one line above.',
  },
  'full-width-colon': {
    zh: '“{setting}”后的冒号是全角“：”。请改为半角“:”，其后空一格。',
    en: 'The colon after "{setting}" is a full-width one (：). Write a half-width one (:) and a space.',
  },
  'duplicate-setting': {
    zh: '同一设置写了两次（{detail}）。请删去其中一个。',
    en: 'The same setting stands twice ({detail}). Remove one of them.',
  },
  'unknown-setting': {
    zh: '“{field}”中没有名为“{setting}”的设置。请检查拼写或删去。',
    en: '"{field}" knows no setting "{setting}". Check the spelling or remove it.',
  },
  'missing-setting': {
    zh: '缺少设置“{field}”。请补上。',
    en: 'The setting "{field}" is missing. Add it.',
  },
  'not-in-list': {
    zh: '“{field}”的值“{value}”不可用。请改为下列之一：{allowed}。',
    en: '"{field}" cannot be "{value}". Use one of: {allowed}.',
  },
  'wrong-type': {
    zh: '“{field}”的值“{value}”类型不对。请改为 {expected}。',
    en: '"{field}" is "{value}", which is of the wrong type. Write a value of type {expected}.',
  },
  'out-of-bounds': {
    zh: '“{field}”的值“{value}”超出范围。大小、长度或个数应 {bound}。',
    en: '"{field}" is "{value}", out of bounds. Its size, length or count must be {bound}.',
  },
  'wrong-form': {
    zh: '“{field}”的值“{value}”格式不对。应符合 {form}。',
    en: '"{field}" is "{value}", which has the wrong form. It must match {form}.',
  },
  'no-form-fits': {
    zh: '“{field}”的值“{value}”不符合任何允许的写法。请参照随产品提供的文件改写。',
    en: '"{field}" is "{value}" and fits none of the allowed forms. Write it as in the files that come with the product.',
  },
  'not-a-day': {
    zh: '“{field}”的值“{value}”不是存在的日期。请写成 年-月-日，如 2026-06-30。',
    en: '"{field}" is "{value}", not an existing date. Write YYYY-MM-DD, e.g. 2026-06-30.',
  },
};

/** Types of values in Chinese; files name them by the words of programs. */
const TYPES: Readonly<Record<string, string>> = {
  array: '列表 [ … ]',
  boolean: 'true 或 false',
  number: '数字',
  object: '一组设置 { … }',
  string: '文字',
};

/** The sentence of a problem with file and line in front, in both languages. */
export function sentenceOf(problem: FileProblem, table: ProblemTable): ProblemSentence {
  const where = problem.line > 0 ? `${problem.file}:${problem.line}` : problem.file;
  const { zh, en } = bareSentenceOf(problem, table);
  return { zh: `${where} ${zh}`, en: `${where} ${en}` };
}

/** The sentence alone. */
export function bareSentenceOf(problem: FileProblem, table: ProblemTable): ProblemSentence {
  const row = table[problem.code];
  if (row === undefined) throw new Error(`No sentence for the problem code ${problem.code}`);
  const values: Record<string, string> = { field: problem.field, file: problem.file, ...problem.params };
  const fill = (text: string, known = values): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
  const expected =
    values.expected === undefined ? {} : { expected: TYPES[values.expected] ?? values.expected };
  return { zh: fill(row.zh, { ...values, ...expected }), en: fill(row.en) };
}
