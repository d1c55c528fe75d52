// 数据调用 (HD-8; CR 二-4): who asks whom, who answers, until when, and what becomes of it.
import type { Actor } from '#kernel/decider';
import {
  ASK,
  CHAOZHOU,
  DATA_GIVEN,
  PROVIDE,
  READ,
  aboutData,
  dataPolicy,
  requestsAfter,
} from '../../test/data-requests';
import { PEOPLE, YICHENG, hours } from '../../test/scenario';
import type { DataCommand } from './data-request-commands';
import { requestsDueAt } from './data-requests';
import { dataRequestsDecider, voidsRequests } from './data-requests-decider';

const { taxHandler, waterHandler, clerk, followup, system } = PEOPLE;
const { admitted, dispatched, inWork, asked, provided } = DATA_GIVEN;
const DAY = 24;
const marketHandler = { role: 'handler', id: 'qian', unit: 'market' };
const other = (change: object) => ({ ...ASK, ...change });

describe('asking', () => {
  it('is the unit’s that works on the case, due after three working days (Thursday’s end)', () => {
    const { told, events } = aboutData(inWork, taxHandler, ASK);
    expect(told).toBe('DataRequested');
    expect(events).toMatchObject([
      {
        requestNo: 1,
        fromUnit: 'tax',
        ofUnit: 'water',
        by: 'li',
        dueAt: Date.parse('2026-03-06T00:00+08:00'),
      },
    ]);
  });

  it('is the desk’s in its own name, also before a unit has it', () => {
    for (const past of [admitted, dispatched, inWork])
      expect(aboutData(past, clerk, ASK).events).toMatchObject([{ fromUnit: '', by: 'wang' }]);
  });

  it('reaches the successor of a merged unit', () => {
    expect(aboutData(inWork, taxHandler, other({ ofUnit: 'drainage' })).events).toMatchObject([
      { ofUnit: 'water' },
    ]);
  });

  it.each([
    ['a unit that has not taken it', dispatched, taxHandler, ASK, 'NOT_ACKNOWLEDGED'],
    ['another unit', inWork, waterHandler, ASK, 'NOT_YOUR_UNIT'],
    ['before any unit has it', admitted, taxHandler, ASK, 'NOT_DISPATCHED'],
    ['a role the pack does not let', inWork, followup, ASK, 'ROLE_NOT_ALLOWED'],
    ['itself', inWork, taxHandler, other({ ofUnit: 'tax' }), 'UNIT_IS_ASKING'],
    ['a unit nobody knows', inWork, taxHandler, other({ ofUnit: 'moon' }), 'UNIT_UNKNOWN'],
    ['what no template foresees', inWork, taxHandler, other({ template: 'bank' }), 'TEMPLATE_UNKNOWN'],
    ['without saying what for', inWork, taxHandler, other({ purpose: ' ' }), 'REASON_MISSING'],
    ['the same again while it waits', asked, taxHandler, ASK, 'ALREADY_ASKED'],
    ['by its former name again', asked, taxHandler, other({ ofUnit: 'drainage' }), 'ALREADY_ASKED'],
  ] as const)('%s: refused', (_, past, actor, command, code) => {
    expect(aboutData(past, actor, command).told).toBe(code);
  });

  it('is not offered where the programme says nothing of it, and ends with the answer', () => {
    expect(aboutData(inWork, taxHandler, ASK, 2, YICHENG).told).toBe('DATA_NOT_FORESEEN');
    const answered = [...inWork, [2, { type: 'AppealCompleted' }]] as const;
    expect(aboutData(answered, taxHandler, ASK, 3).told).toBe('ALREADY_COMPLETED');
    const reopened = [...answered, [3, { type: 'AppealReopened', unit: 'tax' }]] as const;
    expect(aboutData(reopened, taxHandler, ASK, 4).told).toBe('DataRequested');
    const over = [...inWork, [2, { type: 'AppealClosed' }]] as const;
    expect(aboutData(over, clerk, ASK, 3).told).toBe('CLOSED');
  });

  it('stops at fifty in one case', () => {
    let past = inWork;
    for (let no = 1; no <= 50; no += 1) {
      past = aboutData(past, taxHandler, ASK).past;
      past = aboutData(past, taxHandler, {
        type: 'WithdrawDataRequest',
        requestNo: no,
        reason: '不需要',
      }).past;
    }
    expect(aboutData(past, taxHandler, ASK).told).toBe('REQUESTS_FULL');
  });
});

describe('of a protected appeal (HD-10)', () => {
  const hidden = [[0, { type: 'AppealSubmitted', protect: true }], ...inWork] as const;
  const lifted = [...hidden, [2, { type: 'ProtectionLifted' }]] as const;
  const supervisor = { role: 'supervisor', id: 'xu' };

  it('only who may see who the enterprise is asks, until it is lifted', () => {
    expect(aboutData(hidden, taxHandler, ASK).told).toBe('PROTECTED');
    expect(aboutData(hidden, clerk, ASK).told).toBe('DataRequested');
    expect(aboutData(lifted, taxHandler, ASK).told).toBe('DataRequested');
    const open = [[0, { type: 'AppealSubmitted' }], ...inWork] as const;
    expect(aboutData(open, taxHandler, ASK).told).toBe('DataRequested');
  });

  it('and only he opens what the asked unit provided, not even a role named for reading', () => {
    const given = aboutData(aboutData(hidden, clerk, ASK).past, waterHandler, PROVIDE, 3);
    expect(given.told).toBe('DataProvided');
    expect(aboutData(given.past, supervisor, READ, 4)).toMatchObject({ told: 'PROTECTED', events: [] });
    expect(aboutData(given.past, clerk, READ, 4).told).toBe('DataRead');
    const open = [...given.past, [4, { type: 'ProtectionLifted' }]] as const;
    expect(aboutData(open, supervisor, READ, 5).told).toBe('DataRead');
  });
});

describe('in a complaint (HD-10)', () => {
  const named = [0, { type: 'AppealClassified', complainedOf: ['drainage', 'market'] }] as const;
  const complaint = [named, ...inWork] as const;

  it('nobody asks the unit complained of, nor what it became part of, not even the desk', () => {
    for (const ofUnit of ['drainage', 'water', 'market'])
      expect(aboutData(complaint, taxHandler, other({ ofUnit })).told).toBe('UNIT_COMPLAINED_OF');
    expect(aboutData(complaint, clerk, ASK).told).toBe('UNIT_COMPLAINED_OF');
    const another = [[0, { type: 'AppealClassified', complainedOf: ['market'] }], ...inWork] as const;
    expect(aboutData(another, taxHandler, ASK).told).toBe('DataRequested');
  });

  it('but who is only named may be asked, once a person dispatched there and said so', () => {
    const sent = { type: 'AppealDispatched', dispatchNo: 2, unit: 'water', cleared: ['drainage'] } as const;
    const moved = [
      ...complaint,
      [2, sent],
      [3, { type: 'DispatchEnded', dispatchNo: 2 }],
      [4, { type: 'AppealDispatched', dispatchNo: 3, unit: 'tax' }],
      [5, { type: 'WorkOrderAcknowledged', dispatchNo: 3 }],
    ] as const;
    expect(aboutData(moved, taxHandler, ASK, 6).told).toBe('DataRequested');
    expect(aboutData(moved, taxHandler, other({ ofUnit: 'market' }), 6).told).toBe('UNIT_COMPLAINED_OF');
  });
});

describe('answering', () => {
  it('is the asked unit’s alone, once', () => {
    expect(aboutData(asked, marketHandler, PROVIDE).told).toBe('NOT_YOUR_REQUEST');
    expect(aboutData(asked, taxHandler, PROVIDE).told).toBe('NOT_YOUR_REQUEST');
    expect(aboutData(asked, clerk, PROVIDE).told).toBe('ROLE_NOT_ALLOWED');
    expect(aboutData(asked, { ...waterHandler, unit: 'drainage' }, PROVIDE).told).toBe('DataProvided');
    expect(aboutData(provided, waterHandler, PROVIDE).told).toBe('REQUEST_ENDED');
    const refusal = { type: 'RefuseData', requestNo: 1, ground: '不掌握' } as const;
    expect(aboutData(provided, waterHandler, refusal).told).toBe('REQUEST_ENDED');
    expect(aboutData(asked, waterHandler, refusal).told).toBe('DataRefused');
    expect(aboutData(asked, waterHandler, { ...refusal, ground: '' }).told).toBe('REASON_MISSING');
    expect(aboutData(asked, waterHandler, { ...refusal, requestNo: 7 }).told).toBe('REQUEST_UNKNOWN');
  });

  it('fills in what the template demands and nothing else', () => {
    const given = (fields: Record<string, string>) =>
      aboutData(asked, waterHandler, { ...PROVIDE, fields }).told;
    expect(given({ period: '一月' })).toBe('DATA_FIELD_MISSING');
    expect(given({ period: '一月', 'tax-state': ' ' })).toBe('DATA_FIELD_MISSING');
    expect(given({ ...PROVIDE.fields, salary: '1' })).toBe('DATA_FIELD_UNKNOWN');
    const free = aboutData(inWork, taxHandler, other({ template: 'file-in-hand' })).past;
    const words = { ...PROVIDE, fields: {} };
    expect(aboutData(free, waterHandler, words).told).toBe('DATA_MISSING');
    expect(aboutData(free, waterHandler, { ...words, text: '已受理，待审' }).told).toBe('DataProvided');
  });

  it('is reminded of a working day ahead, late from the due instant on, and marked, each once', () => {
    const at = (iso: string) => (Date.parse(`${iso}+08:00`) - hours(0)) / 3_600_000;
    const [near, due] = [at('2026-03-04T08:30'), at('2026-03-06T00:00')];
    expect(aboutData(asked, waterHandler, PROVIDE, due - 0.001).events).toMatchObject([{ late: false }]);
    expect(aboutData(asked, waterHandler, PROVIDE, due).events).toMatchObject([{ late: true }]);
    const mark = { type: 'MarkDueRequests' } as const;
    expect(requestsDueAt(requestsAfter(asked))).toBe(hours(near));
    expect(aboutData(asked, system, mark, near - 0.001).told).toBe('');
    const reminded = aboutData(asked, system, mark, near);
    expect(reminded.events).toEqual([
      { type: 'DataRequestNear', requestNo: 1, unit: 'water', dueAt: hours(due) },
    ]);
    expect(requestsDueAt(requestsAfter(reminded.past))).toBe(hours(due));
    expect(aboutData(reminded.past, system, mark, due - 0.001).told).toBe('');
    const overdue = [{ type: 'DataRequestOverdue', requestNo: 1, unit: 'water', fromUnit: 'tax' }];
    for (const past of [asked, reminded.past])
      expect(aboutData(past, system, mark, due).events).toEqual(overdue);
    const marked = aboutData(reminded.past, system, mark, due);
    expect(requestsDueAt(requestsAfter(marked.past))).toBeNull();
    expect(aboutData(marked.past, system, mark, due + DAY).told).toBe('');
    expect(aboutData(provided, system, mark, near).told).toBe('');
    expect(aboutData(provided, system, mark, due).told).toBe('');
  });

  it('is reminded of by the pack’s rule, or not at all', () => {
    const { near: _never, ...rest } = CHAOZHOU.dataRequests!;
    const nearIn = (dataRequests: typeof CHAOZHOU.dataRequests) =>
      requestsAfter(aboutData(inWork, taxHandler, ASK, 2, { ...CHAOZHOU, dataRequests }).past).requests[0]
        ?.nearAt;
    expect(nearIn(rest)).toBeUndefined();
    const whole = Date.parse('2026-03-06T00:00+08:00') - hours(2);
    expect(nearIn({ ...rest, near: { fraction: 0.5 } })).toBe(hours(2) + whole / 2);
  });
});

describe('a request that nobody needs', () => {
  const withdraw = { type: 'WithdrawDataRequest', requestNo: 1, reason: '企业已提供' } as const;

  it('is withdrawn by the side that asked, with a reason', () => {
    expect(aboutData(asked, waterHandler, withdraw).told).toBe('NOT_YOUR_REQUEST');
    expect(aboutData(asked, clerk, withdraw).told).toBe('NOT_YOUR_REQUEST');
    expect(aboutData(asked, taxHandler, { ...withdraw, reason: '' }).told).toBe('REASON_MISSING');
    const gone = aboutData(asked, taxHandler, withdraw);
    expect(gone.told).toBe('DataRequestWithdrawn');
    expect(aboutData(gone.past, waterHandler, PROVIDE).told).toBe('REQUEST_ENDED');
    const ofDesk = aboutData(inWork, clerk, ASK).past;
    expect(aboutData(ofDesk, taxHandler, withdraw).told).toBe('NOT_YOUR_REQUEST');
    expect(aboutData(ofDesk, clerk, withdraw).told).toBe('DataRequestWithdrawn');
  });

  it('is void with the end of the case, and when another gets it; the desk’s own goes on', () => {
    const cause = { at: 0, id: 'e', writer: 'w', seq: 1, event: { type: 'AppealClosed' } } as const;
    const both = aboutData(asked, clerk, other({ template: 'above-scale' })).past;
    const voided = (event: Parameters<typeof requestsAfter>[0][number][1]) => {
      const past = [...both, [4, event]] as const;
      const reaction = voidsRequests(cause, requestsAfter(past));
      return reaction === undefined ? [] : aboutData(past, system, reaction, 4).events;
    };
    expect(voided({ type: 'AppealClosed' })).toEqual([
      { type: 'DataRequestsVoided', requestNos: [1, 2], why: 'closed' },
    ]);
    for (const event of [
      { type: 'DispatchEnded', dispatchNo: 1 },
      { type: 'AppealDispatched', dispatchNo: 2, unit: 'market' },
      { type: 'AppealReopened', unit: '' },
    ] as const)
      expect(voided(event)).toEqual([{ type: 'DataRequestsVoided', requestNos: [1], why: 'moved' }]);
    expect(voided({ type: 'DispatchEnded', dispatchNo: 0 })).toEqual([]);
    expect(voided({ type: 'AppealCompleted' })).toEqual([]);
    expect(voided({ type: 'AppealDispatched', dispatchNo: 2, unit: 'tax' })).toEqual([]);
  });
});

test('a request is answered by the template of the pack under which it was made (RT-5)', () => {
  const later = [...asked, [3, { type: 'PackChanged', packHash: 'other' }]] as const;
  expect(requestsAfter(later).requests).toMatchObject([{ packHash: 'pack' }]);
  // The other programme foresees no data at all: nothing more is asked, and nothing that was is left hanging.
  const policy = { ...dataPolicy(), pack: (hash: string) => (hash === 'pack' ? CHAOZHOU : YICHENG) };
  const decide = (past: typeof asked, actor: Actor, command: DataCommand) => {
    const decision = { at: hours(4), commandId: 'c', actor };
    const answer = dataRequestsDecider.decide(command, requestsAfter(past), policy, decision);
    return answer.ok ? answer.value.map(({ type }) => type).join(' ') : answer.error.code;
  };
  expect(decide(later, clerk, ASK)).toBe('DATA_NOT_FORESEEN');
  expect(decide(later, waterHandler, PROVIDE)).toBe('DataProvided');
  const answered = [...provided, [3, { type: 'PackChanged', packHash: 'other' }]] as const;
  expect(decide(answered, taxHandler, READ)).toBe('DataRead');
});
