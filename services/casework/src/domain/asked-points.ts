// 所问: what an appeal asks for. An enterprise tells its story and asks in between: 请…, 能否…, 何时…, …吗. Each
// asking clause is a point, and so are the clauses that go on after 请 (请告知时间，先接通链路，并…). A point has the
// form its answer must have: to 能不能 a yes or no, to 多久 a time, to 多少 an amount (答非所问, HD-3).
import { characterGrams, normalise } from '#text/words';
import type { Clause } from './answer-clauses';
import { MEASURE, WHEN } from './clause-words';

/** What an answer to the point must hold. */
type PointForm = 'yes-no' | 'when' | 'how-much' | 'who' | 'why' | 'how' | 'act';

/** One thing that was asked, in the enterprise's words. */
export interface AskedPoint {
  readonly text: string;
  readonly form: PointForm;
}

/** How an answer meets a point: in the form it asks for, and with words of its own. */
interface PointAnswer {
  readonly point: AskedPoint;
  readonly inForm: boolean;
  readonly takenUp: boolean;
}

const forms: readonly (readonly [PointForm, RegExp])[] = [
  ['when', /何时|什么时候|啥时候|多久|几天|几点|几号|(恢复|完工|补发|申报|告知.{0,6})时间|等到|时限|进度/u],
  ['how-much', /多少|几次[?？]|几个|多长|价格|票价|怎么算|利率/u],
  ['why', /为何|为什么|为啥|怎么还|原因|依据|理由/u],
  [
    'yes-no',
    /能否|能不能|可否|可不可以|是否|是不是|有没有|要不要|对不对|会不会|行不行|够不够|来不来得及|还是不|(能|可以).{0,8}吗|吗$|不用|能.{1,10}[不么]$|可以.{0,4}$/u,
  ],
  ['who', /谁|哪(里|儿|个|些部门)|向哪|归口|由.{0,6}部门|牵头/u],
  ['how', /怎么|如何|什么(材料|手续|要求|条件)|啥(材料|证|条件)|要什么|交啥|办法|怎样/u],
];

const inForm: Record<PointForm, RegExp> = {
  'yes-no':
    /^(有|没|要|会|是|否|对)|可以|能|不用|不要|不必|不需|不得|不算|没有|不会|不是|不行|不满足|不了|也行|来得及|符合|够|免征|同意|采纳/u,
  when: WHEN,
  'how-much': MEASURE,
  who: /由|归|向|找|联系|窗口|平台|打\d+/u,
  why: /因|由于|系|依据|所致|不是|查[明清实]|属|漏|错/u,
  how: /凭|交|填|带|点|走|先|传|申请|报|登录|办|做/u,
  act: /./u,
};

const QUESTION =
  /能否|能不能|可否|可不可以|是否|是不是|有没有|要不要|会不会|如何|怎么|怎样|哪|多少|多久|何时|什么|啥|吗|呢|为何|谁|几[天点号]|[?？]$/u;
/** Words that open a request; 要求 and 申请 mostly tell what somebody else wanted. */
const REQUEST = /(?<!申)请(?![人了])|希望|建议|麻烦|(?<![要需])求(?!助)|催一下|我就要|[应因]该/u;
const ASIDE_BELOW = 4;
/** Shares of a point's two-character runs above which an answer takes it up. */
const TAKEN_UP = 0.05;
const TAKEN_UP_WITHOUT_FORM = 0.1;

/** The points of an appeal in their order; an appeal that asks nothing in words is one point, its title. */
export function askedPoints(title: string, content: string): AskedPoint[] {
  const head = normalise(title);
  const points = QUESTION.test(head) ? [pointOf(head)] : [];
  for (const sentence of content.split(/[。！!；;]|(?<=[?？])|(?=[①②③④⑤⑥])/u)) {
    let requesting = false;
    for (const clause of normalise(sentence).split(/[,:]/u).flatMap(questionsOf)) {
      const requests = REQUEST.test(clause);
      const goesOn = requesting && [...clause].length >= ASIDE_BELOW;
      if (requests || goesOn || QUESTION.test(clause)) points.push(pointOf(clause));
      requesting ||= requests;
    }
  }
  return points.length > 0 ? points : [pointOf(head)];
}

function pointOf(text: string): AskedPoint {
  const form = forms.find(([, words]) => words.test(text.replace(/[?？]$/u, '')))?.[0] ?? 'act';
  return { text, form };
}

/** A clause, or its parts where several of them ask (什么材料、审核多久、票价如何确定). */
function questionsOf(clause: string): string[] {
  const parts = clause.split('、');
  const several = parts.filter((part) => QUESTION.test(part)).length >= 2;
  return (several ? parts : [clause]).map((part) => part.trim()).filter((part) => [...part].length >= 2);
}

/** How the answer meets each point; only clauses that report something or state a rule count. */
export function answerPoints(points: readonly AskedPoint[], clauses: readonly Clause[]): PointAnswer[] {
  const telling = clauses.filter(({ kind }) => kind === 'result' || kind === 'recital');
  const said = new Set(telling.flatMap(({ text }) => characterGrams(text, 2, 2)));
  return points.map((point) => {
    const met = telling.some(({ text }) => inForm[point.form].test(text));
    const own = [...new Set(characterGrams(point.text, 2, 2))];
    const shared = own.filter((pair) => said.has(pair)).length;
    return { point, inForm: met, takenUp: shared > (met ? TAKEN_UP : TAKEN_UP_WITHOUT_FORM) * own.length };
  });
}
