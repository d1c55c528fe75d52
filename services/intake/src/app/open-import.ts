// A file of the legal-person register 法人库 (IN-4) arrives in parts, so that neither it nor any of them has to
// fit into memory and a cut connection goes on where it stopped. The digest is announced first: the same file
// asked for the same again is the same import, whoever sends it.
import type { Actor } from '#kernel/decider';
import { ok, refuse, type Result } from '#kernel/result';
import {
  IMPORT_FORMATS,
  type ImportFormat,
  type ImportOrder,
  type RegisterImport,
  type RegisterImports,
} from './register-ports';

/** Why an order or a part is not taken. */
export interface ImportRefusal {
  readonly code: string;
  readonly rule: string;
  readonly params: Readonly<Record<string, string>>;
}

type Opened = Result<RegisterImport, ImportRefusal>;
interface Stand {
  readonly imports: RegisterImports;
  readonly now: () => number;
}

/** A register of a million in any of the formats. */
const MOST_BYTES = 800_000_000;
const RUNNING: readonly RegisterImport['state'][] = ['receiving', 'checking', 'taking'];

/** Opens an import, or finds the one that was opened with the same file for the same. */
export async function openImport(order: ImportOrder, actor: Actor, { imports, now }: Stand): Promise<Opened> {
  if (!imports.allows(actor.role)) return no('ROLE_NOT_ALLOWED', { role: actor.role }, 'TR-2');
  const wrong = wrongField(order);
  if (wrong !== undefined) return no('MALFORMED', { field: wrong });
  if (order.bytes === 0) return no('FILE_EMPTY');
  if (order.bytes > MOST_BYTES) return no('FILE_TOO_LARGE', { megabytes: String(MOST_BYTES / 1_000_000) });
  const { digest, mode, strict, shrinks } = order;
  const id = [digest.slice(0, 32), mode, ...(strict ? ['strict'] : []), ...(shrinks ? ['shrinks'] : [])].join(
    '.',
  );
  const known = await imports.get(id);
  const [last] = await imports.latest(1);
  if (known && (RUNNING.includes(known.state) || (known.state === 'done' && last?.id === id)))
    return ok(known);
  if ((await imports.atWork()).length > 0) return no('IMPORT_AT_WORK');
  if (last?.state === 'receiving') {
    await imports.files.drop(last.id);
    await imports.put({ ...last, state: 'lost', endedAt: now() });
  }
  await imports.files.drop(id);
  const openedAt = now();
  const opened: RegisterImport = {
    ...{ ...order, id, edition: id, openedAt, openedBy: actor.id, endedAt: 0 },
    ...{ state: 'receiving', received: 0, ...NOTHING, stood: 0, gone: 0, goneHeld: '', passedOver: [] },
  };
  await imports.put(opened);
  return ok(opened);
}

/** Counts of rows before the first was looked at. */
export const NOTHING = {
  rows: 0,
  taken: 0,
  bad: 0,
  illegible: 0,
  unplaced: 0,
  fresh: 0,
  problems: [],
} as const;

/** Takes a part of the file in; one that stands already changes nothing, a later one is refused. */
export async function takePart(
  { id, offset, bytes }: { readonly id: string; readonly offset: number; readonly bytes: Uint8Array },
  actor: Actor,
  { imports }: Pick<Stand, 'imports'>,
): Promise<Opened> {
  if (!imports.allows(actor.role)) return no('ROLE_NOT_ALLOWED', { role: actor.role }, 'TR-2');
  const one = await imports.get(id);
  if (one === undefined) return no('IMPORT_UNKNOWN');
  const end = offset + bytes.length;
  if (one.state !== 'receiving' || end <= one.received) return ok(one);
  const stands = (await imports.files.size(id)) ?? 0;
  if (offset > stands || offset > one.received || end > one.bytes)
    return no('PART_OUT_OF_PLACE', { received: String(Math.min(one.received, stands)) });
  await imports.files.write(id, offset, bytes);
  const complete = end === one.bytes;
  const next: RegisterImport = { ...one, received: end, state: complete ? 'checking' : 'receiving' };
  await imports.put(next);
  if (complete) imports.begin();
  return ok(next);
}

/** How far an import is; `latest` names the one opened last. */
export async function importOf(
  id: string,
  actor: Actor,
  { imports }: Pick<Stand, 'imports'>,
): Promise<Opened> {
  if (!imports.allows(actor.role)) return no('ROLE_NOT_ALLOWED', { role: actor.role }, 'TR-2');
  const found = id === 'latest' ? (await imports.latest(1))[0] : await imports.get(id);
  return found ? ok(found) : no('IMPORT_UNKNOWN');
}

function wrongField({ digest, bytes, format, mode }: ImportOrder): string | undefined {
  if (!/^[0-9a-f]{64}$/.test(digest)) return 'digest';
  if (!Number.isSafeInteger(bytes) || bytes < 0) return 'bytes';
  if (!(IMPORT_FORMATS as readonly string[]).includes(format satisfies ImportFormat)) return 'format';
  return ['full', 'delta'].includes(mode) ? undefined : 'mode';
}

function no(code: string, params: Readonly<Record<string, string>> = {}, rule = 'IN-4') {
  return refuse({ code, rule, params });
}
