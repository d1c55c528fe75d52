// The sentences of everything that may be wrong with a pack, a profile, a rule or a row given to the
// operator's tool: what is wrong and what to do, Chinese first.
import type { FileProblem } from '#working-calendar/source-file';
import {
  type ProblemSentence,
  type ProblemTable,
  SOURCE_SENTENCES,
  bareSentenceOf,
  sentenceOf,
} from '#working-calendar/source-text';
import { PACK_SENTENCES } from './pack-sentences';
import { TEXT_SENTENCES } from './text-sentences';
import { PROFILE_SENTENCES } from './profile-sentences';

const RULE_SENTENCES: ProblemTable = {
  'rule-not-text': {
    zh: '时限规则缺失或不是文字。请写成“方式:数量”，冒号用半角，如 workingDays:5。',
    en: 'The rule is missing or no text. Write kind:number, e.g. workingDays:5.',
  },
  'rule-shape': {
    zh: '时限规则“{value}”写法不对。请写成“方式:数量”，如 workingDays:5。',
    en: 'The rule "{value}" has the wrong form. Write kind:number, e.g. workingDays:5.',
  },
  'rule-kind': {
    zh: '时限规则“{value}”的计算方式不存在。可用：hours workingHours workingMinutes workingDays naturalDays。',
    en: 'The rule "{value}" names no known kind. Use hours, workingHours, workingMinutes, workingDays or naturalDays.',
  },
  'rule-amount': {
    zh: '时限规则“{value}”的数量不对。请写 1 至 10000 的整数。',
    en: 'The rule "{value}" has a wrong number. Write a whole number from 1 to 10000.',
  },
};

const ROW_SENTENCES: ProblemTable = {
  'row-not-object': {
    zh: '第 {row} 行不是对象。请写成 {"rule": …, "start": …}。',
    en: 'Row {row} is not an object. Write {"rule": …, "start": …}.',
  },
  'instant-missing': {
    zh: '缺少时间“{field}”。请写成 2023-07-10T09:30:00+08:00。',
    en: 'The time "{field}" is missing. Write e.g. 2023-07-10T09:30:00+08:00.',
  },
  'instant-shape': {
    zh: '时间“{value}”写法不对。请写成 2023-07-10T09:30:00+08:00。',
    en: 'The time "{value}" has the wrong form. Write e.g. 2023-07-10T09:30:00+08:00.',
  },
  'instant-no-such-time': {
    zh: '时间“{value}”不存在。请核对日期、时刻和时区。',
    en: 'The time "{value}" does not exist. Check date, hour and offset.',
  },
  'instant-out-of-range': {
    zh: '时间“{value}”超出范围。只计算 1992 年至 2100 年。',
    en: 'The time "{value}" is out of range. Deadlines are counted from 1992 to 2100.',
  },
  'pauses-shape': {
    zh: '中止“{field}”写法不对。请写成 [{"from": 时间, "until": 时间}]，until 不早于 from。',
    en: 'The pauses "{field}" have the wrong form. Write [{"from": time, "until": time}], until not before from.',
  },
  'extensions-shape': {
    zh: '延长“{field}”写法不对。请写成规则的列表，如 ["workingDays:3"]。',
    en: 'The extensions "{field}" have the wrong form. Write a list of rules, e.g. ["workingDays:3"].',
  },
};

const POLICY_SENTENCES: ProblemTable = {
  ...SOURCE_SENTENCES,
  ...RULE_SENTENCES,
  ...ROW_SENTENCES,
  ...PACK_SENTENCES,
  ...TEXT_SENTENCES,
  ...PROFILE_SENTENCES,
};

/** The sentence of a problem of a pack or a profile, with file and line in front. */
export function policyProblemText(problem: FileProblem): ProblemSentence {
  return sentenceOf(problem, POLICY_SENTENCES);
}

/** The same without the place. */
export function policyProblemWords(problem: FileProblem): ProblemSentence {
  return bareSentenceOf(problem, POLICY_SENTENCES);
}

/** The sentence of a code alone, e.g. for a row of the operator's tool. */
export function policySentence(code: string, params: Readonly<Record<string, string>>): ProblemSentence {
  const row = POLICY_SENTENCES[code];
  if (row === undefined) throw new Error(`No sentence for the problem code ${code}`);
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  return { zh: fill(row.zh), en: fill(row.en) };
}
