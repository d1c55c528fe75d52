// Who of a unit has a draft in hand, with posts as units really fill them: two for each, or one for two
// (HD-9).
import type { Post } from '#policy/profile-people';
import { chained } from '../../test/chained';
import { TOWN } from '../../test/town';
import type { Act } from './acts';
import { type Chained, draft, handsAfter, read } from './chain-behaviour';
import { officesOf } from './offices';

const OFFICES = officesOf(chained(TOWN.pack));
const MONDAY = Date.parse('2026-03-02T09:00:00+08:00');

function post(kind: NonNullable<Post['kind']>, holder: string, deputies: string[] = []): Post {
  return { id: `tax-${kind}`, title: kind, unit: 'tax', kind, holder, deputies };
}

const ELSEWHERE: Post = { ...post('section-head', 'wtr-3'), id: 'wtr-head', unit: 'wtr' };

/** With every draw the same: 0 always lets the deputy sign and gives back, 0.99 never. */
function unit(drawn: number, ...posts: readonly Post[]): Chained {
  const town = { offices: OFFICES, posts: [...posts, ELSEWHERE], calendar: { isWorkingDay: () => true } };
  const order = { appealId: 'A1', unit: 'tax', dispatchNo: 1 };
  return { order, drawn: (purpose) => (purpose.startsWith('deputy') ? drawn : 0.99), town };
}

const said = (acts: readonly Act[]) => acts.map(({ by, command }) => `${by.id} ${command.name}`);
const lies = (...hands: readonly string[]) => ({ at: MONDAY, draftNo: 1, hands });
const FULL = [
  post('handler', 'a1', ['a2']),
  post('section-head', 'a3', ['a4']),
  post('unit-leader', 'a4', ['a5']),
];
const ALONE = [post('handler', 'a1'), post('section-head', 'a3', ['a4']), post('unit-leader', 'a4')];

test.each([
  ['the holders', 0.99, FULL, [], 'a1 submitDraft'],
  ['the head', 0.99, FULL, ['a1'], 'a3 signDraft'],
  ['the leader', 0.99, FULL, ['a1', 'a3'], 'a4 signDraft'],
  ['the handler’s deputy', 0, FULL, [], 'a2 submitDraft'],
  ['the head’s deputy, who leads, because the leader has one too', 0, FULL, ['a1'], 'a4 signDraft'],
  ['the leader’s deputy', 0, FULL, ['a1', 'a4'], 'a5 signDraft'],
  ['the head himself, because his deputy alone leads', 0, ALONE, ['a1'], 'a3 signDraft'],
])('%s', (_who, drawn, posts, hands, does) => {
  const at = unit(drawn, ...posts);
  const acts = hands.length === 0 ? draft(at, {}, MONDAY) : read(at, lies(...hands));
  expect(said(acts)).toEqual([does]);
});

test('after the last signature nobody has anything to do', () => {
  expect(read(unit(0.99, ...FULL), lies('a1', 'a3', 'a4'))).toEqual([]);
});

test('who alone heads the section does not draft', () => {
  const posts = [post('handler', 'a3', ['a2']), post('section-head', 'a3'), post('unit-leader', 'a4')];
  expect(said(draft(unit(0.99, ...posts), {}, MONDAY))).toEqual(['a2 submitDraft']);
});

test('with nobody left to sign the drafter takes it back, and another drafts', () => {
  const posts = [post('handler', 'a3', ['a2']), post('section-head', 'a3'), post('unit-leader', 'a4')];
  const at = unit(0.99, ...posts);
  expect(said(read(at, lies('a3')))).toEqual(['a3 returnDraft']);
  expect(said(draft(at, {}, MONDAY, 'a3'))).toEqual(['a2 submitDraft']);
  expect(said(draft(unit(0.99, post('handler', 'a3')), {}, MONDAY, 'a3'))).toEqual([]);
});

test('what a signer was too many for is taken back too', () => {
  const [signs] = read(unit(0.99, ...FULL), lies('a1'));
  const instead = signs?.whenRefused?.['POST_VACANT'];
  expect(instead && said([instead])).toEqual(['a1 returnDraft']);
});

test('a unit without posts drafts as it always did', () => {
  expect(said(draft(unit(0.99), {}, MONDAY))).toEqual([`${OFFICES.handler}-tax submitDraft`]);
});

test('hands: the drafter, each signer, and nobody once it is an answer or given back', () => {
  const signed = { type: 'DraftSigned', by: 'a3', draftNo: 1, deputy: false } as const;
  const drafted = handsAfter(['z9'], { type: 'DraftSubmitted', by: 'a1', draftNo: 1 });
  expect(drafted).toEqual(['a1']);
  expect(handsAfter(drafted, signed)).toEqual(['a1', 'a3']);
  expect(handsAfter(['a1', 'a3'], { type: 'DraftReturned', by: 'a4', draftNo: 1 })).toEqual([]);
  expect(handsAfter(['a1', 'a3'], { type: 'AppealOver' })).toEqual(['a1', 'a3']);
});
