// Giving files out: whoever may read an appeal's words is given a link to one of its files, which works for a
// minute and for whoever holds it. So a browser can open a file at an address of its own, where no token of
// ours is sent and no script of ours runs, and the right was still settled where it belongs.
import { ok, type Result } from '#kernel/result';
import { erased, givenOut, type StoredFile } from '../domain/stored-file';
import type { FilePorts } from './file-ports';

/** How long a link works. */
const LINK_MS = 60_000;

type Ports = Pick<FilePorts, 'records' | 'bytes' | 'sign' | 'same' | 'now'>;

/** Files of an appeal; those of a forgotten one are erased. */
export async function filesOf(appealId: string, ports: Ports): Promise<readonly StoredFile[]> {
  const files = (await ports.records.of(appealId)).filter(({ state }) => state !== 'storing');
  if (files.length === 0 || !(await ports.bytes.isForgotten(appealId))) return files;
  return Promise.all(files.map((file) => forget(file, ports)));
}

/** A link to a file of an appeal, or why there is none. */
export async function linkFile(
  { appealId, fileId }: { readonly appealId: string; readonly fileId: string },
  ports: Ports,
): Promise<Result<{ readonly link: string; readonly untilAt: number }, string>> {
  const files = await filesOf(appealId, ports);
  const file = givenOut(
    files.find(({ id }) => id === fileId),
    appealId,
  );
  if (!file.ok) return file;
  const untilAt = ports.now() + LINK_MS;
  return ok({ link: `${fileId}.${untilAt}.${signed(file.value, untilAt, ports)}`, untilAt });
}

/** The file behind a link, or why it is not given. A wrong link and one that is over are answered alike. */
export async function readFile(
  link: string,
  ports: Ports,
): Promise<Result<{ readonly file: StoredFile; readonly content: Uint8Array }, string>> {
  const over = { ok: false, error: 'LINK_OVER' } as const;
  const [, fileId = '', until = '', signature = ''] =
    /^([0-9a-f-]{36})\.(\d{13})\.([\w-]{43})$/.exec(link) ?? [];
  const found = fileId === '' ? undefined : await ports.records.get(fileId);
  if (!found || !ports.same(signature, signed(found, Number(until), ports))) return over;
  if (Number(until) < ports.now()) return over;
  const file = givenOut(found, found.appealId);
  if (!file.ok) return file;
  const content = await ports.bytes.get(fileId);
  return content === undefined ? { ok: false, error: 'FILE_ERASED' } : ok({ file: file.value, content });
}

async function forget(file: StoredFile, { records, bytes }: Ports): Promise<StoredFile> {
  if (file.state === 'erased') return file;
  await bytes.delete(file.id);
  return (await records.change(file.id, () => ({ file: erased(file) }))).file;
}

function signed({ id, appealId }: StoredFile, untilAt: number, { sign }: Ports): string {
  return sign(`file-link/${id}/${appealId}/${untilAt}`);
}
