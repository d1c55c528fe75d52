import { RankRequest, ScreenRequest } from '#contracts/gen/zhitong/triage/v1/service';
import { minutes } from '../test/scenario';
import {
  type Planted,
  type Running,
  type World,
  admitted,
  objected,
  openWorld,
  sought,
  startTriage,
} from '../test/world';

const dispatchTo = (lead: string) => ({ $case: 'dispatch', value: { lead, assist: [], why: '' } });
const types = (world: World, key: string) => world.written(key).map(({ type }) => type);

let world: World;
let running: Running;
beforeEach(async () => {
  world = openWorld();
  running = await startTriage(world);
});
afterEach(() => running.stop());

async function happens(...events: readonly Planted[]): Promise<void> {
  await world.plant(...events);
  await world.settle();
}

describe('triage over the journal', () => {
  test('classified, then dispatched when the library has no answer', async () => {
    await happens(...admitted('a1', '退税未到'));
    expect(types(world, 'a1')).toEqual(['AppealClassified']);
    await happens(sought('a1', false));
    expect(world.written('a1').at(-1)).toEqual({
      type: 'AppealDispatched',
      dispatchNo: 1,
      lead: 'tax',
      assist: [],
      decidedBy: 'rule',
      why: '“退税”见于职责“退税”；把握 99.0%',
      reason: '',
    });
  });

  test('a complaint goes to whom it does not name, and comes back once that is the same unit', async () => {
    await happens(...admitted('a1', '投诉tax局，许可未办', 'complaint'), sought('a1', false));
    expect(world.written('a1')).toMatchObject([
      { type: 'AppealClassified', complainedOf: ['tax'] },
      { type: 'AppealDispatched', lead: 'market' },
    ]);
    await running.stop();
    const units = ['market', 'water'].map((code) => ({ code, name: `${code}局`, duties: [code] }));
    const formerly = [{ code: 'tax', name: 'tax局', until: '2026-01-01' }];
    running = await startTriage(world, { units: [{ ...units[0], formerly }, units[1]] } as never);
    await running.triage.withheld();
    expect(world.written('a1').slice(2)).toMatchObject([
      { type: 'DispatchRecalled', unit: 'market', decidedBy: 'rule', withoutMark: false },
      { type: 'DeskEntered', why: 'complaint-about-unit' },
    ]);
    expect(await running.execute('a1', 'c1', dispatchTo('market'))).toBe('UNIT_COMPLAINED_OF');
    expect(await running.execute('a1', 'c2', dispatchTo('water'))).toBe('dispatched');
  });

  test('a matter that goes by region goes down to the county, and the city assists (RT-4)', async () => {
    await running.stop();
    running = await startTriage(world, {
      territorialTopics: ['tax'],
      regions: [{ code: 'r1', name: '某县' }],
    } as never);
    await happens(...admitted('a1', '退税未到'), sought('a1', false));
    await happens(...admitted('a2', '退税未到', 'help', 'r2'), sought('a2', false));
    expect(world.written('a1').at(-1)).toMatchObject({ lead: 'county', assist: ['tax'] });
    expect(world.written('a1')[0]).toMatchObject({ candidates: [{ unit: 'county' }, { unit: 'tax' }] });
    expect(world.written('a2').at(-1)).toMatchObject({ lead: 'tax', assist: [] });
  });

  test('the library spoke first', async () => {
    await happens(sought('a1', true), ...admitted('a1', '退税未到'));
    expect(types(world, 'a1')).toEqual(['AppealClassified', 'AnsweredDirectly']);
  });

  test('an article out of force answers nothing', async () => {
    await happens(...admitted('a1', '退税未到'), sought('a1', true, 'K999'));
    expect(types(world, 'a1')).toEqual(['AppealClassified', 'AppealDispatched']);
  });

  test('what repeats is one', async () => {
    await happens(...admitted('a1', '用水'), sought('a1', false));
    await happens(...admitted('a1', '用水'), sought('a1', false));
    expect(types(world, 'a1')).toEqual(['AppealClassified', 'DeskEntered']);
  });

  test('an erased appeal is decided by a clerk', async () => {
    world.vault.destroy('a1');
    await happens(...admitted('a1', '退税未到'), sought('a1', false));
    expect(world.written('a1')).toMatchObject([
      { type: 'AppealClassified', candidates: [], sure: false },
      { type: 'DeskEntered', why: 'unsure' },
    ]);
  });

  test('a silent library is waited for a minute, not longer', async () => {
    await happens(...admitted('a1', '退税未到'));
    world.clock.now = minutes(1) + 10;
    await running.stop();
    running = await startTriage(world);
    for (let i = 0; i < 50 && types(world, 'a1').length < 2; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(types(world, 'a1')).toEqual(['AppealClassified', 'AppealDispatched']);
  });

  test('a clerk acts; a repeat gets the first answer; what is wrong is refused by code', async () => {
    await happens(...admitted('a1', '用水'), sought('a1', false));
    expect(await running.execute('a1', 'c1', dispatchTo('water'))).toBe('dispatched');
    expect(await running.execute('a1', 'c1', dispatchTo('water'))).toBe('dispatched');
    expect(await running.execute('a1', 'c2', dispatchTo('tax'))).toBe('ALREADY_DISPATCHED');
    expect(await running.execute('a1', 'c3', dispatchTo(''))).toBe('MALFORMED');
    expect(await running.execute('', 'c3', dispatchTo('tax'))).toBe('MALFORMED');
    const recall = { $case: 'recall', value: { dispatchNo: 7, reason: '派错' } };
    expect(await running.execute('a1', 'c4', recall)).toBe('STALE_DISPATCH');
    expect(types(world, 'a1')).toEqual(['AppealClassified', 'DeskEntered', 'AppealDispatched']);
  });
});

describe('a panel over the journal (KB-5)', () => {
  const convene = {
    $case: 'convenePanel',
    value: {
      ...{ question: 'responsibility', members: ['an', 'bo', 'cheng'], chair: 'an' },
      ...{ dueOn: '', reason: '职责不清' },
    },
  };
  const vote = (option: string) => ({ $case: 'castVote', value: { sessionNo: 1, option, reason: '依职责' } });

  test('rules, and the appeal goes to the unit ruled; after a restart it is the same', async () => {
    await happens(...admitted('a1', '用水'), sought('a1', false));
    expect(await running.execute('a1', 'c1', convene)).toBe('');
    expect(await running.execute('a1', 'c2', vote('water'), 'panel', 'an')).toBe('');
    expect(await running.execute('a1', 'c3', vote('water'), 'panel', 'an')).toBe('ALREADY_VOTED');
    await running.execute('a1', 'c4', vote('tax'), 'panel', 'bo');
    await running.execute('a1', 'c5', vote('water'), 'panel', 'cheng');
    await world.settle();
    expect(world.written('a1').at(-1)).toMatchObject({
      type: 'AppealDispatched',
      lead: 'water',
      decidedBy: 'panel',
    });
    expect(world.deliberated('a1').map(({ type }) => type)).toEqual([
      ...['PanelConvened', 'VoteCast', 'VoteCast', 'VoteCast', 'PanelRuled'],
    ]);
    await running.stop();
    running = await startTriage(world);
    const same = { documents: 1, rebuilt: 1, differing: [] };
    expect(await running.host.runtime.compare()).toMatchObject([same, same]);
  });

  test('ends by the dispatch that takes the last silent member his vote, also in a rebuild', async () => {
    await happens(...admitted('a1', '用水'), sought('a1', false));
    const four = { ...convene.value, members: ['an', 'bo', 'cheng', 'shui'] };
    expect(await running.execute('a1', 'c1', { ...convene, value: four })).toBe('');
    for (const who of ['an', 'bo', 'cheng']) await running.execute('a1', who, vote('water'), 'panel', who);
    expect(world.deliberated('a1').at(-1)).toMatchObject({ type: 'VoteCast', member: 'cheng' });
    expect(await running.execute('a1', 'c2', dispatchTo('tax'))).toBe('dispatched');
    await world.settle();
    expect(world.deliberated('a1').at(-1)).toMatchObject({
      ...{ type: 'PanelRuled', option: 'water', votesCast: 3, absent: [] },
      concerned: [{ member: 'shui', unit: 'tax', why: 'in-charge', voted: false }],
    });
    const dispatches = world.written('a1').filter(({ type }) => type === 'AppealDispatched');
    expect(dispatches).toMatchObject([{ lead: 'tax' }, { lead: 'water', decidedBy: 'panel' }]);
    await running.stop();
    running = await startTriage(world);
    const same = { documents: 1, rebuilt: 1, differing: [] };
    expect(await running.host.runtime.compare()).toMatchObject([same, same]);
  });

  test('that nobody comes to lapses by itself when its time is over', async () => {
    await happens(...admitted('a1', '用水'), sought('a1', false));
    await running.execute('a1', 'c1', convene);
    world.clock.now = minutes(4 * 24 * 60);
    await running.stop();
    running = await startTriage(world);
    for (let i = 0; i < 50 && world.deliberated('a1').length < 2; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(world.deliberated('a1').at(-1)).toMatchObject({ type: 'SessionLapsed', why: 'no-quorum' });
  });
});

describe('learning from rulings', () => {
  test("a clerk's dispatch and an upheld objection are taught, a repeat is not", async () => {
    await happens(...admitted('a1', '用水'), sought('a1', false));
    await running.execute('a1', 'c1', dispatchTo('market'));
    await running.execute('a1', 'c1', dispatchTo('market'));
    await happens(objected('a1', 1, 1));
    const rule = { dispatchNo: 1, upheld: true, toUnit: 'water', note: '' };
    expect(await running.execute('a1', 'c2', { $case: 'ruleObjection', value: rule })).toBe('dispatched');
    await running.triage.schooled();
    expect(running.taught.map(({ content, unit }) => [content, unit])).toEqual([
      ['用水', 'market'],
      ['用水', 'water'],
    ]);
    await happens(...admitted('a2', '用水'), sought('a2', false));
    expect(world.written('a2').at(-1)).toMatchObject({ type: 'AppealDispatched', lead: 'water' });
  });

  test('what goes to the place of the enterprise teaches nothing, others do (RT-1)', async () => {
    await happens(...admitted('a1', '征地'), sought('a1', false));
    expect(await running.execute('a1', 'c1', dispatchTo('county'))).toBe('dispatched');
    await happens(...admitted('a2', '用水'), sought('a2', false));
    await running.execute('a2', 'c2', dispatchTo('water'));
    await running.triage.schooled();
    expect(running.taught.map(({ unit }) => unit)).toEqual(['water']);
  });

  test('a triage that lost its store knows the rulings again, and is what it was', async () => {
    await happens(...admitted('a1', '用水'), sought('a1', false));
    await running.execute('a1', 'c1', dispatchTo('water'));
    await happens(...admitted('a2', '退税未到'), sought('a2', false));
    await running.stop();
    running = await startTriage(world);
    await running.triage.schooled();
    expect(running.taught).toEqual([{ title: '诉求', content: '用水', topic: 'tax', unit: 'water' }]);
    expect(types(world, 'a1')).toEqual(['AppealClassified', 'DeskEntered', 'AppealDispatched']);
    expect(types(world, 'a2')).toEqual(['AppealClassified', 'AppealDispatched']);
    expect(await running.host.runtime.compare()).toMatchObject([
      { documents: 2, rebuilt: 2, differing: [] },
      { documents: 2, rebuilt: 2, differing: [] },
    ]);
  });
});

describe('screening before admission (IN-5)', () => {
  const screen = (content: string) =>
    running.triage.handlers.screen(ScreenRequest.fromPartial({ title: '诉求', content }));
  test('what is before a court is told with its words', async () => {
    const { ground, words, score } = await screen('我公司已向法院起诉');
    expect({ ground, words }).toEqual({ ground: 'litigation', words: ['起诉'] });
    expect(score).toBeCloseTo(0.731, 3);
  });
  test('nothing speaks against the rest', async () => {
    expect(await screen('退税未到')).toEqual({ ground: '', words: [], score: 0 });
  });
});

describe('the units named for a text that was not sorted (RT-1)', () => {
  const rank = (title: string, content: string) =>
    running.triage.handlers.rank(RankRequest.fromPartial({ title, content }));
  test('are those the classifier names, with reasons, and nothing is written', async () => {
    const { candidates } = await rank('诉求', '退税未到');
    expect(candidates[0]).toMatchObject({ unit: 'tax', reasons: ['退税 (duty 退税)'] });
    expect(types(world, 'a1')).toEqual([]);
  });
  test('are none for words that were erased', async () => {
    expect(await rank('', '')).toEqual({ candidates: [] });
  });
});
