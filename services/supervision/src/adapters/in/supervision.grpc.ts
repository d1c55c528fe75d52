// Supervision's door: an appeal's clocks and cards, and the list of cards.
import {
  type GetDocketRequest,
  type GetDocketResponse,
  type ListCardsRequest,
  type ListCardsResponse,
  SupervisionServiceService,
} from '#contracts/gen/zhitong/supervision/v1/service';
import { type GrpcBinding, bindGrpc } from '#platform/edge/grpc-types';
import type { CardList, Dockets } from '../../app/ports';
import { clocksOf } from '../../domain/docket';
import { cardsWire, clockWire, entryWire } from '../mapping/docket-answers';

const MOST = 500;
const USUAL = 50;

/** Handlers by the methods of the contract. */
export interface SupervisionHandlers {
  readonly getDocket: (request: GetDocketRequest) => Promise<GetDocketResponse>;
  readonly listCards: (request: ListCardsRequest) => Promise<ListCardsResponse>;
}

/** Opens the door; a limit of 0 asks for 50, no list is longer than 500. */
export function supervisionHandlers(dockets: Dockets, cards: CardList): SupervisionHandlers {
  return {
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
      const bounded = limit === 0 ? USUAL : Math.min(MOST, Math.max(1, limit));
      return { cards: (await cards.list({ unit, colour, limit: bounded })).map(entryWire) };
    },
  };
}

/** The handlers under their contract. */
export function supervisionBinding(handlers: SupervisionHandlers): GrpcBinding {
  return bindGrpc(SupervisionServiceService, { ...handlers });
}
