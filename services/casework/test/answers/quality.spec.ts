import { ANSWER_WEIGHTS } from '../../src/domain/answer-evidence';
import {
  ANSWERS,
  articleAnswers,
  articleVerdict,
  checked,
  FLAGS,
  type Flag,
  learnWeights,
  qualityOf,
  type SampleAnswer,
} from './quality';

const develop = ANSWERS.filter(({ part }) => part === 'develop');
const heldOut = ANSWERS.filter(({ part }) => part === 'held-out');

function precisionAndRecall(answers: readonly SampleAnswer[], flag: Flag): [number, number] {
  const { flagged, rightly, evasive } = qualityOf(answers, flag);
  return [rightly / flagged, rightly / evasive];
}

describe('the sample answers', () => {
  it('are a hundred sound and a hundred evasive ones, one of each to an appeal', () => {
    const appeals = (label: string) =>
      ANSWERS.filter((one) => one.label === label).map(({ appeal }) => appeal);
    expect(appeals('sound')).toHaveLength(100);
    expect(new Set(appeals('sound')).size).toBe(100);
    expect([...appeals('evasive')].sort()).toEqual([...appeals('sound')].sort());
    expect(heldOut).toHaveLength(66);
  });

  it('share no appeal between what was learnt from and what is measured on', () => {
    const learnt = new Set(develop.map(({ appeal }) => appeal));
    expect(heldOut.filter(({ appeal }) => learnt.has(appeal))).toEqual([]);
  });
});

describe('the answer check on answers it has not seen (HD-3)', () => {
  it('calls evasive what is evasive', () => {
    const [precision, recall] = precisionAndRecall(heldOut, FLAGS.evasive);
    expect(precision).toBeGreaterThanOrEqual(0.96);
    expect(recall).toBeGreaterThanOrEqual(0.84);
  });

  it('remarks on nearly all of them, and on few sound ones', () => {
    const [precision, recall] = precisionAndRecall(heldOut, FLAGS['evasive or doubtful']);
    expect(precision).toBeGreaterThanOrEqual(0.83);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  it('finds at least half of every kind', () => {
    const kinds = new Set(heldOut.flatMap(({ kind }) => kind ?? []));
    const missed = [...kinds].filter((kind) => {
      const some = heldOut.filter((one) => one.kind === kind);
      return some.filter(FLAGS['evasive or doubtful']).length * 2 < some.length;
    });
    expect(kinds.size).toBe(9);
    expect(missed).toEqual([]);
  });

  it('is far better than lists of phrases', () => {
    const [precision, recall] = precisionAndRecall(heldOut, FLAGS.evasive);
    for (const name of ['a stock phrase', 'any listed phrase'] as const) {
      const [listPrecision, listRecall] = precisionAndRecall(heldOut, FLAGS[name]);
      expect(precision).toBeGreaterThan(listPrecision + 0.2);
      expect(recall).toBeGreaterThan(listRecall + 0.05);
    }
  });

  it('always says why', () => {
    for (const answer of ANSWERS) {
      const { verdict, findings } = checked(answer);
      expect(findings.length > 0).toBe(verdict !== 'answers');
    }
  });

  it('lets the articles of the library pass as answers to their questions', () => {
    const verdicts = articleAnswers().map(({ question, right }) => articleVerdict(question, right));
    expect(verdicts.length).toBeGreaterThan(150);
    expect(verdicts.filter((verdict) => verdict === 'evasive').length).toBeLessThan(0.06 * verdicts.length);
  });
});

describe('the weights', () => {
  it('are those learnt from the develop part', () => {
    const learnt = learnWeights(develop);
    expect(learnt).toHaveLength(ANSWER_WEIGHTS.length);
    learnt.forEach((weight, i) => {
      expect(Math.abs(weight - (ANSWER_WEIGHTS[i] as number))).toBeLessThan(0.001);
    });
  });
});
