/**
 * Guards the direct answer (KB-2): trained without a fifth of the texts at a time, a sure answer to an appeal
 * is right, and what is sure is not a handful. Two folds with seed 1.
 */
import { join } from 'node:path';
import { createAnswerFinder } from './answer-finder';
import { readLibrary } from './profile-library';
import { findHeldOut, finderQuality } from './quality';

const library = readLibrary(join(__dirname, '../../../../../../deploy/profiles/demo'), '2026-06-30');

describe('the answer finder on texts it has not seen', () => {
  const found = findHeldOut(library, 2, 1, createAnswerFinder);
  const appeals = finderQuality(found.filter(({ text }) => text.kind !== undefined));
  const questions = finderQuality(found.filter(({ text }) => text.kind === undefined));

  it('answers appeals directly only when the article answers them', () => {
    expect(appeals.first / appeals.answerable).toBeGreaterThanOrEqual(0.95);
    expect(appeals.sureRight / appeals.sure).toBeGreaterThanOrEqual(0.95);
    expect(appeals.sureRight / appeals.answerable).toBeGreaterThanOrEqual(0.4);
  });

  it('finds the article of a question among five', () => {
    expect(questions.amongFive / questions.answerable).toBeGreaterThanOrEqual(0.7);
  });
});
