// What staff look up beside cases: messages, cards, articles, units, and the names of all codes.
import { APPEAL_STATUS } from '#contracts/appeal-status';
import { CODE_NAMES, INSIDE_STEPS } from '#contracts/code-names';
import { FIELD_NAMES, UNTOLD_FIELDS } from '#contracts/course-words';
import { EVENT_NAMES } from '#contracts/event-names';
import { CANDIDATE_REASONS, IDENTITY_DOUBTS } from '#contracts/sentences/register';
import { classesOf } from '#policy/classes';
import type { Pack } from '#policy/pack';
import { confirmedForDays, isStale } from '#policy/contact-age';
import { civilDayOf } from '#working-calendar/civil-day';
import { belongsToUnit, rolesOf } from '#policy/scopes';
import { ANYONE, reading } from '../../../../app/roles';
import { cardJson, messageJson } from '../../../mapping/case-json';
import { ofSeenCases, ownUnitOf } from '../case-rights';
import type { Edge } from '../edge';
import { unknownCodes } from '../known-codes';
import { answered, type Route, route } from '../route';
import { labels } from '../label-schemas';
import * as schema from '../schemas';
import { openCase } from './open-case';

const GET = { method: 'GET', tag: 'reference' } as const;

/** Rows of reference; `now` says which contacts are no longer confirmed. */
export function referenceRoutes(edge: Edge): readonly Route[] {
  return [
    ...[messagesRoute(edge), cardsRoute(edge), articlesRoute(edge), unitsRoute(edge)],
    ...[labelsRoute(edge), ME],
  ];
}

function messagesRoute(edge: Edge): Route {
  return route({
    ...GET,
    id: 'listMessages',
    path: '/api/v1/messages',
    enter: reading('everything'),
    summary: { zh: '短信沙箱发件箱', en: 'The sandbox outbox of messages' },
    query: schema.messagesQuery,
    replies: { 200: schema.messages },
    handle: async ({ query: { case: named, limit = 100 } }) => {
      const appealId = named === undefined ? '' : await openCase(edge, named);
      if (typeof appealId !== 'string') return appealId;
      const { messages } = await edge.peers.notification.listMessages({ appealId, limit });
      return answered(200, { messages: messages.map(messageJson) });
    },
  });
}

function cardsRoute(edge: Edge): Route {
  return route({
    ...GET,
    id: 'listCards',
    path: '/api/v1/cards',
    enter: reading('states'),
    summary: { zh: '黄牌红牌', en: 'Yellow and red cards' },
    query: schema.cardsQuery,
    replies: { 200: schema.cards },
    handle: async ({ query: { unit = '', colour = '', limit = 100 }, asking }) => {
      const wrong = unknownCodes(edge, { unit });
      if (wrong) return wrong;
      const own = ownUnitOf(edge, asking);
      const { cards } = await edge.peers.supervision.listCards({ unit: own || unit, colour, limit });
      // A card stays its unit's, also when the case has gone to another.
      const seen = own === '' ? await ofSeenCases(edge, asking, cards) : cards;
      return answered(200, { cards: seen.map(cardJson) });
    },
  });
}

function articlesRoute({ peers }: Edge): Route {
  return route({
    ...GET,
    id: 'searchArticles',
    path: '/api/v1/articles',
    enter: reading('words'),
    summary: { zh: '检索知识库', en: 'Search the library' },
    query: schema.articlesQuery,
    replies: { 200: schema.articles },
    handle: async ({ query: { text, limit = 10 } }) => {
      const { articles } = await peers.knowledge.search({ text, limit });
      return answered(200, { articles });
    },
  });
}

function unitsRoute({ versions, now }: Edge): Route {
  return route({
    ...GET,
    id: 'listUnits',
    path: '/api/v1/units',
    enter: reading('states'),
    summary: { zh: '承办单位', en: 'Units with duties and contact' },
    replies: { 200: schema.units },
    handle: async () => {
      const profile = versions.profile();
      const days = confirmedForDays(profile);
      const today = civilDayOf(now());
      const shown = profile.units.map((unit) => {
        const { code, name, duties, contact } = unit;
        return { code, name, duties, contact, stale: isStale(unit, days, today) };
      });
      return answered(200, { units: shown });
    },
  });
}

function labelsRoute({ versions }: Edge): Route {
  return route({
    ...GET,
    id: 'getLabels',
    path: '/api/v1/labels',
    enter: ANYONE,
    summary: { zh: '各类代码的名称', en: 'Names of all codes' },
    replies: { 200: labels },
    handle: async () => answered(200, labelsOf(versions)),
  });
}

/** The role of a token, so that nobody works under a role he did not choose. */
const ME = route({
  ...GET,
  id: 'getMe',
  path: '/api/v1/me',
  enter: reading('states'),
  summary: { zh: '令牌所属角色', en: 'The role of the token, with person and unit as told' },
  replies: { 200: schema.me },
  handle: async ({ asking: { role, actor } }) =>
    answered(200, { role, person: actor.id, unit: actor.unit ?? '' }),
});

/** A code that was merged away is shown by the name of its day, with the unit that took its place. */
function formerNames(units: ReturnType<Edge['versions']['profile']>['units']): Record<string, Named> {
  return Object.fromEntries(
    units.flatMap(({ name: now, formerly = [] }) =>
      formerly.map(({ code, name }) => [code, { zh: `${name}（现${now}）`, en: `${name} (now ${now})` }]),
    ),
  );
}

type Named = { readonly zh: string; readonly en: string };

/** 问题模板 of a pack with the doors at which it governs appeals of that kind (IN-3). */
function templatesOf(pack: Pack, versions: Edge['versions']) {
  const { templates, doors } = pack;
  return templates.map(({ id, title, hint, kind, topics = [], fields, attachments = [] }) => {
    const offered = doors.filter((door) => versions.packFor(door.id, kind).pack.id === pack.id);
    return { id, title, hint, kind, topics, fields, attachments, doors: offered.map((door) => door.id) };
  });
}

/** Reports that units hand in (IN-9), and whom the pack gives that. */
function tablesOf({ reports, scopes }: Pack) {
  const roles = scopes.filter(({ may }) => may.includes('ReportAppeals')).map(({ role }) => role);
  return reports.flatMap(({ id, title, to, handedIn }) => (handedIn ? [{ id, title, roles, to }] : []));
}

function labelsOf(versions: Edge['versions']) {
  const profile = versions.profile();
  // Of packs that name the same code differently, the one that governs the rest has the last word.
  const packs = [...versions.packsInForce()].reverse();
  const completionTypes = packs.flatMap((pack) => pack.completionTypes);
  const classes = packs.flatMap(classesOf);
  const titles = (rows: readonly { id: string; title: Named }[]) =>
    Object.fromEntries(rows.map(({ id, title }) => [id, { zh: title.zh, en: title.en }]));
  const names = (rows: readonly { code: string; name: string }[]) =>
    Object.fromEntries(rows.map(({ code, name }) => [code, { zh: name, en: name }]));
  return {
    instance: profile.title,
    synthetic: profile.synthetic,
    statuses: APPEAL_STATUS,
    ...{ events: EVENT_NAMES, fields: FIELD_NAMES, codes: CODE_NAMES, untold: [...UNTOLD_FIELDS] },
    channels: titles(packs.flatMap((pack) => pack.doors)),
    kinds: titles(packs.flatMap((pack) => pack.kinds)),
    topics: names(profile.topics),
    regions: names(profile.regions),
    units: { ...formerNames(profile.units), ...names(profile.units) },
    stages: titles(packs.flatMap((pack) => pack.stages)),
    insideSteps: { ...INSIDE_STEPS, ...titles(packs.flatMap((pack) => pack.unitChain?.steps ?? [])) },
    clocks: titles(packs.flatMap((pack) => pack.clocks)),
    completionTypes: titles(completionTypes),
    completionFields: Object.fromEntries(completionTypes.map(({ id, required }) => [id, required])),
    templates: packs.flatMap((pack) => templatesOf(pack, versions)),
    classes: titles(classes),
    classPaths: Object.fromEntries(classes.map(({ id, path }) => [id, [...path]])),
    grounds: titles(packs.flatMap((pack) => pack.admission.decline)),
    roles: titles(packs.flatMap((pack) => pack.roles)),
    unitRoles: rolesOf(packs).filter((role) => packs.some((pack) => belongsToUnit(pack, role))),
    tables: packs.flatMap(tablesOf),
    figures: titles(packs.flatMap((pack) => pack.figures)),
    identityReasons: IDENTITY_DOUBTS,
    candidateReasons: CANDIDATE_REASONS,
  };
}
