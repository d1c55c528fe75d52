import { GIVEN, PEOPLE, type Past, when } from '../../test/scenario';
import type { Ruling } from './routing-commands';

const PANEL: Ruling = { lead: 'market', assist: null, body: 'panel', sessionNo: 2 };
const MEETING: Ruling = { lead: 'market', assist: ['tax'], body: 'joint-meeting', sessionNo: 1 };
const obey = (past: readonly Past[], ruling: Ruling) =>
  when(past, PEOPLE.system, { type: 'ObeyRuling', ruling });

describe('a ruling is carried out (KB-5, RT-3)', () => {
  test.each<[string, readonly Past[], Ruling, readonly string[], string]>([
    ['from the desk', GIVEN.desk, PANEL, ['AppealDispatched'], 'dispatched'],
    ['beyond the limit of to and fro', GIVEN.thriceOnDesk, PANEL, ['AppealDispatched'], 'dispatched'],
    [
      'out of an objection, which is thereby upheld',
      GIVEN.objected,
      PANEL,
      ['ObjectionRuled', 'AppealDispatched'],
      'dispatched',
    ],
    ['an objection that is not', GIVEN.objected, { ...PANEL, lead: 'tax' }, ['ObjectionRuled'], 'dispatched'],
    ['a late one', GIVEN.objectedLate, { ...PANEL, lead: 'tax' }, ['ObjectionRuled'], 'acknowledged'],
    [
      'from the unit that has it in work',
      GIVEN.acknowledged,
      MEETING,
      ['DispatchRecalled', 'AppealDispatched'],
      'dispatched',
    ],
    ['where it is already', GIVEN.acknowledged, { ...PANEL, lead: 'tax' }, [], 'acknowledged'],
    [
      'with others to assist the same lead',
      GIVEN.acknowledged,
      { ...MEETING, lead: 'tax', assist: ['water'] },
      ['DispatchRecalled', 'AppealDispatched'],
      'dispatched',
    ],
    ['not once it was answered', GIVEN.completed, PANEL, [], 'completed'],
    ['not to a unit that is gone', GIVEN.desk, { ...PANEL, lead: 'moon' }, [], 'desk'],
  ])('%s', (_name, past, ruling, types, status) => {
    const reply = obey(past, ruling);
    expect([reply.types, reply.status]).toEqual([types, status]);
  });

  test('under a new number, in the name of the body, with the session as reason', () => {
    expect(obey(GIVEN.acknowledged, MEETING).events).toEqual([
      {
        ...{ type: 'DispatchRecalled', dispatchNo: 1, unit: 'tax', decidedBy: 'joint-meeting' },
        ...{ withoutMark: false, reason: '联席会议确定（第1次会商）' },
      },
      {
        ...{ type: 'AppealDispatched', dispatchNo: 2, lead: 'market', assist: ['tax'], reason: '' },
        ...{ decidedBy: 'joint-meeting', why: '联席会议确定（第1次会商）' },
      },
    ]);
    expect(obey(GIVEN.objected, PANEL).events[1]).toMatchObject({ decidedBy: 'panel', assist: [] });
  });
});

// The drainage office became part of the water bureau while the matter was under way.
describe('units that became part of others are those others', () => {
  const heldBy = (lead: string, assist: readonly string[] = []): readonly Past[] => [
    ...GIVEN.desk,
    [2, { type: 'AppealDispatched', dispatchNo: 1, lead, assist, decidedBy: 'wang', why: '', reason: '' }],
  ];
  const inWork = (lead: string, assist: readonly string[] = []): readonly Past[] => [
    ...heldBy(lead, assist),
    [3, { type: 'WorkOrderAcknowledged', dispatchNo: 1 }],
  ];
  const objected: readonly Past[] = [
    ...heldBy('drainage'),
    [3, { type: 'DispatchObjected', dispatchNo: 1, proposedUnit: 'tax', late: false }],
  ];
  const to = (lead: string): Ruling => ({ ...PANEL, lead });

  test('a ruling for the former unit brings the appeal to its successor', () => {
    expect(obey(GIVEN.desk, to('drainage')).events).toMatchObject([{ lead: 'water' }]);
    expect(obey(inWork('tax'), to('drainage')).events).toMatchObject([
      { type: 'DispatchRecalled', unit: 'tax' },
      { type: 'AppealDispatched', lead: 'water' },
    ]);
  });

  test('what the former unit has the successor keeps, whichever was ruled', () => {
    for (const lead of ['water', 'drainage'])
      for (const assist of [[], ['water'], ['market'], ['drainage', 'market', 'moon']])
        expect(obey(inWork('drainage', assist), to(lead)).events).toEqual([]);
    expect(obey(inWork('tax', ['drainage', 'water']), to('tax')).events).toEqual([]);
  });

  test('its objection is not upheld by that', () => {
    for (const lead of ['water', 'drainage'])
      expect(obey(objected, to(lead)).events).toMatchObject([{ type: 'ObjectionRuled', upheld: false }]);
    expect(obey(objected, to('tax')).events).toMatchObject([
      { type: 'ObjectionRuled', unit: 'drainage', upheld: true },
      { type: 'AppealDispatched', lead: 'tax' },
    ]);
  });

  test('two that assist and are one now stand there once', () => {
    const [, sent] = obey(inWork('tax', ['drainage', 'water']), to('market')).events;
    expect(sent).toMatchObject({ lead: 'market', assist: ['water'] });
    const meeting = { ...MEETING, assist: ['drainage', 'water', 'tax'] };
    expect(obey(GIVEN.desk, meeting).events).toMatchObject([{ assist: ['water', 'tax'] }]);
    expect(obey(GIVEN.desk, { ...meeting, lead: 'drainage' }).events).toMatchObject([{ assist: ['tax'] }]);
  });
});
