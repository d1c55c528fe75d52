// Supervision's door: an appeal's clocks and cards, its overseeing with the commands about it, and the lists
// over all appeals.
import type { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import {
  type ExecuteOutageRequest,
  type ExecuteRequest,
  type GetDocketRequest,
  type GetDocketResponse,
  type GetOversightRequest,
  type GetOversightResponse,
  type ListCardsRequest,
  type ListCardsResponse,
  type ListOrdersRequest,
  type ListOrdersResponse,
  type ListOutagesRequest,
  type ListOutagesResponse,
  type ListRegisterRequest,
  type ListRegisterResponse,
  SupervisionServiceService,
} from '#contracts/gen/zhitong/supervision/v1/service';
import { commandAnswer, malformed } from '#platform/edge/command-envelope';
import { type GrpcBinding, bindGrpc } from '#platform/edge/grpc-types';
import type { CardList, Dockets, OutageList, Oversights, Register } from '../../app/ports';
import { clocksOf } from '../../domain/docket';
import { cardsWire, clockWire, entryWire } from '../mapping/docket-answers';
import { orderRowWire, oversightWire, readState, registerRowWire } from '../mapping/oversight-answers';
import { readOversight } from '../mapping/oversight-requests';
import { outageWire, readOutageOrder } from '../mapping/outages-wire';

const MOST = 500;
const USUAL = 50;

/** Handlers by the methods of the contract. */
export interface SupervisionHandlers {
  readonly execute: (request: ExecuteRequest) => Promise<CommandAnswer>;
  readonly getDocket: (request: GetDocketRequest) => Promise<GetDocketResponse>;
  readonly listCards: (request: ListCardsRequest) => Promise<ListCardsResponse>;
  readonly getOversight: (request: GetOversightRequest) => Promise<GetOversightResponse>;
  readonly listRegister: (request: ListRegisterRequest) => Promise<ListRegisterResponse>;
  readonly listOrders: (request: ListOrdersRequest) => Promise<ListOrdersResponse>;
  readonly executeOutage: (request: ExecuteOutageRequest) => Promise<CommandAnswer>;
  readonly listOutages: (request: ListOutagesRequest) => Promise<ListOutagesResponse>;
}

/** What the door opens on. */
export interface SupervisionDoor {
  readonly dockets: Dockets;
  readonly cards: CardList;
  readonly oversights: Oversights;
  readonly register: Register;
  readonly outages: OutageList;
}

/** Opens the door; a limit of 0 asks for 50, no list is longer than 500. */
export function supervisionHandlers(door: SupervisionDoor): SupervisionHandlers {
  const { dockets, cards, oversights, register, outages } = door;
  return {
    execute: async (request) => {
      const read = readOversight(request);
      if (!read.ok) return malformed(read.field);
      return commandAnswer(await oversights.execute(read.order), () => '');
    },
    getDocket: async ({ appealId }) => {
      const docket = await dockets.find(appealId);
      if (docket === undefined) return { found: false, clocks: [], cards: [] };
      const clocks = clocksOf(docket);
      return {
        found: true,
        clocks: clocks.map(clockWire),
        cards: clocks.flatMap((clock) => cardsWire(appealId, clock)),
      };
    },
    listCards: async ({ unit, colour, limit }) => {
      return { cards: (await cards.list({ unit, colour, limit: bounded(limit) })).map(entryWire) };
    },
    getOversight: async ({ appealId }) => oversightWire(appealId, await oversights.view(appealId)),
    listRegister: async ({ state, limit, ...query }) => {
      const asked = { ...query, state: readState(state, ['open', 'cleared']), limit: bounded(limit) };
      const { rows, open, cleared, nextCursor } = await register.entries(asked);
      return { entries: rows.map(registerRowWire), open, cleared, nextCursor };
    },
    listOrders: async ({ state, limit, ...query }) => {
      const asked = { ...query, state: readState(state, ['open', 'overdue']), limit: bounded(limit) };
      const { rows, nextCursor } = await register.orders(asked);
      return { orders: rows.map(orderRowWire), nextCursor };
    },
    executeOutage: async (request) => {
      const read = readOutageOrder(request);
      if (!read.ok) return malformed(read.field);
      return commandAnswer(await outages.execute(read.order), () => '');
    },
    listOutages: async ({ limit }) => {
      const newest = (await outages.list()).slice(-bounded(limit)).reverse();
      return { outages: newest.map(outageWire) };
    },
  };
}

function bounded(limit: number): number {
  return limit === 0 ? USUAL : Math.min(MOST, Math.max(1, limit));
}

/** The handlers under their contract. */
export function supervisionBinding(handlers: SupervisionHandlers): GrpcBinding {
  return bindGrpc(SupervisionServiceService, { ...handlers });
}
