// Given, when, then for requests for data, under the pack of Chaozhou: an answer within three working days.
// The tax bureau has the case in hand; water may be asked; the drainage office became part of it.
import { join } from 'node:path';
import type { Actor } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { loadPack } from '#policy/pack-loader';
import type { DataRequestCommand, DataRequestPolicy } from '../src/domain/data-request-commands';
import type { DataRequestCause, DataRequestEvent } from '../src/domain/data-request-events';
import type { DataRequests } from '../src/domain/data-requests';
import { dataRequestsDecider } from '../src/domain/data-requests-decider';
import { hours, policyOf } from './scenario';

function chaozhou(): Pack {
  const loaded = loadPack(join(__dirname, '../../../deploy/packs/chaozhou'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** The pack of Chaozhou as shipped. */
export const CHAOZHOU = chaozhou();

/** What the rules look up, under a pack. */
export const dataPolicy = (pack: Pack = CHAOZHOU): DataRequestPolicy => policyOf(pack);

/** Anything that may have happened, with its hour after Monday morning. */
export type DataPast = readonly [hour: number, event: DataRequestEvent | DataRequestCause];

/** The requests that a past makes. */
export function requestsAfter(past: readonly DataPast[]): DataRequests {
  return past.reduce<DataRequests>((state, [hour, event], index) => {
    const recorded = { event, at: hours(hour), id: `e${index}`, writer: 'w', seq: index + 1 };
    return dataRequestsDecider.evolve(state, recorded);
  }, dataRequestsDecider.initial);
}

/** What a command leads to: the events, or the code of the refusal. */
export interface DataReply {
  readonly events: readonly DataRequestEvent[];
  /** The types of the events, or the code. */
  readonly told: string;
  /** The past with what came of it. */
  readonly past: readonly DataPast[];
}

/** Given a past, when somebody commands something at an hour, then … */
export function aboutData(
  past: readonly DataPast[],
  actor: Actor,
  command: DataRequestCommand,
  hour = 2,
  pack: Pack = CHAOZHOU,
): DataReply {
  const decision = { at: hours(hour), commandId: 'c', actor };
  const answer = dataRequestsDecider.decide(command, requestsAfter(past), dataPolicy(pack), decision);
  if (!answer.ok) return { events: [], told: answer.error.code, past };
  const added = answer.value.map((event): DataPast => [hour, event]);
  const told = answer.value.map(({ type }) => type).join(' ');
  return { events: answer.value, told, past: [...past, ...added] };
}

/** Asking water for tax data: nobody minds what it is in a test. */
export const ASK = {
  type: 'RequestData',
  ...{ template: 'tax-source', ofUnit: 'water', purpose: '核实停产损失' },
} as const;
/** Water's answer. */
export const PROVIDE = {
  type: 'ProvideData',
  ...{ requestNo: 1, fields: { period: '2026年1月', 'tax-state': '已入库' }, text: '' },
} as const;
/** Opening it. */
export const READ = { type: 'ReadData', requestNo: 1, purpose: '起草答复', atHand: true } as const;

const admitted: readonly DataPast[] = [[0, { type: 'AppealAdmitted', packHash: 'pack' }]];
const dispatched: readonly DataPast[] = [
  ...admitted,
  [0, { type: 'AppealDispatched', dispatchNo: 1, unit: 'tax' }],
];
const inWork: readonly DataPast[] = [...dispatched, [1, { type: 'WorkOrderAcknowledged', dispatchNo: 1 }]];
const taxHandler: Actor = { role: 'handler', id: 'li', unit: 'tax' };
const waterHandler: Actor = { role: 'handler', id: 'sun', unit: 'water' };
const asked = aboutData(inWork, taxHandler, ASK).past;
const provided = aboutData(asked, waterHandler, PROVIDE, 3).past;

/** Where a case with its requests may stand. */
export const DATA_GIVEN = {
  nothing: [] as readonly DataPast[],
  admitted,
  dispatched,
  inWork,
  asked,
  provided,
} as const;
