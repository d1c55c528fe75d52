// The formula is the pack's: another formula counts the same town otherwise, and two packs on one instance
// are each counted by their own.
import type { Pack } from '#policy/pack';
import { recordsOf } from '../test/others';
import { day, eventsOf, type Line, TOWN } from '../test/town';
import { startWorld, table, type World, YICHENG } from '../test/world';

type Formula = NonNullable<Pack['figures'][number]['formula']>;
const MARCH = { fromAt: day(0), toAt: day(31), cutOffAt: day(40) };

let world: World | undefined;
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

const packWith = (id: string, figure: string, formula: Formula): Pack => ({
  ...YICHENG,
  id,
  figures: [
    ...YICHENG.figures.filter((one) => one.id !== figure),
    { id: figure, title: { zh: '甲', en: 'a' }, clause: 'test', formula },
  ],
});

async function counted(figure: string, formula: Formula): Promise<string | undefined> {
  const pack = packWith('yicheng', figure, formula);
  world = await startWorld({ packs: { pack }, inForce: [pack] });
  await world.plant(recordsOf(TOWN.flatMap(eventsOf)));
  return table(await world.ask(MARCH))['all']?.[figure];
}

test.each<[what: string, figure: string, formula: Formula, expected: string]>([
  ['the usual', 'completion-rate', { of: 'hand-overs', where: ['counted'], hit: ['completed'] }, '5/7'],
  ['of all admitted', 'completion-rate', { of: 'admissions', where: ['counted'], hit: ['completed'] }, '5/8'],
  [
    'answers of the library as well',
    'completion-rate',
    { of: 'admissions', where: ['counted'], hit: [['completed', 'answered-directly']] },
    '6/8',
  ],
  ['suggestions too', 'completion-rate', { of: 'hand-overs', where: [], hit: ['completed'] }, '6/8'],
  [
    'without the reopened',
    'completion-rate',
    { of: 'hand-overs', where: ['counted', 'not reopened'], hit: ['completed'] },
    '5/6',
  ],
  [
    'void clocks too, due or not',
    'on-time-rate',
    { of: 'completion-clocks', where: ['counted'], hit: ['in-time'] },
    '5/7',
  ],
  [
    'who is silent is dissatisfied',
    'satisfaction-official',
    { of: 'ratings', where: ['counted'], hit: ['satisfied'] },
    '2/4',
  ],
  [
    'a figure of its own',
    'recall-rate',
    { of: 'admissions', where: ['handed-over'], hit: ['recalled'] },
    '1/8',
  ],
  [
    'what enterprises took back',
    'withdrawal-rate',
    { of: 'follow-ups', where: ['not withdrawn', 'consultation'], hit: ['contacted'] },
    '0/1',
  ],
])('%s: %s', async (_what, figure, formula, expected) => {
  expect(await counted(figure, formula)).toBe(expected);
});

test('each appeal is counted by the formula of its own pack, and groups still add up', async () => {
  const all: Formula = { of: 'admissions', where: ['counted'], hit: ['completed'] };
  const city = packWith('city', 'completion-rate', all);
  const lines: readonly Line[] = [
    ...[1, 2, 3].map((index): Line => ({ id: `D${index}`, to: index < 3 ? [['tax', 2]] : [] })),
    ...[1, 2, 3].map(
      (index): Line => ({ id: `C${index}`, pack: 'city-hash', to: index < 3 ? [['tax', 2]] : [] }),
    ),
  ];
  world = await startWorld({ packs: { 'city-hash': city }, inForce: [YICHENG, city] });
  await world.plant(recordsOf(lines.flatMap(eventsOf)));
  const rate = async (question: object) =>
    Object.values(table(await (world as World).ask({ ...MARCH, ...question }))).map(
      (row) => row['completion-rate'],
    );
  expect(await rate({})).toEqual(['0/5']);
  expect(await rate({ pack: 'yicheng' })).toEqual(['0/2']);
  expect(await rate({ pack: 'city' })).toEqual(['0/3']);
  expect(await rate({ by: 'unit' })).toEqual(['0/1', '0/4']);
});
