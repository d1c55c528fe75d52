// Casework's door: commands to work orders, questions to case files and desk.
import {
  CaseworkServiceService,
  type CheckCompletionRequest,
  type CheckCompletionResponse,
  type CountCasesRequest,
  type CountCasesResponse,
  type DescribeCasesRequest,
  type DescribeCasesResponse,
  type ExecuteRequest,
  type GetCaseRequest,
  type GetCaseResponse,
  type ListCasesRequest,
  type ListCasesResponse,
  type ListDataRequestsRequest,
  type ListDataRequestsResponse,
  type ReadDataRequest,
  type ReadDataResponse,
} from '#contracts/gen/zhitong/casework/v1/service';
import type { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import { commandAnswer, malformed } from '#platform/edge/command-envelope';
import { type CheckCompletionPorts, checkCompletion, tryCompletion } from '../../app/check-completion';
import { type ListDataRequestsPorts, listDataRequests } from '../../app/list-data-requests';
import { readData } from '../../app/open-provided';
import { describeCases } from '../../app/describe-cases';
import { type GetCasePorts, getCase } from '../../app/get-case';
import { draftOf, insideView } from '../../app/look-inside';
import type { DataRequestStore, Desk, WorkOrders } from '../../app/ports';
import { statusWord } from '../../domain/work-order';
import { deskQuery, detailWire, findingWire, rejectedWire, summaryWire } from '../mapping/case-answers';
import {
  dataRequestQuery,
  dataRequestWire,
  isAboutData,
  providedWire,
  readDataCommand,
  readReading,
} from '../mapping/data-requests-door';
import { readCompletion, readWorkOrder } from '../mapping/work-order-requests';

/** What the door opens on. */
export interface CaseworkDoor extends GetCasePorts, CheckCompletionPorts, ListDataRequestsPorts {
  readonly data: DataRequestStore;
  readonly desk: Desk;
}

const MOST_DESCRIBED = 1000;

/** Handlers by the methods of the contract. */
export interface CaseworkHandlers {
  readonly execute: (request: ExecuteRequest) => Promise<CommandAnswer>;
  readonly getCase: (request: GetCaseRequest) => Promise<GetCaseResponse>;
  readonly listCases: (request: ListCasesRequest) => Promise<ListCasesResponse>;
  readonly checkCompletion: (request: CheckCompletionRequest) => Promise<CheckCompletionResponse>;
  readonly describeCases: (request: DescribeCasesRequest) => Promise<DescribeCasesResponse>;
  readonly readData: (request: ReadDataRequest) => Promise<ReadDataResponse>;
  readonly listDataRequests: (request: ListDataRequestsRequest) => Promise<ListDataRequestsResponse>;
  readonly countCases: (request: CountCasesRequest) => Promise<CountCasesResponse>;
}

/** The contract the handlers fulfil. */
export const caseworkDefinition = CaseworkServiceService;

/** Opens the door. */
export function caseworkHandlers(door: CaseworkDoor): CaseworkHandlers {
  return {
    execute: async (request) => {
      if (isAboutData(request)) {
        const asked = readDataCommand(request);
        return asked.ok
          ? commandAnswer(await door.data.execute(asked.order), () => '')
          : malformed(asked.field);
      }
      const read = readWorkOrder(request);
      if (!read.ok) return malformed(read.field);
      return commandAnswer(await door.orders.execute(await withCheck(read.order, door)), statusWord);
    },
    checkCompletion: async (request) => {
      const read = readCompletion(request);
      if (!read.ok) return malformed(read.field);
      const { id, command, actor } = read.order;
      const tried = await tryCompletion(id, command, actor, door);
      if (!tried.ok) return { outcome: { $case: 'rejected', value: rejectedWire(tried.rejection) } };
      const { verdict, findings } = tried.check;
      return { outcome: { $case: 'checked', value: { verdict, findings: findings.map(findingWire) } } };
    },
    getCase: async ({ appealId, number, view, covering }) => {
      const known = view === 'staff' || view === 'identified' ? view : 'enterprise';
      const question = { appealId, number, view: known, covering } as const;
      const { found, stale } = await getCase(question, door);
      if (found === undefined) return { found: false, case: undefined, stale };
      const id = found.summary.appealId;
      const inside = question.view === 'staff' ? await insideView(id, door) : undefined;
      return { found: true, case: { ...detailWire(found), inside }, stale };
    },
    listCases: async (request) => {
      const { cases, nextCursor, total } = await door.desk.list(deskQuery(request));
      return { cases: cases.map(summaryWire), nextCursor, total };
    },
    describeCases: async ({ appealIds }) => ({
      cases: [...(await describeCases(appealIds.slice(0, MOST_DESCRIBED), door.files))],
    }),
    ...dataHandlers(door),
    countCases: async ({ scopes }) => {
      const { byStatus, byUnit, byCard, total } = await door.desk.counts(scopes);
      return { byStatus: { ...byStatus }, byUnit: { ...byUnit }, byCard: { ...byCard }, total };
    },
  };
}

/** Requests for data (HD-8). */
function dataHandlers(door: CaseworkDoor): Pick<CaseworkHandlers, 'readData' | 'listDataRequests'> {
  return {
    readData: async (request) => {
      const read = readReading(request);
      if (!read.ok) return malformed(read.field);
      const opened = await readData(read.order, door);
      return opened.ok
        ? { outcome: { $case: 'data', value: providedWire(opened.provided, opened.eventId) } }
        : { outcome: { $case: 'rejected', value: { ...rejectedWire(opened.rejection), asOf: opened.asOf } } };
    },
    listDataRequests: async (request) => {
      const { requests, nextCursor } = await listDataRequests(dataRequestQuery(request), door);
      return { requests: requests.map(dataRequestWire), nextCursor };
    },
  };
}

type Order = Parameters<WorkOrders['execute']>[0];

/**
 * What a command needs beside itself: a completion is held against the appeal (HD-3), a signature has its
 * draft.
 */
async function withCheck(order: Order, door: CaseworkDoor): Promise<Order> {
  const { command } = order;
  if (command.type === 'SignDraft') {
    const draft = await draftOf(order.id, command.dispatchNo, door.files);
    return { ...order, command: { ...command, draft } };
  }
  if (command.type !== 'CompleteAppeal' && command.type !== 'SubmitDraft') return order;
  return { ...order, command: { ...command, check: await checkCompletion(order.id, command, door) } };
}
