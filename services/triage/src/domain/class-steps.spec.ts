// How an appeal is classed (IN-3, CR 二-1), under the pack of Chaozhou, whose classification has three layers.
import { join } from 'node:path';
import { loadPack } from '#policy/pack-loader';
import {
  GIVEN,
  PEOPLE,
  POLICY,
  type Past,
  YICHENG,
  admittedAs,
  classification,
  when,
} from '../../test/scenario';

function chaozhou() {
  const loaded = loadPack(join(__dirname, '../../../../deploy/packs/chaozhou'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}
const PACK = chaozhou();
const { clerk, handler, system } = PEOPLE;

/** An appeal written with a template. */
const written = (template: string): readonly Past[] =>
  admittedAs('help').map(
    ([minute, event]): Past =>
      event.type === 'AppealSubmitted' ? [minute, { ...event, template }] : [minute, event],
  );
const classified = (past: readonly Past[], topic: string) =>
  when(past, system, { type: 'ClassifyAppeal', classification: classification({ topic }) }, 1, PACK).events;
const setOn = (past: readonly Past[], classId: string, by: typeof clerk | typeof handler = clerk) =>
  when(past, by, { type: 'SetClass', classId }, 120, PACK);

describe('when it is sorted', () => {
  test('by the template that was chosen, whatever its topic', () => {
    const path = ['policy', 'policy-payment', 'subsidy-payment'];
    expect(classified(written('subsidy'), 'tax')[1]).toEqual({ type: 'ClassSet', path, by: 'rule' });
  });

  test('else by the topic the classifier found, in whatever layer that stands', () => {
    expect(classified(admittedAs('help'), 'finance')[1]).toMatchObject({ path: ['means', 'financing'] });
    expect(classified(admittedAs('help'), 'subsidy')[1]).toMatchObject({
      path: ['policy', 'policy-payment'],
    });
    expect(classified(written('gone'), 'finance')[1]).toMatchObject({ path: ['means', 'financing'] });
  });

  test('not at all where the topic has no class, or the pack no classes', () => {
    const topics = classified(admittedAs('help'), 'astrology').map(({ type }) => type);
    expect(topics).toEqual(['AppealClassified']);
    const command = { type: 'ClassifyAppeal', classification: classification() } as const;
    expect(when(admittedAs('help'), system, command, 1, YICHENG).types).toEqual(['AppealClassified']);
  });
});

describe('a person', () => {
  test('sets it anew, in any layer and until the end, but not as it is', () => {
    const first = setOn(GIVEN.desk, 'means');
    expect(first.events).toEqual([{ type: 'ClassSet', path: ['means'], by: 'wang' }]);
    const after: readonly Past[] = [...GIVEN.completed, ...first.events.map((event): Past => [70, event])];
    expect(setOn(after, 'means').refused).toBe('SAME_CLASS');
    expect(setOn(after, 'approval-slow').events).toMatchObject([
      { path: ['services', 'approval', 'approval-slow'] },
    ]);
  });

  test.each([
    ['not into a class the pack lacks', GIVEN.desk, 'astrology', clerk, 'CLASS_UNKNOWN'],
    ['not whom the pack does not let', GIVEN.desk, 'means', handler, 'ROLE_NOT_ALLOWED'],
    ['not before admission', GIVEN.nothing, 'means', clerk, 'NOT_ADMITTED'],
    ['not after the end', GIVEN.withdrawn, 'means', clerk, 'CLOSED'],
  ] as const)('%s', (_, past, classId, by, code) => {
    expect(setOn(past, classId, by).refused).toBe(code);
  });
});

test('under another programme it is classed by that one, or no longer', () => {
  const past: readonly Past[] = [
    ...GIVEN.desk,
    [5, { type: 'ClassSet', path: ['services', 'taxes'], by: 'rule' }],
  ];
  const hand = {
    type: 'TransferAppeal',
    toPack: 'chaozhou-fasttrack',
    ground: 'complicated',
    reason: '疑难',
  } as const;
  const under = (packTo: typeof PACK) =>
    when(past, clerk, hand, 60, (hash) =>
      hash === POLICY.packInForce('chaozhou-fasttrack') ? packTo : PACK,
    );
  expect(under(YICHENG).events).toContainEqual({ type: 'ClassSet', path: [], by: 'rule' });
  expect(under(PACK).types).not.toContain('ClassSet');
});
