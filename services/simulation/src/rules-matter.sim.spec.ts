// Every rule matters: each of these packs differs from one as shipped in a single setting, and three weeks
// lived under it, with the same appeals and the same people, come to another account. Seed 3. People are
// drawn apart from the rules, so what differs is what the rule made of them.
import type { Pack } from '#policy/pack';
import { oneFinder } from '../test/officer';
import { byLabel } from '../test/labelled';
import { townUnder } from '../test/town';
import { differences } from './difference';
import type { Report } from './report';
import { simulate } from './simulate';

type Clock = Pack['clocks'][number];

const PACKS = { yicheng: townUnder('yicheng'), chaozhou: townUnder('chaozhou'), suzhou: townUnder('suzhou') };
type Name = keyof typeof PACKS;

function lived(name: Name, change: (pack: Pack) => Pack, count = 90): Promise<Report> {
  const { pack, profile, ...town } = PACKS[name];
  return simulate({
    ...town,
    profile,
    pack: change(pack),
    fromOn: '2026-03-02',
    toOn: '2026-03-22',
    seed: 3,
    count,
    appeals: profile.training,
    brought: { train: byLabel, createFinder: oneFinder },
  });
}

const bases = new Map<Name, Promise<Report>>();
function base(name: Name): Promise<Report> {
  const known = bases.get(name) ?? lived(name, (pack) => pack);
  bases.set(name, known);
  return known;
}

/** What differs beside the bare number of events. */
async function differing(name: Name, change: (pack: Pack) => Pack): Promise<readonly string[]> {
  const found = differences(await base(name), await lived(name, change));
  return found.map(({ what }) => what).filter((what) => what !== 'events');
}

const clock =
  (id: string, change: (clock: Clock) => readonly Clock[]) =>
  (pack: Pack): Pack => ({
    ...pack,
    clocks: pack.clocks.flatMap((one) => (one.id === id ? change(one) : [one])),
  });
const without = (id: string) => clock(id, () => []);
const notCarded = (id: string) => clock(id, ({ red: _, ...one }) => [{ ...one, yellow: false }]);
const neverRed = (id: string) => clock(id, ({ red: _, ...one }) => [one]);
const within = (id: string, rule: string) => clock(id, (one) => [{ ...one, rule }]);

/** Refusals that people expect: they do it otherwise then. */
const MENDED = ['CONTRIBUTION_MISSING', 'EXPERT_CONCERNED', 'EXPERT_NOT_IN_OFFICE', 'PING_PONG_STOPPED'];

jest.setTimeout(240_000);

test('the accounts as shipped add up, and cards are shown in all of them', async () => {
  for (const name of ['yicheng', 'chaozhou', 'suzhou'] as const) {
    const report = await base(name);
    expect([name, report.sums, report.total]).toEqual([name, true, 90]);
    expect(report.cards.yellow).toBeGreaterThan(0);
    const mended = (act: string) => MENDED.some((code) => act.endsWith(` ${code}`));
    expect(Object.keys(report.refusedActs).filter((act) => !mended(act))).toEqual([]);
  }
});

test.each<[Name, readonly string[]]>([
  [
    'yicheng',
    [
      'assisting: contribution',
      'contest of a card upheld',
      'handed over by discipline',
      'order issued by leader',
      'order accepted',
      'panel ruled on responsibility',
      'panel ruled on result',
      'urgency confirmed',
    ],
  ],
  [
    'chaozhou',
    ['assisting: contribution', 'meeting recorded', 'order issued by inspection', 'spot check passed'],
  ],
  ['suzhou', ['assisting: contribution', 'deduction recorded', 'order issued by inspection']],
])('%s: people above and beside the units act, and the account says so', async (name, whatTheyDo) => {
  const { noted } = await base(name);
  expect(whatTheyDo.filter((what) => (noted[what] ?? 0) === 0)).toEqual([]);
});

test.each<[string, (pack: Pack) => Pack, string]>([
  ['no clock for the desk (YC-6)', without('desk'), 'cards.byClock.desk.yellow'],
  ['no clock for contact and arrival (YC-6)', without('contact'), 'cards.byClock.contact.yellow'],
  ['no clock for the opinion (YC-6)', without('opinion'), 'cards.byClock.opinion.yellow'],
  ['no clock for the answer (YC-6)', without('resolve'), 'cards.byClock.resolve.yellow'],
  ['no clock for the follow-up (YC-6)', without('follow-up'), 'cards.byClock.follow-up.yellow'],
  ['contact without a yellow card (YC-7)', notCarded('contact'), 'cards.byClock.contact.yellow'],
  ['contact without a red card (YC-7)', neverRed('contact'), 'cards.byClock.contact.red'],
  ['opinion without a red card (YC-7)', neverRed('opinion'), 'cards.byClock.opinion.red'],
  ['a day for contact and arrival (YC-6)', within('contact', 'hours:24'), 'cards.byClock.contact.yellow'],
  [
    'two working days for the answer (YC-6)',
    within('resolve', 'workingDays:2'),
    'cards.byClock.resolve.yellow',
  ],
  [
    'no visit asked for (YC-6)',
    (pack) => ({ ...pack, contact: { ...pack.contact, visit: 'none' } }),
    'cards.byClock.contact.yellow',
  ],
  [
    'no visit waived (YC-6)',
    (pack) => ({ ...pack, contact: { ...pack.contact, visit: 'required' } }),
    'cards.byClock.contact.yellow',
  ],
  [
    'an objection goes to the others at once (RT-2)',
    (pack) => ({ ...pack, objection: { ...pack.objection, stopAfter: 1 } }),
    '',
  ],
  [
    'discontent is looked at, not opened again at once (YC-2)',
    (pack) => ({ ...pack, dissatisfied: { ...pack.dissatisfied, ways: ['review'] } }),
    'figures.reopened',
  ],
  [
    'silence after a day (HD-4)',
    (pack) => ({
      ...within('rating', 'naturalDays:1')(pack),
      rating: { ...pack.rating, within: 'naturalDays:1' },
    }),
    'figures.unrated',
  ],
  [
    'silence counts as satisfied (CD 二-10)',
    (pack) => ({ ...pack, rating: { ...pack.rating, unratedIs: 'satisfied' } }),
    'figures.satisfied-by-default',
  ],
  [
    'the unrated stand in the denominator',
    (pack) => ({ ...pack, rating: { ...pack.rating, unratedInDenominator: true } }),
    'figures.satisfaction-official',
  ],
  ['nothing is declined (IN-5)', (pack) => ({ ...pack, admission: { ...pack.admission, decline: [] } }), ''],
  [
    'no answer is doubted (HD-3)',
    (pack) => ({
      ...pack,
      completionTypes: pack.completionTypes.map((type) => ({
        ...type,
        answerCheck: { doubtfulFrom: 1, evasiveFrom: 1 },
      })),
    }),
    'answers.',
  ],
  [
    'nobody is reminded to rate (HD-4)',
    (pack) => ({ ...pack, messages: pack.messages.filter(({ id }) => id !== 'rating-reminder') }),
    'acts',
  ],
  [
    'units give no opinion',
    (pack) => ({
      ...pack,
      scopes: pack.scopes.map((scope) => ({
        ...scope,
        may: scope.may.filter((command) => command !== 'GivePreliminaryOpinion'),
      })),
    }),
    'cards.byClock.opinion.yellow',
  ],
  [
    'suggestions are counted (IN-10)',
    (pack) => ({ ...pack, kinds: pack.kinds.map((kind) => ({ ...kind, counted: true })) }),
    'figures.',
  ],
  [
    'no answer is put to the panel (YC-2)',
    ({ panel, ...pack }) => ({
      ...pack,
      ...(panel && { panel: { ...panel, when: panel.when.filter((one) => one === 'unclear-duty') } }),
    }),
    'noted.panel convened on result',
  ],
  ['no panel (YC-2)', ({ panel: _, ...pack }) => pack, 'noted.panel ruled on responsibility'],
  ['nothing is contested (HD-11)', ({ contest: _, ...pack }) => pack, 'noted.contest of a card'],
  [
    'nothing is handed to discipline inspection (YC-7)',
    (pack) => ({
      ...pack,
      supervision: {
        ...pack.supervision,
        steps: pack.supervision.steps.filter(({ transferTo }) => transferTo === undefined),
      },
    }),
    'noted.handed over by discipline',
  ],
  ['nothing is urgent (YC-8)', ({ urgent: _, ...pack }) => pack, 'noted.urgency confirmed'],
  [
    'a unit may ask for more time (HD-2)',
    (pack) => ({
      ...pack,
      extension: {
        clause: 'HD-2',
        clock: 'resolve',
        times: 1,
        atMost: 'workingDays:5',
        ruledBy: ['supervisor'],
      },
    }),
    'noted.extension granted',
  ],
])('Yicheng, %s: another account', async (_rule, change, what) => {
  const found = await differing('yicheng', change);
  expect(found).not.toEqual([]);
  expect(found.some((path) => path.startsWith(what))).toBe(true);
});

test.each<[Name, string, (pack: Pack) => Pack, string]>([
  [
    'chaozhou',
    'no clock for the acknowledgement (CR 二-5)',
    without('acknowledge'),
    'cards.byClock.acknowledge',
  ],
  ['chaozhou', 'three working days for the reply', within('reply', 'workingDays:3'), 'cards.byClock.reply'],
  [
    'chaozhou',
    'discontent opens the case again (CR 二-6)',
    (pack) => ({ ...pack, dissatisfied: { ...pack.dissatisfied, ways: ['reopen'] } }),
    'figures.reopened',
  ],
  [
    'suzhou',
    'four hours for the follow-up (SZ 二-2)',
    within('follow-up', 'hours:4'),
    'cards.byClock.follow-up',
  ],
  [
    'suzhou',
    'discontent is not called again (SZ 二-2)',
    (pack) => ({ ...pack, dissatisfied: { ...pack.dissatisfied, ways: ['final'] } }),
    'acts',
  ],
  ['chaozhou', 'nothing is drawn for a spot check (CR 二-6)', ({ review: _, ...pack }) => pack, 'noted.spot'],
  [
    'chaozhou',
    'inspection orders nothing (CR 二-6)',
    (pack) => ({
      ...pack,
      supervision: {
        ...pack.supervision,
        steps: pack.supervision.steps.filter(({ id }) => id !== 'inspection'),
      },
    }),
    'noted.order issued by inspection',
  ],
  [
    'chaozhou',
    'no joint meeting (CR 三-2)',
    ({ jointMeeting: _, ...pack }) => pack,
    'noted.meeting recorded',
  ],
  ['suzhou', 'nothing is deducted (SZ 三-3)', (pack) => ({ ...pack, deductions: [] }), 'noted.deduction'],
])('%s, %s: another account', async (name, _rule, change, what) => {
  const found = await differing(name, change);
  expect(found.some((path) => path.startsWith(what))).toBe(true);
});

test('Yicheng, people of the unit in charge may sit on a panel (KB-5): another account', async () => {
  const anybody = ({ panel, ...pack }: Pack): Pack => ({
    ...pack,
    ...(panel && { panel: { ...panel, notOf: [] } }),
  });
  const [aside, mixed] = [await lived('yicheng', (pack) => pack, 180), await lived('yicheng', anybody, 180)];
  const refusal = 'triage.convenePanel EXPERT_CONCERNED';
  expect(aside.refusedActs[refusal]).toBeGreaterThan(0);
  expect(mixed.refusedActs).not.toHaveProperty([refusal]);
  const found = differences(aside, mixed).map(({ what }) => what);
  expect(found.filter((what) => what.startsWith('cards.') || what.startsWith('noted.'))).not.toEqual([]);
});
