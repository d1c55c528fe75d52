// Who stands at the door: the role of the token, the person and the unit he names, and how his command is to
// be taken.
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Pack } from '#policy/pack';
import { belongsToUnit, rolesOf, sightsOf } from '#policy/scopes';
import { mayEnter, NOBODY } from '../../../app/roles';
import type { RoleOfToken } from '../../../config';
import { type Asking, type Refused, type Route, refused } from './route';

const PERSON = /^[\w.@-]{1,64}$/;
const UNIT = /^[a-z][a-z0-9-]{0,31}$/;
const KEY = /^[\x21-\x7e]{1,128}$/;
const VERSION = /^(?:W\/)?"?(\d{1,15})"?$/;

/** What the door knows of people: which role a token stands for, and the packs that say what it may. */
export interface People {
  readonly roleOf: RoleOfToken;
  readonly packs: () => readonly Pack[];
}

/**
 * Lets a request in, or says why not. Whoever acts or reads as one of a unit names it, because his rights are
 * his unit's; of others only people of a sector may.
 */
export function readAsking(request: FastifyRequest, route: Route, people: People): Asking | Refused {
  const packs = people.packs();
  const role = roleOf(request, route, people.roleOf, packs);
  if (typeof role !== 'string') return role;
  const headers = {
    'X-Actor': { text: headerOf(request, 'x-actor') || role, shape: PERSON },
    'X-Unit': { text: headerOf(request, 'x-unit'), shape: UNIT },
    'Idempotency-Key': { text: headerOf(request, 'idempotency-key') || randomUUID(), shape: KEY },
    'If-Match': { text: headerOf(request, 'if-match'), shape: VERSION },
  };
  for (const [field, { text, shape }] of Object.entries(headers)) {
    if (text !== '' && !shape.test(text)) return refused('HEADER_WRONG', { field });
  }
  const unit = headers['X-Unit'].text;
  const ofUnit = packs.some((pack) => belongsToUnit(pack, role));
  if (ofUnit && unit === '' && route.enter.to !== 'anyone') return refused('UNIT_HEADER_MISSING', { role });
  const named = ofUnit || packs.some((pack) => sightsOf(pack, role).has('own-sector'));
  const version = VERSION.exec(headers['If-Match'].text)?.[1];
  return {
    role,
    actor: { role, id: headers['X-Actor'].text, unit: named ? unit : '' },
    address: request.ip,
    accept: headerOf(request, 'accept'),
    commandId: headers['Idempotency-Key'].text,
    expectedSeq: version === undefined ? undefined : Number(version),
  };
}

function roleOf(
  request: FastifyRequest,
  { enter }: Route,
  roleOfToken: RoleOfToken,
  packs: readonly Pack[],
): string | Refused {
  const token = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1];
  const role = token === undefined ? NOBODY : roleOfToken(token);
  if (role === undefined) return refused('TOKEN_WRONG');
  if (role !== NOBODY && !rolesOf(packs).includes(role)) return refused('ROLE_UNKNOWN', { role });
  if (mayEnter(enter, role, packs)) return role;
  return role === NOBODY ? refused('TOKEN_MISSING') : refused('ROLE_NOT_ALLOWED', { role });
}

function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value.trim() : '';
}
