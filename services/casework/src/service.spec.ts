import { hours } from '../test/scenario';
import { SUBMITTED, intakeSays, reminderDelivered, said, triageSays } from '../test/others';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { type World, deskAsks, startWorld } from '../test/world';

const handler = { role: 'handler', id: 'li', unit: 'tax' };
const enterprise = { role: 'enterprise', id: 'e' };
const meta = (commandId: string, actor: object = handler) => ({ commandId, appealId: 'a1', actor });
const command = ($case: string, value: object) => ({ command: { $case, value } });
const acknowledge = command('acknowledge', { dispatchNo: 1 });
const NO_TELLER = { unitContact: '', unitPhone: '' };
const withoutContributions = '已催告协办单位';
const solved = { dispatchNo: 1, completionType: 'solved', answer: '已退税' };
const complete = command('complete', { ...solved, withoutContributions });

let world: World;
beforeEach(async () => {
  world = await startWorld([...intakeSays('a1', 'YC-1'), ...triageSays('a1', 'tax')]);
});
afterEach(() => world.stop());

describe('casework over the journal', () => {
  test('an appeal is worked on to its end, and whoever acted sees it', async () => {
    world.setNow(hours(1));
    const first = await world.execute({ meta: meta('c1'), ...acknowledge });
    expect(first).toMatchObject({
      code: '',
      status: 'acknowledged',
      eventId: 'test/a1/casework.workorder/1',
    });
    expect(await world.execute({ meta: meta('c1'), ...acknowledge })).toMatchObject({
      eventId: first.eventId,
    });
    expect(await world.execute({ meta: meta('c2'), ...acknowledge })).toMatchObject({
      code: 'ALREADY_ACKNOWLEDGED',
    });
    const { eventId } = await world.execute({ meta: meta('c3'), ...complete });
    expect(await world.staffCase('a1', eventId)).toMatchObject({
      found: true,
      stale: false,
      case: {
        answer: '已退税',
        contactPhone: SUBMITTED.contactPhone,
        candidates: [{ unit: 'tax', reasons: ['退税 (duty tax-1)'] }],
        summary: {
          number: 'YC-1',
          status: 'completed',
          lead: 'tax',
          assist: ['market'],
          topic: 'tax-refund',
          seq: 2,
        },
        stepTimes: { submitted: hours(0), dispatched: hours(0.04), acknowledged: hours(1) },
        seen: { 'intake.appeal': 3, 'triage.routing': 2, 'casework.workorder': 2 },
      },
    });
  });

  test('what is asked to be covered and is not there within two seconds is stale', async () => {
    const began = Date.now();
    const answer = await world.staffCase('a1', 'test/a1/supervision.docket/9');
    expect(answer).toMatchObject({ found: true, stale: true });
    expect(Date.now() - began).toBeGreaterThanOrEqual(1900);
  });

  test('the words of cases are told in the order asked for, those not known left out', async () => {
    await world.execute({ meta: meta('c1'), ...acknowledge });
    const { eventId } = await world.execute({ meta: meta('c2'), ...complete });
    await world.staffCase('a1', eventId);
    const { cases } = await world.casework.handlers.describeCases({ appealIds: ['unknown', 'a1'] });
    const { title, content, enterpriseName, contactName, contactPhone } = SUBMITTED;
    const words = { title, content, enterpriseName, contactName, contactPhone };
    expect(cases).toEqual([
      { appealId: 'a1', number: 'YC-1', ...words, answer: '已退税', ...NO_TELLER, erased: false },
    ]);
  });

  test('of a person who was erased only the number is told', async () => {
    const erased = await startWorld([...intakeSays('a1', 'YC-1'), ...triageSays('a1', 'tax')], ['a1']);
    const { cases } = await erased.casework.handlers.describeCases({ appealIds: ['a1'] });
    const nothing = { title: '', content: '', enterpriseName: '', contactName: '', contactPhone: '' };
    expect(cases).toEqual([
      { appealId: 'a1', number: 'YC-1', ...nothing, answer: '', ...NO_TELLER, erased: true },
    ]);
    await erased.stop();
  });

  test('the enterprise sees steps and answers, and nothing from between the offices', async () => {
    await world.execute({ meta: meta('c1'), ...acknowledge });
    await world.execute({
      meta: meta('c2'),
      ...command('object', { dispatchNo: 1, proposedUnit: 'market', reason: '应由市场监管' }),
    });
    await world.settle();
    const { handlers } = world.casework;
    const seen = await handlers.getCase({ appealId: '', number: 'YC-1', view: 'enterprise', covering: '' });
    expect(seen.case?.summary).toMatchObject({ status: 'dispatched', proposed: '', worstCard: '' });
    expect(seen.case).toMatchObject({ content: SUBMITTED.content, candidates: [], clocks: [], seen: {} });
    expect(seen.case?.timeline.map(({ type }) => type)).toEqual([
      'AppealSubmitted',
      'AppealAdmitted',
      'AppealDispatched',
      'WorkOrderAcknowledged',
    ]);
    const text = JSON.stringify(seen);
    for (const hidden of ['应由市场监管', '"li"', 'system', 'objected', '0.97'])
      expect(text).not.toContain(hidden);
  });

  test('a wish to withdraw is granted once the unit has acknowledged', async () => {
    await world.execute({ meta: meta('c1'), ...acknowledge });
    await world.plant([said('a1', 'intake', 4, 2, ['WithdrawalRequested', intake.WithdrawalRequested], {})]);
    await world.settle();
    expect(await world.execute({ meta: meta('c2'), ...complete })).toMatchObject({ code: 'CLOSED' });
    expect(await world.staffCase('a1', 'test/a1/casework.workorder/2')).toMatchObject({
      stale: false,
      case: { summary: { status: 'withdrawn' } },
    });
  });

  test('silence after the delivered reminder closes the case by itself', async () => {
    await world.execute({ meta: meta('c1'), ...acknowledge });
    await world.execute({ meta: meta('c2'), ...complete });
    await world.plant([reminderDelivered('a1', 2)]);
    await world.settle();
    await world.casework.stop?.();
    world.setNow(hours(5 * 24 + 14.9));
    await world.casework.begin?.();
    await world.settle();
    expect(await world.staffCase('a1')).toMatchObject({ case: { summary: { status: 'completed' } } });
    await world.casework.stop?.();
    world.setNow(hours(5 * 24 + 15));
    await world.casework.begin?.();
    expect(await world.staffCase('a1', 'test/a1/casework.workorder/4')).toMatchObject({
      stale: false,
      case: { summary: { status: 'closed', rating: 'unrated' } },
    });
  });

  test('what has the wrong shape never reaches a rule', async () => {
    const malformed = { code: 'MALFORMED' };
    expect(await world.execute({ meta: { ...meta('x'), appealId: '' }, ...acknowledge })).toMatchObject(
      malformed,
    );
    expect(await world.execute({ meta: meta('x') })).toMatchObject(malformed);
    expect(
      await world.execute({ meta: meta('x', enterprise), ...command('rate', { rating: '5' }) }),
    ).toMatchObject(malformed);
  });

  test('live documents are what the journal makes of them', async () => {
    await world.execute({ meta: meta('c1'), ...acknowledge });
    await world.execute({ meta: meta('c2'), ...complete });
    await world.plant([reminderDelivered('a1', 2)]);
    await world.settle();
    const results = await world.host.runtime.compare();
    expect(results.map(({ group, differing, documents }) => ({ group, differing, documents }))).toEqual([
      { group: 'casework.workorder', differing: [], documents: 1 },
      { group: 'casework.datarequests', differing: [], documents: 1 },
      { group: 'casework.casefile', differing: [], documents: 1 },
    ]);
  });
});

describe('the desk', () => {
  const names = async (change: Parameters<typeof deskAsks>[0]) => {
    const page = await world.casework.handlers.listCases(deskAsks(change));
    return page.cases.map(({ number }) => number);
  };
  beforeEach(async () => {
    const words = { ...SUBMITTED, title: '停水 (三天)', enterpriseName: 'Água Foods' };
    await world.plant([
      ...intakeSays('a2', 'YC-2', 1, words),
      ...triageSays('a2', 'water', 1),
      ...intakeSays('a3', 'YC-3', 1),
      ...intakeSays('a4', 'YC-4', 1),
    ]);
    await world.settle();
  });
  test('filters', async () => {
    expect(await names({ status: 'dispatched' })).toEqual(['YC-2', 'YC-1']);
    expect(await names({ unit: 'water' })).toEqual(['YC-2']);
    expect(await names({ unit: 'market' })).toEqual(['YC-2', 'YC-1']);
    expect(await names({ channel: 'hotline' })).toEqual([]);
    expect(await names({ topic: 'tax-refund', region: 'r1' })).toEqual(['YC-2', 'YC-1']);
    expect(await names({ sourceNumbers: ['S-YC-3', 'S-YC-1'] })).toEqual(['YC-3', 'YC-1']);
    expect(await names({ urgent: true })).toEqual([]);
    const confirmed = { proposed: false, by: 'wang' };
    const event = ['UrgencyConfirmed', triage.UrgencyConfirmed] as const;
    await world.plant([said('a3', 'triage', 9, 2, event, confirmed)]);
    await world.settle();
    expect(await names({ urgent: true })).toEqual(['YC-3']);
  });
  test('by a class of any layer (IN-3)', async () => {
    const classed = (path: string[]) =>
      [['ClassSet', triage.ClassSet] as const, { path, by: 'rule' }] as const;
    await world.plant([
      said('a1', 'triage', 9, 2, ...classed(['services', 'taxes', 'refund'])),
      said('a2', 'triage', 9, 2, ...classed(['services', 'approval'])),
    ]);
    await world.settle();
    expect(await names({ underClass: 'services' })).toEqual(['YC-2', 'YC-1']);
    expect(await names({ underClass: 'taxes' })).toEqual(['YC-1']);
    expect(await names({ underClass: 'refund' })).toEqual(['YC-1']);
    expect(await names({ underClass: 'rights' })).toEqual([]);
  });
  test('text is a part of number, title or enterprise name, and never a pattern', async () => {
    expect(await names({ text: 'yc-3' })).toEqual(['YC-3']);
    expect(await names({ text: '(三天' })).toEqual(['YC-2']);
    expect(await names({ text: 'água' })).toEqual(['YC-2']);
    expect(await names({ text: '.*' })).toEqual([]);
  });
  test.each(['newest', 'deadline'])(
    'pages by %s meet every case once, also when one arrives meanwhile',
    async (sort) => {
      const { handlers } = world.casework;
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await handlers.listCases(deskAsks({ sort, limit: 1, cursor }));
        seen.push(...page.cases.map(({ number }) => number));
        expect(page.cases).toHaveLength(1);
        cursor = page.nextCursor;
        if (seen.length === 2) {
          await world.plant(intakeSays('a9', 'YC-9', 9));
          await world.settle();
        }
      } while (cursor !== '');
      const expected = ['YC-1', 'YC-2', 'YC-3', 'YC-4'];
      expect(seen.filter((number) => number !== 'YC-9').sort()).toEqual(expected);
      expect((await handlers.listCases(deskAsks({ limit: 1 }))).total).toBe(5);
    },
  );
  test('counts', async () => {
    const { handlers } = world.casework;
    expect(await handlers.countCases({ scopes: [] })).toEqual({
      byStatus: { dispatched: 2, admitted: 2 },
      byUnit: { tax: 1, water: 1 },
      byCard: {},
      total: 4,
    });
  });
});
