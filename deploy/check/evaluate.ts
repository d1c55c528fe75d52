/**
 * Prints how good the unit classifier and the answer finder are on appeals and questions they have not seen:
 * `npx tsx deploy/check/evaluate.ts [SEED…]` (five folds by event and five at random per seed; default 1 2
 * 3), one held-out quarter and appeals written apart from the profile. Thresholds are chosen inside each
 * training part, so that no figure has seen what it is measured on.
 */
import { join } from 'node:path';
import { createAnswerFinder } from '#knowledge/adapters/out/retrieval/answer-finder';
import { readLibrary } from '#knowledge/adapters/out/retrieval/profile-library';
import { findHeldOut, finderQuality, type FoundText } from '#knowledge/adapters/out/retrieval/quality';
import { readAppeals, readTrainingMaterial } from '#triage/adapters/out/classifier/profile-material';
import {
  answerAll,
  answerHeldOut,
  type Answered,
  type Quality,
  qualityOf,
  splitAtRandom,
  splitByEvent,
} from '#triage/adapters/out/classifier/quality';
import { trainUnitClassifier } from '#triage/adapters/out/classifier/unit-classifier';

const PROFILE = join(__dirname, '../profiles/demo');
/** Appeals nobody trains on, written apart from the profile. */
const APART = join(
  __dirname,
  '../../services/triage/src/adapters/out/classifier/unseen-appeals.synthetic.jsonl',
);
const SPLITS = [
  ['by event', splitByEvent],
  ['at random', splitAtRandom],
] as const;
/** The day on which the demonstration profile stands. */
const AS_OF = '2026-06-30';

const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));

function printQuality(name: string, quality: Quality): void {
  const { appeals, first, amongThree, amongFive, automatic, automaticRight, brier } = quality;
  console.log(`\n${name}: ${appeals} appeals`);
  console.log(
    `  lead first ${first.toFixed(3)}, among three ${amongThree.toFixed(3)}, ` +
      `among five ${amongFive.toFixed(3)}`,
  );
  console.log(
    `  automatic ${automatic} (coverage ${share(automatic, appeals)}), ` +
      `right ${automaticRight} (precision ${share(automaticRight, automatic)})`,
  );
  console.log(`  Brier score of the first ${brier.toFixed(3)}`);
  for (const [question, { named, real, both }] of Object.entries(quality.hits)) {
    console.log(
      `  ${question}: precision ${share(both, named)}, recall ${share(both, real)} ` +
        `(${both} of ${named} named, ${real} real)`,
    );
  }
}

function printFinder(name: string, found: readonly FoundText[]): void {
  const { texts, answerable, first, amongFive, sure, sureRight } = finderQuality(found);
  console.log(
    `  ${name}: ${texts} texts, best right ${share(first, answerable)}, ` +
      `among five ${share(amongFive, answerable)} of ${answerable} answerable; ` +
      `sure ${sure}, precision ${share(sureRight, sure)}, recall ${share(sureRight, answerable)}`,
  );
}

function timed<T>(name: string, work: () => T): T {
  const started = process.cpuUsage().user;
  const result = work();
  console.log(`${name}: ${Math.round((process.cpuUsage().user - started) / 1000)} ms of processor time`);
  return result;
}

function evaluateClassifier(seeds: readonly number[]): void {
  const material = readTrainingMaterial(PROFILE, AS_OF);
  const classifier = timed('training the classifier', () => trainUnitClassifier(material));
  const texts = material.appeals.slice(0, 100);
  timed('classifying 100 appeals', () =>
    texts.map(({ title, content }) => classifier.classify({ title, content })),
  );
  const quarter = splitByEvent(material.appeals, 4, 1)[0] ?? [];
  printQuality('one held-out quarter', qualityOf(answerHeldOut(material, quarter, trainUnitClassifier)));
  printQuality('appeals written apart', qualityOf(answerAll(classifier, readAppeals(APART))));
  for (const [name, split] of SPLITS) {
    const all: Answered[] = [];
    for (const seed of seeds) {
      const folds = split(material.appeals, 5, seed);
      const answered = folds.flatMap((held) => answerHeldOut(material, held, trainUnitClassifier));
      printQuality(`five folds ${name}, seed ${seed}`, qualityOf(answered));
      all.push(...answered);
    }
    printQuality(`five folds ${name}, all ${seeds.length} seeds`, qualityOf(all));
  }
}

function evaluateFinder(seeds: readonly number[]): void {
  const library = readLibrary(PROFILE, AS_OF);
  timed('\nbuilding the answer finder', () => createAnswerFinder(library));
  const all: FoundText[] = [];
  for (const seed of seeds) all.push(...findHeldOut(library, 5, seed, createAnswerFinder));
  printFinder(
    'questions',
    all.filter(({ text }) => text.kind === undefined),
  );
  printFinder(
    'appeals',
    all.filter(({ text }) => text.kind !== undefined),
  );
  printFinder('both', all);
}

const seeds = process.argv.slice(2).map(Number);
const chosen = seeds.length > 0 ? seeds : [1, 2, 3];
evaluateClassifier(chosen);
evaluateFinder(chosen);
