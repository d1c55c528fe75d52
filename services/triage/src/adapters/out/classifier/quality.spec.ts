/**
 * Guards what the desk relies on: trained without a quarter of the events, the classifier names the lead of
 * that quarter and sends by itself only what is right. The split is the first of four with seed 1, chosen
 * before it was measured: there 0.922 of the leads stand first, 0.989 among three, and 0.578 go by
 * themselves, all of them right. Appeals written apart from the profile, before any answer was seen: 0.964,
 * 1.000 and 0.619, all right. The floors are a little below these; whole cross-validations are lower, see the
 * README of the service.
 */
import { join } from 'node:path';
import type { UnitClassifier } from '../../../app/classifier-port';
import { readAppeals, readTrainingMaterial } from './profile-material';
import { answerAll, type Answered, qualityOf, splitByEvent } from './quality';
import { without } from './reasons';
import { trainUnitClassifier } from './unit-classifier';

const material = readTrainingMaterial(
  join(__dirname, '../../../../../../deploy/profiles/demo'),
  '2026-06-30',
);
const held = splitByEvent(material.appeals, 4, 1)[0] ?? [];
let classifier: UnitClassifier;
let answered: Answered[];

beforeAll(() => {
  const seen = material.appeals.filter((appeal) => !held.includes(appeal));
  classifier = trainUnitClassifier({ ...material, appeals: seen });
  answered = answerAll(classifier, held);
}, 120_000);

describe('the unit classifier on appeals written apart from the profile', () => {
  // Invented, with the lead by the published duties, before any answer was seen. They are easier: even
  // without the usual matters 0.95 of their leads stand first, of the profile's appeals 0.80.
  it('names the lead of every unit that words can name and sends nothing wrong by itself', () => {
    const apart = readAppeals(join(__dirname, 'unseen-appeals.synthetic.jsonl'));
    const quality = qualityOf(answerAll(classifier, apart));
    expect(new Set(apart.map(({ label }) => label.lead)).size).toBe(material.units.length);
    expect(quality.first).toBeGreaterThanOrEqual(0.95);
    expect(quality.amongThree).toBeGreaterThanOrEqual(0.99);
    expect(quality.automaticRight / quality.automatic).toBeGreaterThanOrEqual(0.99);
    expect(quality.automatic / quality.appeals).toBeGreaterThanOrEqual(0.6);
  });
});

describe('the unit classifier on events it has not seen', () => {
  it('names the lead, and always five candidates', () => {
    const quality = qualityOf(answered);
    expect(quality.first).toBeGreaterThanOrEqual(0.92);
    expect(quality.amongThree).toBeGreaterThanOrEqual(0.985);
    answered.forEach(({ said }) => expect(said.candidates).toHaveLength(5));
  });

  it('sends by itself only what is right, and enough of it', () => {
    const { automatic, automaticRight, appeals } = qualityOf(answered);
    expect(automaticRight / automatic).toBeGreaterThanOrEqual(0.99);
    expect(automatic / appeals).toBeGreaterThanOrEqual(0.57);
  });

  it('proposes to decline what is before a court and what is private', () => {
    const { hits } = qualityOf(answered);
    for (const proposal of ['decline-litigation', 'decline-not-enterprise']) {
      const { both = 0, real = 0, named = 0 } = hits[proposal] ?? {};
      expect(both / real).toBeGreaterThanOrEqual(0.8);
      expect(both / named).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('gives true reasons: without the words the score falls', () => {
    let reasons = 0;
    for (const { appeal, said } of answered.slice(0, 12)) {
      for (const { unit, score, reasons: given } of said.candidates) {
        for (const { words } of given) {
          reasons += 1;
          const { title, content } = appeal;
          expect(words.every((word) => `${title}。${content}`.includes(word))).toBe(true);
          const given = {
            ...(appeal.kind ? { kind: appeal.kind } : {}),
            ...(appeal.topic ? { topic: appeal.topic } : {}),
          };
          const later = classifier.classify(without({ title, content, ...given }, words));
          const left = later.candidates.find((candidate) => candidate.unit === unit)?.score ?? 0;
          expect(left).toBeLessThan(score);
        }
        expect(given.flatMap(({ words }) => words).length).toBeLessThanOrEqual(5);
      }
      expect(said.candidates[0]?.reasons.length).toBeGreaterThan(0);
    }
    expect(reasons).toBeGreaterThan(40);
  });

  it('learns from a ruling and says so in its version', () => {
    const appeal = {
      title: '低空飞行表演场地报备',
      content: '我公司拟举办低空飞行表演，请问场地报备找哪家？',
    };
    const before = classifier.classify(appeal);
    const chance = (said: typeof before) => said.candidates.find(({ unit }) => unit === 'spo')?.score ?? 0;
    classifier.learn([{ ...appeal, unit: 'spo' }]);
    const after = classifier.classify(appeal);
    expect(chance(after)).toBeGreaterThan(chance(before));
    expect(after.candidates[0]?.unit).toBe('spo');
    expect(after.modelVersion).not.toBe(before.modelVersion);
    expect(() => classifier.learn([{ ...appeal, unit: 'nobody' }])).toThrow('unknown unit nobody');
  });
});
