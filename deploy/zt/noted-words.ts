/**
 * What the account of a simulation counts of the people beside the unit, in Chinese. The simulation names it
 * in the words of its events; a code at the end (a question, a ground, a step of supervision) has the name
 * that packs and product give it.
 */

const WHOLE: Readonly<Record<string, string>> = {
  'panel: member stood aside': '专家回避',
  'meeting convened': '召集联席会议',
  'meeting recorded': '联席会议记录',
  'assisting: contribution': '协办意见',
  'assisting: objection': '协办异议',
  'extension asked for': '申请延期',
  'extension granted': '准予延期',
  'extension refused': '不予延期',
  'county: sent up': '县级上报',
  'county: taken by the city': '市级受理',
  'county: returned': '退回县级',
  'urgency confirmed': '确认紧急',
  'urgency denied': '不属紧急',
  'inside: draft': '拟稿',
  'inside: signature of the holder': '本岗签批',
  'inside: signature of a deputy': '代岗签批',
  'inside: draft returned': '退回或撤回拟稿',
  'register: cleared': '台账销号',
  'order answered': '督办单答复',
  'order answered late': '督办单逾期答复',
  'order overdue': '督办单逾期',
  'deduction recorded': '扣分',
  'deduction withdrawn': '扣分撤销',
  'spot check drawn': '抽查',
  'spot check passed': '抽查通过',
  'spot check: opened again': '抽查后重新办理',
  'spot check: to be mended': '抽查后整改',
  'mending accepted': '整改通过',
  'mending not accepted': '整改不通过',
  'rating left out': '剔除评价',
};

/** The same with a code after it. */
const BEGINNINGS: readonly (readonly [english: string, chinese: string])[] = [
  ['panel convened on ', '发起专家研判'],
  ['panel ruled on ', '专家研判结论'],
  ['session lapsed: ', '会商作废'],
  ['inside: step overdue ', '内部步骤逾期'],
  ['register: ', '列入台账'],
  ['order issued by ', '发督办单'],
  ['order ', '督办单裁定'],
  ['handed over by ', '移送'],
  ['contest of a ', '申诉'],
];

const OF_CONTESTS: Readonly<Record<string, string>> = {
  ...{ card: '牌', deduction: '扣分', rating: '评价' },
  ...{ upheld: '成立', dismissed: '不成立' },
};

/** Whether it was done inside a unit. */
export function isInside(what: string): boolean {
  return what.startsWith('inside: ');
}

/** `panel convened on result 发起专家研判 · 办理结果`; words nobody named stand alone. */
export function notedText(what: string, nameOf: (code: string) => string): string {
  const whole = WHOLE[what];
  if (whole !== undefined) return `${what} ${whole}`;
  const found = BEGINNINGS.find(([english]) => what.startsWith(english));
  if (found === undefined) return what;
  const [english, chinese] = found;
  const codes = what.slice(english.length).split(' ');
  const names = codes.map((code) => OF_CONTESTS[code] ?? nameOf(code).replace(`${code} `, ''));
  return `${what} ${chinese} · ${names.join(' ')}`;
}
