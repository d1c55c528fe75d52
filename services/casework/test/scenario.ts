// Given, when, then for work orders: events in, a command, events or a refusal out, under the pack of
// Yicheng or a change of it.
import { join } from 'node:path';
import type { Actor, WrongField } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { loadPack } from '#policy/pack-loader';
import { projectCalendars } from '#working-calendar/test-calendars';
import { type WorkOrder, statusWord } from '../src/domain/work-order';
import type { WorkOrderCommand, WorkOrderPolicy } from '../src/domain/work-order-commands';
import { workOrderDecider } from '../src/domain/work-order-decider';
import type { WorkOrderCause, WorkOrderEvent } from '../src/domain/work-order-events';

const HOUR = 3_600_000;

/** Monday 2026-03-02 09:00 in Shanghai. */
export const MORNING = Date.UTC(2026, 2, 2, 1);

/** An instant so many hours after that morning. */
export const hours = (count: number): number => MORNING + count * HOUR;

function yicheng(): Pack {
  const loaded = loadPack(join(__dirname, '../../../deploy/packs/yicheng'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** The pack of Yicheng as shipped. */
export const YICHENG = yicheng();

const calendars = projectCalendars();

/** The drainage office became part of the water bureau, the levy office of the tax bureau. */
const SUCCESSORS: Readonly<Record<string, string>> = { drainage: 'water', levy: 'tax' };

const post = (id: string, kind: 'section-head' | 'unit-leader', holder: string, deputies: string[] = []) => {
  return { id, title: id, unit: 'tax', kind, holder, deputies };
};

/** The tax bureau: its section `levy` is headed by he, in whose place wu signs; its leader is chen. */
const TAX = {
  sections: ['levy', 'refunds'],
  people: ['li', 'qian', 'he', 'wu', 'chen', 'lin'],
  posts: [
    { ...post('levy-head', 'section-head', 'he', ['wu']), section: 'levy' },
    { ...post('refunds-head', 'section-head', 'lin'), section: 'refunds' },
    post('tax-leader', 'unit-leader', 'chen'),
  ],
};
const NOBODY = { sections: [], people: [], posts: [] };

/** A policy whose units are tax, market and water. */
export function policyOf(pack: Pack = YICHENG): WorkOrderPolicy {
  return {
    pack: () => pack,
    calendar: () => calendars.current,
    unitExists: (code) => ['tax', 'market', 'water'].includes(code),
    successorOf: (code) => SUCCESSORS[code] ?? code,
    inside: (code) => ((SUCCESSORS[code] ?? code) === 'tax' ? TAX : NOBODY),
    unitTier: (code) => (code === 'tax' ? 'county' : 'city'),
  };
}

/** People. */
export const PEOPLE = {
  taxHandler: { role: 'handler', id: 'li', unit: 'tax' },
  waterHandler: { role: 'handler', id: 'sun', unit: 'water' },
  clerk: { role: 'clerk', id: 'wang' },
  followup: { role: 'followup', id: 'zhao' },
  enterprise: { role: 'enterprise', id: 'enterprise' },
  ops: { role: 'ops', id: 'root' },
  system: { role: 'system', id: 'casework' },
} as const satisfies Record<string, Actor>;

/** Anything that may have happened, with its hour after the morning. */
export type Past = readonly [hour: number, event: WorkOrderEvent | WorkOrderCause];

/** The state that a past makes. */
export function stateAfter(past: readonly Past[]): WorkOrder {
  return past.reduce<WorkOrder>((state, [hour, event], index) => {
    const at = hours(hour);
    return workOrderDecider.evolve(state, { event, at, id: `e${index}`, writer: 'w', seq: index + 1 });
  }, workOrderDecider.initial);
}

/** What a command leads to: the types of the events, or code of the refusal with its params. */
export interface Reply {
  readonly events: readonly WorkOrderEvent[];
  readonly types: readonly string[];
  readonly refused: string;
  readonly params: Readonly<Record<string, string>>;
  /** The fields that are meant. */
  readonly fields: readonly WrongField[];
  /** Status word afterwards. */
  readonly status: string;
}

/** Given a past, when somebody commands something at an hour, then … */
export function when(
  past: readonly Past[],
  actor: Actor,
  command: WorkOrderCommand,
  hour = 30,
  pack: Pack = YICHENG,
): Reply {
  const before = stateAfter(past);
  const decision = { at: hours(hour), commandId: 'c', actor };
  const answer = workOrderDecider.decide(command, before, policyOf(pack), decision);
  if (!answer.ok) {
    const { code, params, fields = [] } = answer.error;
    return { events: [], types: [], refused: code, params, fields, status: statusWord(before) };
  }
  const after = stateAfter([...past, ...answer.value.map((event) => [hour, event] as const)]);
  const types = answer.value.map(({ type }) => type);
  return { events: answer.value, types, refused: '', params: {}, fields: [], status: statusWord(after) };
}

/** Pasts by name, each the beginning of the next. */
const admitted: readonly Past[] = [
  [0, { type: 'AppealSubmitted', number: 'YC-1' }],
  [0, { type: 'AppealAdmitted', packHash: 'pack', kind: 'help' }],
];
const dispatched: readonly Past[] = [
  ...admitted,
  [0, { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax' }],
];
const acknowledged: readonly Past[] = [
  ...dispatched,
  [1, { type: 'WorkOrderAcknowledged', dispatchNo: 1, unit: 'tax', by: 'li' }],
];
const contacted: readonly Past[] = [
  ...acknowledged,
  [
    1.5,
    {
      type: 'EnterpriseContacted',
      dispatchNo: 1,
      unit: 'tax',
      outcome: 'reached',
      attempts: 1,
      arrived: true,
      visitWaived: false,
      satisfies: true,
      by: 'li',
      note: '',
    },
  ],
];
const opinionGiven: readonly Past[] = [
  ...contacted,
  [20, { type: 'PreliminaryOpinionGiven', dispatchNo: 1, unit: 'tax', by: 'li', text: '受理' }],
];
/** The same order with water assisting, which has not said a word. */
const assisted: readonly Past[] = opinionGiven.map(([hour, event]) =>
  event.type === 'AppealDispatched' ? [hour, { ...event, assist: ['water'] }] : [hour, event],
);
const completed: readonly Past[] = [
  ...opinionGiven,
  [
    25,
    {
      type: 'AppealCompleted',
      dispatchNo: 1,
      unit: 'tax',
      completionType: 'solved',
      by: 'li',
      round: 1,
      answerVerdict: 'answers',
      findingCodes: [],
      plannedOn: '',
      agreedOn: '',
      answer: { answer: '已退税', basis: '', plan: '', agreedBy: '' },
    },
  ],
];
/** The same answer, held for the platform. */
const held: readonly Past[] = completed.map(([hour, event]) =>
  event.type === 'AppealCompleted' ? [hour, { ...event, held: true as const }] : [hour, event],
);
const reminded: readonly Past[] = [
  ...completed,
  [26, { type: 'MessageDelivered', template: 'rating-reminder' }],
];
const answered: readonly Past[] = [...admitted, [0, { type: 'AnsweredDirectly', articleId: 'K001' }]];
const closed: readonly Past[] = [
  ...completed,
  [40, { type: 'AppealClosed', why: 'rated', by: 'zhao', reason: '' }],
];

/** Where a case may stand. */
export const GIVEN = {
  nothing: [] as readonly Past[],
  admitted,
  dispatched,
  acknowledged,
  contacted,
  opinionGiven,
  assisted,
  completed,
  held,
  reminded,
  answered,
  closed,
};
