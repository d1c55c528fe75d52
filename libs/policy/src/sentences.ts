// The sentences of everything that may be wrong with a pack, a profile, a rule or a row given to the
// operator's tool: what is wrong and what to do, Chinese first.
import type { FileProblem } from '#working-calendar/source-file';
import {
  type ProblemSentence,
  type ProblemTable,
  SOURCE_SENTENCES,
  sentenceOf,
} from '#working-calendar/source-text';

const RULE_SENTENCES: ProblemTable = {
  'rule-not-text': {
    zh: '时限规则缺失或不是文字。请写成“方式:数量”，如 workingDays:5。',
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

const PACK_SENTENCES: ProblemTable = {
  identifier: {
    zh: '“{field}”的值“{value}”不是编号。请用小写字母开头，只含小写字母、数字和连字符。',
    en: '"{field}" is "{value}", not an id. Start with a small letter; use small letters, digits and hyphens only.',
  },
  'clock-time': {
    zh: '“{field}”的值“{value}”不是时刻。请写成 08:30（加引号）。',
    en: '"{field}" is "{value}", not a time of day. Write "08:30" in quotes.',
  },
  'clock-without-stop': {
    zh: '时限“{id}”没有终止时点，永远不会停。请在 stops 中写至少一个时点。',
    en: 'The clock "{id}" has no moment that stops it and would run for ever. Name one under stops.',
  },
  'clock-stops-as-it-starts': {
    zh: '时限“{id}”的起算与终止是同一时点“{moment}”。请改正其中之一。',
    en: 'The clock "{id}" starts and stops at the same moment "{moment}". Correct one of them.',
  },
  'clock-pause-without-resume': {
    zh: '时限“{id}”只写了中止或恢复中的一个。请在 pausesOn 与 resumesOn 中都写时点。',
    en: 'The clock "{id}" names only one of pausesOn and resumesOn. Name moments for both.',
  },
  'near-rule': {
    zh: '提醒“{value}”须按小时或天数提前。请用 hours、workingDays 或 naturalDays。',
    en: 'The reminder "{value}" must be set in hours or days before. Use hours, workingDays or naturalDays.',
  },
  'red-without-yellow': {
    zh: '时限“{id}”有红牌而无黄牌；红牌从黄牌通知起算。请将 yellow 设为 true 或删去 red。',
    en: 'The clock "{id}" has a red card but no yellow one, from which red is counted. Set yellow to true or remove red.',
  },
  'duplicate-id': {
    zh: '编号“{id}”在“{list}”中用了两次。请改用不同编号。',
    en: 'The id "{id}" stands twice in "{list}". Give each its own.',
  },
  'unknown-role': {
    zh: '角色“{role}”未在 roles 中列出（现有：{known}）。请改正或补充该角色。',
    en: 'The role "{role}" is not listed under roles (known: {known}). Correct it or add the role.',
  },
  'unknown-variable': {
    zh: '短信文本中的“{variable}”不是已知变量（可用：{known}）。请改正拼写。',
    en: 'The text uses "{variable}", which is not a known variable (known: {known}). Correct the spelling.',
  },
  'variables-differ': {
    zh: '短信“{id}”的中英文所用变量不同（{difference}）。请使两种文本一致。',
    en: 'The Chinese and English text of "{id}" use different variables ({difference}). Make them agree.',
  },
  'office-hours': {
    zh: '办公时间为空或相互重叠。请按先后写各时段，开始早于结束。',
    en: 'Office hours are empty or overlap. Write the parts of the day in order, each with from before until.',
  },
  'rating-clock-differs': {
    zh: '评价期限“{within}”与从 rating-reminder-delivered 起算的时限“{id}”（{rule}）不一致。请统一。',
    en: 'The rating period "{within}" differs from the clock "{id}" that starts at rating-reminder-delivered ({rule}). Make them agree.',
  },
  'objection-clock-differs': {
    zh: '异议期限“{within}”与时限“{id}”（{rule}）不一致。请统一。',
    en: 'The objection period "{within}" differs from the clock "{id}" ({rule}). Make them agree.',
  },
};

const PROFILE_SENTENCES: ProblemTable = {
  'credit-code': {
    zh: '统一社会信用代码“{value}”不正确（18 位，末位为校验码）。请核对营业执照。',
    en: 'The unified social credit code "{value}" is wrong (18 characters, the last one checks). Compare the licence.',
  },
  'duplicate-key': {
    zh: '“{value}”在本文件中已出现（第 {first} 行）。请删去其中一个。',
    en: '"{value}" already stands in this file (line {first}). Remove one of them.',
  },
  'unknown-reference': {
    zh: '“{field}”的值“{value}”在 {list} 中不存在。请改正，或在该文件中补充。',
    en: '"{field}" is "{value}", which {list} does not hold. Correct it or add it there.',
  },
  'outside-jurisdiction': {
    zh: '区划代码“{value}”不属于本辖区（前缀：{prefixes}）。请核对 regions.json 与 profile.yaml。',
    en: 'The division code "{value}" is outside the jurisdiction (prefixes: {prefixes}). Compare regions.json and profile.yaml.',
  },
  'dates-reversed': {
    zh: '“{field}”的日期“{value}”早于“{from}”。请核对起止日期。',
    en: '"{field}" is "{value}", before "{from}". Check the two dates.',
  },
};

const POLICY_SENTENCES: ProblemTable = {
  ...SOURCE_SENTENCES,
  ...RULE_SENTENCES,
  ...ROW_SENTENCES,
  ...PACK_SENTENCES,
  ...PROFILE_SENTENCES,
};

/** The sentence of a problem of a pack or a profile, with file and line in front. */
export function policyProblemText(problem: FileProblem): ProblemSentence {
  return sentenceOf(problem, POLICY_SENTENCES);
}

/** The sentence of a code alone, e.g. for a row of the operator's tool. */
export function policySentence(code: string, params: Readonly<Record<string, string>>): ProblemSentence {
  const row = POLICY_SENTENCES[code];
  if (row === undefined) throw new Error(`No sentence for the problem code ${code}`);
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  return { zh: fill(row.zh), en: fill(row.en) };
}
