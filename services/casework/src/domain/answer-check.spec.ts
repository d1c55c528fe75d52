import { ANSWER_FINDING_SENTENCES } from '#contracts/sentences/answer-findings';
import {
  type AnswerFindingCode,
  type AnswerRequirement,
  checkAnswer,
  type GivenAnswer,
} from './answer-check';
import { judgeClauses } from './answer-clauses';
import { askedPoints } from './asked-points';

const appeal = {
  title: '厂区门口路灯不亮',
  content: '我厂门口三盏路灯坏了两个月，夜班工人摔过一次。请尽快修复，并告知修复时间，费用由谁承担？',
};
const standard = (...required: AnswerRequirement[]) => ({ required, doubtfulFrom: 0.4, evasiveFrom: 0.6 });
const check = (answer: GivenAnswer, ...required: AnswerRequirement[]) =>
  checkAnswer(appeal, answer, standard(...required));
const codes = (text: string) => check({ text }, 'result').findings.map(({ code }) => code);

const SOUND = '三盏路灯6月12日已修复，换了控制箱，费用由养护所承担，企业不用出。';

describe('what an appeal asks', () => {
  it('finds the questions and requests in the story, each with its form', () => {
    expect(askedPoints(appeal.title, appeal.content)).toEqual([
      { text: '请尽快修复', form: 'act' },
      { text: '并告知修复时间', form: 'when' },
      { text: '费用由谁承担?', form: 'who' },
    ]);
  });

  it('takes questions strung together apart', () => {
    expect(askedPoints('定制公交', '请问需要什么材料、审核多久、票价多少？').map(({ form }) => form)).toEqual(
      ['how', 'when', 'how-much'],
    );
  });

  it('does not take what others demanded for a request, and falls back on the title', () => {
    expect(askedPoints('泵站漏水', '物业要求我们先付钱，申请也交了。')).toEqual([
      { text: '泵站漏水', form: 'act' },
    ]);
  });
});

describe('what a clause of an answer does', () => {
  it('tells reports from promises, courtesies and the appeal’s own words', () => {
    const text =
      '感谢您的关心。厂区门口路灯不亮，已约谈养护所，将尽快安排，6月12日前将修复，建议您向电力公司咨询。';
    expect(judgeClauses(`${appeal.title}。${appeal.content}`, text).map(({ kind }) => kind)).toEqual([
      'stock',
      'copied',
      'result',
      'vague',
      'result',
      'elsewhere',
    ]);
  });
});

describe('an answer', () => {
  it('that reports what was done, when and at whose cost answers', () => {
    expect(check({ text: SOUND }, 'result')).toMatchObject({ verdict: 'answers', findings: [] });
  });

  it('may be polite and say that the matter is taken seriously', () => {
    const text = `您反映的问题我所高度重视。${SOUND}感谢您的理解与支持，我所将进一步加强巡查。`;
    expect(check({ text }, 'result').verdict).toBe('answers');
  });

  it('of phrases alone is evasive, with or without a date in it', () => {
    const text = '您反映的问题我所6月12日高度重视，将进一步加强巡查，切实提升服务水平，感谢您的理解与支持。';
    expect(check({ text }, 'result').verdict).toBe('evasive');
    expect(codes(text)).toEqual(['STOCK_PHRASES_ONLY', 'NO_RESULT_OR_TIME', 'POINT_UNANSWERED']);
  });

  it.each([
    ['PASSED_ON', '路灯不属于我所职责，已转市电力公司办理，建议您向电力公司咨询。'],
    ['TOLD_TO_REAPPLY', '请您重新提交路灯报修申请表和现场照片，材料齐全后我们再受理。'],
    ['CONTACT_ONLY', '我所已与企业电话沟通，听取了意见，企业表示理解。'],
    ['GENERAL_POLICY', '城市照明设施是城市的重要基础设施，各级部门应当加强维护，任何单位不得损坏。'],
    ['APPEAL_REPEATED', '我厂门口三盏路灯坏了两个月，夜班工人摔过一次，请尽快修复，并告知修复时间。'],
  ] satisfies [AnswerFindingCode, string][])('is evasive with %s: %s', (code, text) => {
    const { verdict, findings } = check({ text }, 'result');
    expect(verdict).toBe('evasive');
    expect(findings.map((finding) => finding.code)).toContain(code);
  });

  it('names the points it leaves open in the enterprise’s words', () => {
    const finding = check({ text: '将尽快安排。' }).findings.find(({ code }) => code === 'POINT_UNANSWERED');
    expect(finding?.quotes).toEqual(['请尽快修复', '并告知修复时间', '费用由谁承担?']);
  });

  it('without a word is evasive', () => {
    expect(check({ text: ' ' }, 'result').verdict).toBe('evasive');
  });
});

describe('the standard of a type of completion', () => {
  const missing = (answer: Omit<GivenAnswer, 'text'>, required: AnswerRequirement) =>
    check({ text: SOUND.replace('6月12日', ''), ...answer }, required).findings.map(({ code }) => code);

  it('asks for a named document as policy basis', () => {
    expect(missing({ basis: '按有关规定' }, 'policyBasis')).toEqual(['POLICY_BASIS_MISSING']);
    expect(missing({ basis: '《城市照明管理规定》' }, 'policyBasis')).toEqual([]);
    expect(missing({ basis: '示政发〔2026〕3号' }, 'policyBasis')).toEqual([]);
  });

  it('asks for the article as legal basis', () => {
    expect(missing({ basis: '《城市照明管理规定》' }, 'legalBasis')).toEqual(['LEGAL_BASIS_MISSING']);
    expect(missing({ basis: '《城市照明管理规定》第二十一条' }, 'legalBasis')).toEqual([]);
  });

  it('asks for the planned date', () => {
    expect(missing({}, 'plannedOn')).toEqual(['PLANNED_DATE_MISSING']);
    expect(missing({ plannedDate: '2026-07-10' }, 'plannedOn')).toEqual([]);
  });

  it('leaves the enterprise’s agreement to the record of contacts', () => {
    expect(missing({}, 'enterpriseAgrees')).toEqual([]);
  });

  it('finds a plan the enterprise agreed to doubtful at worst, whatever its words', () => {
    const text = '已与企业沟通，将按有关规定积极推进。';
    const of = (agreed: boolean, ...required: AnswerRequirement[]) =>
      check({ text, agreed }, ...required).verdict;
    expect(of(false, 'plan', 'enterpriseAgrees')).toBe('evasive');
    expect(of(true, 'plan', 'enterpriseAgrees')).toBe('doubtful');
    expect(of(true, 'result')).toBe('evasive');
  });

  it('makes an answer doubtful, not evasive', () => {
    expect(check({ text: SOUND }, 'result', 'legalBasis').verdict).toBe('doubtful');
  });
});

it('has a sentence for every finding and for nothing else', () => {
  const sentences: Record<AnswerFindingCode, { zh: string; en: string }> = ANSWER_FINDING_SENTENCES;
  for (const { zh, en } of Object.values(sentences))
    expect(zh.includes('{quotes}')).toBe(en.includes('{quotes}'));
});
