/** Reaching an instance: its record in the data directory says where its doors are, its tokens open them. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { derivedAccount, derivedSecret } from '#intake/adapters/out/door-secrets';
import { tokensFileOf } from '../launch/credentials';
import { type InstanceRecord, readRecord } from '../launch/instance-home';
import { ZtFailure } from './speak';

/** An instance that the tool talks to. */
export interface Reached {
  readonly record: InstanceRecord;
  /** Base address of the public API. */
  readonly address: string;
  /** Base addresses of the ops doors by service. */
  readonly ops: Readonly<Record<string, string>>;
  token(role: string): string;
  /** The secret with which a platform signs at a door, where the operator gave none of its own. */
  doorSecret(door: string): string;
  /** Token and EncodingAESKey of a WeChat official account, likewise. */
  accountSecrets(door: string): { readonly token: string; readonly encodingAesKey: string };
}

/** Flags every command shares with `npm start`. */
export interface ReachFlags {
  readonly data?: string;
  readonly json?: boolean;
}

/** Finds the instance of a data directory; refuses with a sentence when none runs there. */
export function reach(flags: ReachFlags): Reached {
  const dataDir = resolve(flags.data ?? '.data');
  const record = readRecord(dataDir);
  if (!record?.address) {
    throw new ZtFailure(
      `${dataDir} 中没有正在运行的实例,请先 npm start(另一实例用 --data DIR)。`,
      `No instance runs in ${dataDir}; start one with npm start (another one: --data DIR).`,
      3,
    );
  }
  const tokens = JSON.parse(readFileSync(tokensFileOf(dataDir), 'utf8')) as Record<string, string>;
  const ops = Object.fromEntries(
    Object.entries(record.ports.services).map(([name, ports]) => [name, `http://127.0.0.1:${ports.ops}`]),
  );
  return {
    record,
    address: record.address,
    ops,
    token: (role) => {
      const token = tokens[role];
      if (token === undefined) throw new ZtFailure(`没有角色 ${role}。`, `There is no role ${role}.`);
      return token;
    },
    doorSecret: (door) => derivedSecret(readFileSync(join(dataDir, 'secret')), door),
    accountSecrets: (door) => derivedAccount(readFileSync(join(dataDir, 'secret')), door),
  };
}

/** Asks an ops door; undefined when nobody answers. */
export async function askOps<T>(base: string, path: string, body?: object): Promise<T | undefined> {
  try {
    const response = await fetch(join(base, path).replace(':/', '://'), {
      ...(body && {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
      signal: AbortSignal.timeout(60_000),
    });
    return (await response.json()) as T;
  } catch {
    return undefined;
  }
}

/** Asks the staff API as a role that reads all cases; throws with the API's own sentence when refused. */
export async function askStaff<T>(reached: Reached, path: string): Promise<T> {
  return ask(reached, reached.record.reader ?? '', 'zt', path, {});
}

/** Asks the staff API as a role and under a person's name. */
export async function askAs<T>(reached: Reached, role: string, person: string, path: string): Promise<T> {
  return ask(reached, role, person, path, {});
}

/**
 * Tells the staff API something, as a role and under a person's name; refused as `askStaff` is. Bytes go out
 * as they are.
 */
export async function tellAs<T>(
  reached: Reached,
  role: string,
  person: string,
  path: string,
  body: object,
): Promise<T> {
  const bytes = body instanceof Uint8Array;
  const type = bytes ? 'application/octet-stream' : 'application/json';
  const sent = bytes ? new Uint8Array(body) : JSON.stringify(body);
  return ask(reached, role, person, path, { method: 'POST', body: sent, headers: { 'content-type': type } });
}

async function ask<T>(
  reached: Reached,
  role: string,
  person: string,
  path: string,
  request: RequestInit,
): Promise<T> {
  const response = await fetch(`${reached.address}${path}`, {
    ...request,
    headers: {
      ...{ authorization: `Bearer ${reached.token(role)}`, 'x-actor': person, 'accept-language': 'zh' },
      ...(request.headers as Record<string, string> | undefined),
    },
    signal: AbortSignal.timeout(30_000),
  });
  const body = (await response.json()) as T & {
    title?: string;
    errors?: { message: string; messages?: { zh: string; en: string } }[];
  };
  if (response.ok) return body;
  const [error] = body.errors ?? [];
  const zh = error?.messages?.zh ?? body.title ?? String(response.status);
  throw new ZtFailure(`接口拒绝:${zh}`, `The API refused: ${error?.messages?.en ?? zh}`);
}
