// What is read of the overseeing of cases (SV-3 … SV-6, HD-11): register and orders over all cases,
// everything about one case, and an order as a page to print. Whoever reads as one of a unit is shown his
// unit's rows, also when the case has gone to another.
import { Readable } from 'node:stream';
import { reading } from '../../../../app/roles';
import { orderSheet } from '../../../mapping/order-sheet';
import { orderJson, oversightJson, registerEntryJson } from '../../../mapping/oversight-json';
import { ownUnitOf, sightFor } from '../case-rights';
import type { Edge } from '../edge';
import { unknownCodes } from '../known-codes';
import * as schema from '../oversight-schemas';
import { PAGE, seenRows } from '../seen-pages';
import { answered, type Route, refused, route, streamed } from '../route';
import { caseParams } from '../schemas';
import { instantOr, malformed } from './figures';
import { openOversight } from './open-oversight';

/** Rows of reading. */
export function oversightRoutes(edge: Edge): readonly Route[] {
  return [registerRoute(edge), ordersRoute(edge), oversightRoute(edge), orderRoute(edge)];
}

const GET = { method: 'GET', tag: 'case' } as const;

function registerRoute(edge: Edge): Route {
  return route({
    ...GET,
    id: 'listRegister',
    path: '/api/v1/register',
    enter: reading('words'),
    summary: { zh: '问题台账', en: 'The register of problems' },
    query: schema.registerQuery,
    replies: { 200: schema.register },
    handle: async ({ query: { unit = '', ground = '', state = '', from, to, limit = 100 }, asking }) => {
      const wrong = unknownCodes(edge, { unit });
      if (wrong) return wrong;
      const [fromAt, toAt] = [instantOr(from, 0), instantOr(to, 0)];
      if (fromAt === undefined || toAt === undefined)
        return malformed(fromAt === undefined ? ['from'] : ['to']);
      const own = ownUnitOf(edge, asking);
      const question = { unit: own || unit, ground, state, fromAt, toAt, limit, cursor: '' };
      const { supervision } = edge.peers;
      if (own !== '' || sightFor(edge, asking).words === 'all') {
        const { entries, open, cleared } = await supervision.listRegister(question);
        return answered(200, { entries: entries.map(registerEntryJson), open, cleared });
      }
      // To the end, because what is open and cleared is counted of all he may read.
      const seen = await seenRows(edge, asking, async (cursor) => {
        const { entries, nextCursor } = await supervision.listRegister({ ...question, limit: PAGE, cursor });
        return { rows: entries, nextCursor };
      });
      const open = seen.filter((entry) => entry.open).length;
      const entries = seen.slice(0, limit).map(registerEntryJson);
      return answered(200, { entries, open, cleared: seen.length - open });
    },
  });
}

function ordersRoute(edge: Edge): Route {
  return route({
    ...GET,
    id: 'listOrders',
    path: '/api/v1/orders',
    enter: reading('words'),
    summary: { zh: '督办单', en: 'Supervision orders' },
    query: schema.ordersQuery,
    replies: { 200: schema.orders },
    handle: async ({ query: { unit = '', state = '', limit = 100 }, asking }) => {
      const wrong = unknownCodes(edge, { unit });
      if (wrong) return wrong;
      const own = ownUnitOf(edge, asking);
      const question = { unit: own || unit, state, limit, cursor: '' };
      const { supervision } = edge.peers;
      if (own !== '' || sightFor(edge, asking).words === 'all') {
        const { orders } = await supervision.listOrders(question);
        return answered(200, { orders: orders.map(orderJson) });
      }
      const pageAfter = async (cursor: string) => {
        const { orders, nextCursor } = await supervision.listOrders({ ...question, limit: PAGE, cursor });
        return { rows: orders, nextCursor };
      };
      const seen = await seenRows(edge, asking, pageAfter, limit);
      return answered(200, { orders: seen.map(orderJson) });
    },
  });
}

function oversightRoute(edge: Edge): Route {
  return route({
    ...GET,
    id: 'getOversight',
    path: '/api/v1/cases/{case}/oversight',
    enter: reading('words'),
    summary: { zh: '督办考评', en: 'The overseeing of a case' },
    params: caseParams,
    replies: { 200: schema.oversight },
    handle: async ({ params, asking }) => {
      const read = await openOversight(edge, asking, params.case);
      if ('refused' in read) return read;
      return answered(200, { ...oversightJson(read.shown), possible: read.possible });
    },
  });
}

function orderRoute(edge: Edge): Route {
  return route({
    ...GET,
    id: 'getOrder',
    path: '/api/v1/cases/{case}/orders/{order}',
    enter: reading('words'),
    summary: { zh: '督办单（JSON 或打印页）', en: 'A supervision order, as JSON or to print' },
    params: schema.orderParams,
    query: schema.orderQuery,
    replies: { 200: schema.order },
    handle: async ({ params, query: { as = 'json' }, asking }) => {
      const read = await openOversight(edge, asking, params.case);
      if ('refused' in read) return read;
      const found = read.shown.orders.find(({ orderNo }) => orderNo === params.order);
      if (found === undefined) return refused('NOT_FOUND');
      if (as === 'json') return answered(200, orderJson(found));
      const page = orderSheet(found, edge.versions.profile());
      return streamed(Readable.from([page]), 'text/html; charset=utf-8', PRINTED);
    },
  });
}

/** The page brings its own style and nothing else. */
const PRINTED = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };
