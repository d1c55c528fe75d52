// The guided dialogue, answer by answer.
import { demoProfile, YICHENG, YIHUI } from '../../test/scenario';
import { chinesePhone } from '../adapters/out/instance-codes';
import {
  answersBefore,
  type Answered,
  type DialogueFacts,
  draftOf,
  questionAfter,
  submissionOf,
  takeAnswer,
  takeBack,
} from './wechat-dialogue';
import { readSubmission } from './submission';

const { regions, topics } = demoProfile();
const FACTS: DialogueFacts = {
  kinds: YICHENG.kinds.map(({ id, title }) => ({ id, title })),
  regions: regions.map(({ code, name }) => ({ id: code, title: { zh: name, en: name } })),
  lists: {
    ...{
      channels: ['wechat'],
      kinds: YICHENG.kinds.map(({ id }) => id),
      topics: topics.map(({ code }) => code),
    },
    ...{ regions: regions.map(({ code }) => code), phone: chinesePhone },
  },
};

type Said = string | readonly [string, Partial<DialogueFacts>];

/** Answers one after the other: what was asked each time, and what was wrong with the words. */
function talk(...said: readonly Said[]) {
  let answers: readonly Answered[] = [];
  const asked: string[] = [];
  for (const one of said) {
    const [words, facts] = typeof one === 'string' ? [one, {}] : one;
    const turn = takeAnswer(answers, words, { ...FACTS, ...facts });
    answers = turn.answers;
    asked.push(turn.submit ? 'submit' : (turn.problem?.code ?? questionAfter(answers, FACTS)));
  }
  return { answers, asked };
}

const KNOWN = { found: YIHUI };

test('a name the register knows settles code and region, so four questions are left', () => {
  const { answers, asked } = talk(
    [YIHUI.name, KNOWN],
    '2',
    '厂区断电',
    '本月已断电三次，请协调。',
    '殷某',
    '19900006305',
    '1',
  );
  expect(asked).toEqual(['kind', 'title', 'content', 'contact', 'phone', 'confirm', 'submit']);
  const read = readSubmission(submissionOf(draftOf(answers), 'wechat', 'wx-1'), FACTS.lists);
  expect(read).toMatchObject({
    ok: true,
    value: { uscc: YIHUI.uscc, enterpriseName: YIHUI.name, region: YIHUI.region, kind: 'help' },
  });
});

test('an enterprise that is being founded has no code, and says where it is', () => {
  const { answers, asked } = talk('苏州某某筹备处', '0', '太仓市', '咨询');
  expect(asked).toEqual(['uscc', 'region', 'kind', 'title']);
  const { enterprise } = submissionOf(draftOf(answers), 'wechat', 'wx-1') as { enterprise: object };
  expect(enterprise).toMatchObject({ uscc: '', tags: ['startup'], region: 'taicang' });
});

test('a code of another city is let in, and name and region are asked', () => {
  expect(talk('91310114XNYQX2910U', '上海某某有限公司', '1').asked).toEqual(['name', 'region', 'kind']);
});

test('a code the door refuses is refused at once', () => {
  const codeProblem = { code: 'USCC_CHECK_DIGIT', field: 'enterprise.uscc', params: {} };
  expect(talk(['91320585XNMLW3NY0X', { codeProblem }]).asked).toEqual(['USCC_CHECK_DIGIT']);
});

const SO_FAR: readonly Said[] = [[YIHUI.name, KNOWN], '2'];
test.each<[string, readonly Said[], string]>([
  ['an answer that is too short', [...SO_FAR, '电'], 'TEXT_TOO_SHORT'],
  ['one nobody can see', [...SO_FAR, '厂\u200b区断电'], 'UNSEEN_CHARACTER'],
  ['one that is too long', [...SO_FAR, '长'.repeat(101)], 'TEXT_TOO_LONG'],
  ['nothing', [...SO_FAR, '  '], 'FIELD_MISSING'],
  ['a number of no choice', [[YIHUI.name, KNOWN], '9'], 'CHOICE_UNKNOWN'],
  ['words of no choice', [[YIHUI.name, KNOWN], '随便'], 'CHOICE_UNKNOWN'],
  ['a telephone nobody can dial', [...SO_FAR, '厂区断电', '断电三次了', '殷某', '110'], 'PHONE_WRONG'],
])('%s is asked again', (_what, said, code) => {
  const { asked, answers } = talk(...said);
  expect(asked.at(-1)).toBe(code);
  expect(answers).toEqual(talk(...said.slice(0, -1)).answers);
});

test('the latest answer is taken back, one at a time', () => {
  const { answers } = talk(...SO_FAR, '厂区断电');
  expect(questionAfter(takeBack(answers), FACTS)).toBe('title');
  expect(questionAfter(takeBack(takeBack(answers)), FACTS)).toBe('kind');
  expect(questionAfter(takeBack([]), FACTS)).toBe('enterprise');
});

test('what is not confirmed is not handed in', () => {
  const whole: readonly Said[] = [...SO_FAR, '厂区断电', '断电三次了', '殷某', '19900006305'];
  expect(talk(...whole, '2').asked.at(-1)).toBe('confirm');
  expect(talk(...whole, '提交').asked.at(-1)).toBe('submit');
});

test('a submission refused for a field goes back to the question of it', () => {
  const { answers } = talk(...SO_FAR, '厂区断电', '断电三次了');
  const problem = (field: string) => ({ code: 'X', field, params: {} });
  expect(questionAfter(answersBefore(answers, problem('title')), FACTS)).toBe('title');
  expect(questionAfter(answersBefore(answers, problem('enterprise.uscc')), FACTS)).toBe('enterprise');
  expect(answersBefore(answers, problem(''))).toEqual(answers);
});
