// How good the answer check is on the sample answers, and what lists of phrases alone would reach on the
// same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Logistic, fitLogistic } from '#text/calibration';
import { characterGrams } from '#text/words';
import { type AnswerStandard, checkAnswer } from '../../src/domain/answer-check';
import { standardOf } from '../../src/domain/answer-remarks';
import { featuresOf, findEvidence, shareOf } from '../../src/domain/answer-evidence';
import { CLAUSE_WORDS } from '../../src/domain/clause-words';
import { YICHENG } from '../scenario';

/** A line of answers.jsonl; see README.md beside it. */
export interface SampleAnswer {
  readonly id: string;
  readonly appeal: string;
  readonly part: 'develop' | 'held-out';
  readonly label: 'sound' | 'evasive';
  readonly kind?: string;
  readonly type: string;
  readonly text: string;
  readonly basis?: string;
  readonly plannedOn?: string;
}

interface SampleAppeal {
  readonly id: string;
  readonly title: string;
  readonly content: string;
}

/** Counts of a way to flag answers. */
export interface FlagQuality {
  readonly flagged: number;
  readonly rightly: number;
  readonly evasive: number;
}

/** Whether an answer is flagged as not answering. */
export type Flag = (answer: SampleAnswer) => boolean;

const lines = <T>(path: string): T[] =>
  readFileSync(join(__dirname, path), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** All sample answers. */
export const ANSWERS = lines<SampleAnswer>('answers.jsonl');

const appeals = new Map(
  lines<SampleAppeal>('../../../../deploy/profiles/demo/training/appeals.jsonl').map((one) => [one.id, one]),
);

/** The appeal that is answered; throws when the profile lost it. */
export function appealOf({ id, appeal }: SampleAnswer): SampleAppeal {
  const found = appeals.get(appeal);
  if (!found) throw new Error(`${id}: no appeal ${appeal}`);
  return found;
}

/** The standard of a type of completion as Yicheng's pack sets it. */
export function yichengStandard(type: string): AnswerStandard {
  const found = standardOf(YICHENG.completionTypes, type);
  if (!found) throw new Error(`no completion type ${type}`);
  return found;
}

/** The check of an answer by that standard. */
export function checked(answer: SampleAnswer) {
  const { text, basis, plannedOn } = answer;
  const given = { text, ...(basis && { basis }), ...(plannedOn && { plannedDate: plannedOn }) };
  return checkAnswer(appealOf(answer), given, yichengStandard(answer.type));
}

/** Ways to flag an answer, by name. */
export const FLAGS = {
  evasive: (answer) => checked(answer).verdict === 'evasive',
  'evasive or doubtful': (answer) => checked(answer).verdict !== 'answers',
  'plain rule': (answer) => {
    const evidence = findEvidence(appealOf(answer), answer.text);
    const [, , , , inForm = 1, notTakenUp = 0] = featuresOf(evidence);
    const { concrete, results, points, clauses } = evidence;
    if (concrete.length === 0 || shareOf(clauses, ['result']) < 0.5) return true;
    return (notTakenUp === 1 && inForm < 1) || results.length < points.length;
  },
  'a stock phrase': ({ text }) => CLAUSE_WORDS.some(([kind, words]) => kind === 'stock' && words.test(text)),
  'any listed phrase': ({ text }) => CLAUSE_WORDS.some(([, words]) => words.test(text)),
} satisfies Record<string, Flag>;

/** Counts a way to flag over answers. */
export function qualityOf(answers: readonly SampleAnswer[], flag: Flag): FlagQuality {
  const flagged = answers.filter(flag);
  const isEvasive = ({ label }: SampleAnswer) => label === 'evasive';
  return {
    flagged: flagged.length,
    rightly: flagged.filter(isEvasive).length,
    evasive: answers.filter(isEvasive).length,
  };
}

/** The weights learnt anew from answers, in the order of `ANSWER_WEIGHTS`. */
export function learnWeights(answers: readonly SampleAnswer[]): Logistic {
  const rows = answers.map((answer) => featuresOf(findEvidence(appealOf(answer), answer.text)));
  return fitLogistic(
    rows,
    answers.map(({ label }) => label === 'evasive'),
    1,
  );
}

interface Article {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly body: string;
}

/**
 * A question of the profile, its right article, and the article of the same topic that comes nearest in
 * words.
 */
interface ArticleAnswers {
  readonly question: string;
  readonly right: Article;
  readonly nearest: Article;
}

/** Questions and articles written by another hand than the sample answers, and never learnt from. */
export function articleAnswers(): ArticleAnswers[] {
  const articles = lines<Article>('../../../../deploy/profiles/demo/knowledge.jsonl');
  const questions = lines<{ q: string; answers: string[] }>(
    '../../../../deploy/profiles/demo/questions.jsonl',
  );
  const pairs = new Map(articles.map(({ id, title, body }) => [id, characterGrams(title + body, 2, 2)]));
  return questions.flatMap(({ q, answers }) => {
    const asked = new Set(characterGrams(q, 2, 2));
    const shared = ({ id }: Article) => pairs.get(id)?.filter((pair) => asked.has(pair)).length ?? 0;
    const right = articles.find(({ id }) => id === answers[0]);
    const nearest = articles
      .filter(({ id, topic }) => !answers.includes(id) && topic === right?.topic)
      .sort((a, b) => shared(b) - shared(a))[0];
    return right && nearest ? [{ question: q, right, nearest }] : [];
  });
}

/** The verdict on an article given as the answer to a question. */
export function articleVerdict(question: string, { title, body }: Article) {
  const appeal = { title: question, content: question };
  return checkAnswer(appeal, { text: body, basis: `《${title}》` }, yichengStandard('explained')).verdict;
}
