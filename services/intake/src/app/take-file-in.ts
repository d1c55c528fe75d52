// Taking a file in (IN-3): everything that can be told without a scanner is told before a byte is stored.
// What was stored stands in its record first, so that bytes nobody knows of never lie anywhere.
import { ok, type Result } from '#kernel/result';
import { type FileKind, KIND_ROWS, kindOf, kindOfArchive } from '../domain/file-kind';
import { type FieldProblem, problem } from '../domain/plain-text';
import { fitsName, readFileName, type StoredFile } from '../domain/stored-file';
import type { FilePorts } from './file-ports';

/** More files that no appeal has taken yet than this are not kept: somebody is filling us up. */
const MOST_UNTAKEN = 2000;

/** Stores a file, or tells what is wrong with it. */
export async function takeFileIn(
  { name: given, content }: { readonly name: string; readonly content: Buffer },
  ports: FilePorts,
): Promise<Result<StoredFile, FieldProblem>> {
  const name = readFileName(given);
  if (!name.ok) return name;
  const limits = ports.limits();
  if (content.length === 0) return problem('FILE_EMPTY', 'file');
  if (content.length > limits.bytes)
    return problem('FILE_TOO_LARGE', 'file', { megabytes: String(limits.bytes / 1024 / 1024) });
  const kind = await kindOfWhole(content, ports);
  if (!kind.ok) return kind;
  const fits = fitsName(name.value, kind.value, limits);
  if (!fits.ok) return fits;
  if ((await ports.records.untaken()) >= MOST_UNTAKEN) return problem('FILES_FULL', 'file');
  const { mediaType } = KIND_ROWS[kind.value];
  const known = { id: ports.newId(), name: name.value, mediaType, size: content.length };
  const of = { digest: ports.digestOf(content), receivedAt: ports.now(), appealId: '', finding: '' };
  const file: StoredFile = { ...known, ...of, state: 'storing' };
  const stored: StoredFile = { ...file, state: 'received' };
  await ports.records.change(file.id, () => ({ file }));
  await ports.bytes.put(file.id, content);
  await ports.records.change(file.id, () => ({ file: stored }));
  ports.onStored();
  return ok(stored);
}

async function kindOfWhole(content: Buffer, ports: FilePorts): Promise<Result<FileKind, FieldProblem>> {
  const refusedAs = (code: string) => {
    const kinds = code === 'FILE_TYPE_NOT_ALLOWED' ? { kinds: ports.limits().kinds.join('、') } : undefined;
    return problem(code, 'file', kinds ?? {});
  };
  const sniffed = kindOf(content);
  if (!sniffed.ok) return refusedAs(sniffed.error);
  if (sniffed.value !== 'archive') return ok(sniffed.value);
  const has = await ports.openArchive(content);
  if (!has.ok) return has;
  const kind = kindOfArchive(has.value);
  return kind.ok ? kind : refusedAs(kind.error);
}
