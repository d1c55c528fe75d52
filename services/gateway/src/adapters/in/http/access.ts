// Who stands at the door: the role of the token, the person and the unit he names, and how his command is to
// be taken.
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { mayEnter } from '../../../app/roles';
import type { RoleOfToken } from '../../../config';
import { type Asking, type Refused, type Route, refused } from './route';

const PERSON = /^[\w.@-]{1,64}$/;
const UNIT = /^[a-z][a-z0-9-]{0,31}$/;
const KEY = /^[\x21-\x7e]{1,128}$/;
const VERSION = /^(?:W\/)?"?(\d{1,15})"?$/;

/** Lets a request in, or says why not. A handler names his unit, because his rights are his unit's. */
export function readAsking(request: FastifyRequest, route: Route, roleOf: RoleOfToken): Asking | Refused {
  const token = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1];
  const named = token === undefined ? 'anyone' : roleOf(token);
  if (named === undefined) return refused('TOKEN_WRONG');
  if (!mayEnter(route.roles, named)) {
    return named === 'anyone' ? refused('TOKEN_MISSING') : refused('ROLE_NOT_ALLOWED', { role: named });
  }
  const headers = {
    'X-Actor': { text: headerOf(request, 'x-actor') || named, shape: PERSON },
    'X-Unit': { text: headerOf(request, 'x-unit'), shape: UNIT },
    'Idempotency-Key': { text: headerOf(request, 'idempotency-key') || randomUUID(), shape: KEY },
    'If-Match': { text: headerOf(request, 'if-match'), shape: VERSION },
  };
  for (const [field, { text, shape }] of Object.entries(headers)) {
    if (text !== '' && !shape.test(text)) return refused('HEADER_WRONG', { field });
  }
  const unit = headers['X-Unit'].text;
  if (named === 'handler' && unit === '' && !route.roles.includes('anyone'))
    return refused('UNIT_HEADER_MISSING');
  const version = VERSION.exec(headers['If-Match'].text)?.[1];
  return {
    role: named,
    actor: { role: named, id: headers['X-Actor'].text, unit: named === 'handler' ? unit : '' },
    address: request.ip,
    accept: headerOf(request, 'accept'),
    commandId: headers['Idempotency-Key'].text,
    expectedSeq: version === undefined ? undefined : Number(version),
  };
}

function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value.trim() : '';
}
