// Prints how good the answer check is: `npx tsx services/casework/test/answers/measure.ts`. The weights were
// learnt from the develop part alone; cross-validation by appeal within it compares them with the plain rule.
import { foldsOf, probability } from '#text/calibration';
import { seeded } from '#text/linear-svm';
import { featuresOf, findEvidence } from '../../src/domain/answer-evidence';
import {
  ANSWERS,
  appealOf,
  articleAnswers,
  articleVerdict,
  FLAGS,
  type Flag,
  learnWeights,
  qualityOf,
  type SampleAnswer,
} from './quality';

const FOLDS = 10;
const EVASIVE_FROM = 0.6;
const DOUBTFUL_FROM = 0.4;

function print(name: string, answers: readonly SampleAnswer[], flag: Flag): void {
  const { flagged, rightly, evasive } = qualityOf(answers, flag);
  const precision = (rightly / flagged).toFixed(3);
  const recall = (rightly / evasive).toFixed(3);
  console.log(
    `  ${name}: precision ${precision}, recall ${recall} (${rightly} of ${flagged} flagged, ${evasive} real)`,
  );
}

/** The likelihood of each develop answer under weights that have not seen its appeal. */
function unseenLikelihoods(answers: readonly SampleAnswer[]): Map<SampleAnswer, number> {
  const groups = answers.map(({ appeal }) => appeal);
  const fold = foldsOf(groups, FOLDS, seeded(1));
  const likelihoods = new Map<SampleAnswer, number>();
  for (let k = 0; k < FOLDS; k += 1) {
    const weights = learnWeights(answers.filter((_, i) => fold[i] !== k));
    answers.forEach((answer, i) => {
      if (fold[i] !== k) return;
      likelihoods.set(answer, probability(weights, featuresOf(findEvidence(appealOf(answer), answer.text))));
    });
  }
  return likelihoods;
}

const develop = ANSWERS.filter(({ part }) => part === 'develop');
const heldOut = ANSWERS.filter(({ part }) => part === 'held-out');
const likelihoods = unseenLikelihoods(develop);
console.log(`develop, ${FOLDS} folds by appeal: ${develop.length} answers`);
for (const from of [EVASIVE_FROM, DOUBTFUL_FROM])
  print(`learnt weights, from ${from}`, develop, (answer) => (likelihoods.get(answer) ?? 0) >= from);
print('plain rule', develop, FLAGS['plain rule']);
console.log(`held out: ${heldOut.length} answers`);
for (const [name, flag] of Object.entries(FLAGS)) print(name, heldOut, flag);
console.log('held out, flagged by kind (evasive / evasive or doubtful / all)');
for (const kind of new Set(heldOut.map((answer) => answer.kind ?? 'sound'))) {
  const some = heldOut.filter((answer) => (answer.kind ?? 'sound') === kind);
  const doubtful = some.filter(FLAGS['evasive or doubtful']).length;
  console.log(`  ${kind}: ${some.filter(FLAGS.evasive).length} / ${doubtful} / ${some.length}`);
}

const questions = articleAnswers();
console.log(`articles of the library as answers to ${questions.length} questions (evasive / doubtful)`);
for (const which of ['right', 'nearest'] as const) {
  const verdicts = questions.map((one) => articleVerdict(one.question, one[which]));
  const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
  console.log(`  ${which} article: ${count('evasive')} / ${count('doubtful')}`);
}
