// Given, when, then for routings: events in, a command, events or a refusal out, under the pack of Yicheng.
import { join } from 'node:path';
import type { Actor, WrongField } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { loadPack } from '#policy/pack-loader';
import { type Routing, statusWord } from '../src/domain/routing';
import type { RoutingCommand, RoutingPolicy } from '../src/domain/routing-commands';
import { routingDecider } from '../src/domain/routing-decider';
import type { Classification, RoutingCause, RoutingEvent } from '../src/domain/routing-events';

const MINUTE = 60_000;

/** Monday 2026-03-02 09:00 in Shanghai. */
export const MORNING = Date.UTC(2026, 2, 2, 1);

/** An instant so many minutes after that morning. */
export const minutes = (count: number): number => MORNING + count * MINUTE;

function yicheng(): Pack {
  const loaded = loadPack(join(__dirname, '../../../deploy/packs/yicheng'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** The pack of Yicheng as shipped. */
export const YICHENG = yicheng();

/** Units tax, market and water; article K001 in force, K009 not. */
export const POLICY: RoutingPolicy = {
  pack: () => YICHENG,
  packInForce: (id) => ({ 'fast-track': 'pack-2', 'chaozhou-fasttrack': 'pack-2', yicheng: 'pack-3' })[id],
  unitTier: (code) => (code === 'tax' ? 'county' : 'city'),
  unitExists: (code) => ['tax', 'market', 'water'].includes(code),
  // The drainage office became part of the water bureau.
  successorOf: (code) => (code === 'drainage' ? 'water' : code),
  articleInForce: (id) => id === 'K001',
  unitsNamed: (text) => [
    ...(text.includes('税务局') ? ['tax'] : []),
    ...(text.includes('排水所') ? ['drainage'] : []),
  ],
};

/** People. */
export const PEOPLE = {
  clerk: { role: 'clerk', id: 'wang' },
  supervisor: { role: 'supervisor', id: 'he' },
  leader: { role: 'leader', id: 'qin' },
  handler: { role: 'handler', id: 'li', unit: 'tax' },
  enterprise: { role: 'enterprise', id: 'e' },
  system: { role: 'system', id: 'triage.routing' },
} as const satisfies Record<string, Actor>;

/** A classification that is sure of tax. */
export function classification(change: Partial<Classification> = {}): Classification {
  const reasons = [{ words: ['退税', '留抵'], source: 'duty', ref: '税收征管' } as const];
  return {
    topic: 'tax',
    candidates: [{ unit: 'tax', score: 0.99, reasons }],
    assist: ['market'],
    sure: true,
    proposed: '',
    proposedWords: [],
    urgent: false,
    modelVersion: 'm1',
    ...change,
  };
}

/** Anything that may have happened, with its minute after the morning. */
export type Past = readonly [minute: number, event: RoutingEvent | RoutingCause];

/** The state that a past makes. */
export function stateAfter(past: readonly Past[]): Routing {
  return past.reduce<Routing>((state, [minute, event], index) => {
    const at = minutes(minute);
    return routingDecider.evolve(state, { event, at, id: `e${index}`, writer: 'w', seq: index + 1 });
  }, routingDecider.initial);
}

/** What a command leads to: the events, or the code of the refusal with its values. */
export interface Reply {
  readonly events: readonly RoutingEvent[];
  readonly types: readonly string[];
  readonly refused: string;
  readonly params: Readonly<Record<string, string>>;
  /** The fields that are meant. */
  readonly fields: readonly WrongField[];
  /** Status word and state afterwards. */
  readonly status: string;
  readonly state: Routing;
}

/** Given a past, when somebody commands something at a minute, then … */
export function when(
  past: readonly Past[],
  actor: Actor,
  command: RoutingCommand,
  minute = 120,
  pack: Pack | RoutingPolicy['pack'] = YICHENG,
): Reply {
  const before = stateAfter(past);
  const decision = { at: minutes(minute), commandId: 'c', actor };
  const answer = routingDecider.decide(
    command,
    before,
    { ...POLICY, pack: typeof pack === 'function' ? pack : () => pack },
    decision,
  );
  if (!answer.ok) {
    const { code, params, fields = [] } = answer.error;
    return {
      events: [],
      types: [],
      refused: code,
      params,
      fields,
      status: statusWord(before),
      state: before,
    };
  }
  const state = stateAfter([...past, ...answer.value.map((event) => [minute, event] as const)]);
  const types = answer.value.map(({ type }) => type);
  return {
    events: answer.value,
    types,
    refused: '',
    params: {},
    fields: [],
    status: statusWord(state),
    state,
  };
}

/** An appeal submitted with these words and kind, and admitted. */
export function admittedAs(kind: string, content = '留抵退税至今未到'): readonly Past[] {
  const wording = { title: '退税', content };
  return [
    [0, { type: 'AppealSubmitted', kind, topic: '', region: 'r1', wording }],
    [0, { type: 'AppealAdmitted', packHash: 'pack', kind, topic: 'tax', region: 'r2' }],
  ];
}

const dispatchTo = (dispatchNo: number, lead: string, decidedBy = 'wang'): RoutingEvent => ({
  type: 'AppealDispatched',
  dispatchNo,
  lead,
  assist: lead === 'tax' ? ['market'] : [],
  decidedBy,
  why: '',
  reason: '',
});
const objectedBy = (dispatchNo: number, late = false): RoutingCause => ({
  type: 'DispatchObjected',
  dispatchNo,
  proposedUnit: 'market',
  late,
});
const upheld = (dispatchNo: number, unit: string): RoutingEvent => ({
  type: 'ObjectionRuled',
  dispatchNo,
  unit,
  upheld: true,
  decidedBy: 'wang',
  note: '',
});

const admitted = admittedAs('help');
const classified: readonly Past[] = [...admitted, [0, { type: 'AppealClassified', ...classification() }]];
const desk: readonly Past[] = [...classified, [1, { type: 'DeskEntered', why: 'unsure', proposed: '' }]];
const dispatched: readonly Past[] = [...classified, [1, dispatchTo(1, 'tax', 'rule')]];
const acknowledged: readonly Past[] = [...dispatched, [2, { type: 'WorkOrderAcknowledged', dispatchNo: 1 }]];
const objected: readonly Past[] = [...dispatched, [3, objectedBy(1)]];
const twice: readonly Past[] = [...objected, [4, upheld(1, 'tax')], [4, dispatchTo(2, 'market')]];
const thrice: readonly Past[] = [
  ...twice,
  [5, objectedBy(2)],
  [6, upheld(2, 'market')],
  [6, dispatchTo(3, 'water')],
];
const answered: readonly Past[] = [
  ...classified,
  [1, { type: 'AnsweredDirectly', articleId: 'K001', score: 0.99 }],
];

/** Pasts by name. */
export const GIVEN = {
  nothing: [] as readonly Past[],
  admitted,
  classified,
  desk,
  dispatched,
  acknowledged,
  objected,
  objectedLate: [...acknowledged, [2000, objectedBy(1, true)]] as readonly Past[],
  dispatchedTwice: twice,
  objectedTwice: [...twice, [5, objectedBy(2)]] as readonly Past[],
  objectedThrice: [...thrice, [7, objectedBy(3)]] as readonly Past[],
  thriceOnDesk: [
    ...thrice,
    [7, objectedBy(3)],
    [8, upheld(3, 'water')],
    [8, { type: 'DeskEntered', why: 'objection-upheld', proposed: '' }],
  ] as readonly Past[],
  answered,
  sentUp: [...acknowledged, [30, { type: 'EscalationRequested', dispatchNo: 1 }]] as readonly Past[],
  completed: [...acknowledged, [60, { type: 'AppealCompleted', dispatchNo: 1 }]] as readonly Past[],
  withdrawn: [...dispatched, [2, { type: 'WithdrawalGranted' }]] as readonly Past[],
} as const;
