// Files on the wire between the services.
import type {
  FileState,
  LinkFileResponse,
  ListFilesResponse,
  PutFileResponse,
  ReadFileResponse,
} from '#contracts/gen/zhitong/intake/v1/service';
import type { Result } from '#kernel/result';
import type { FieldProblem } from '../../domain/plain-text';
import type { StoredFile } from '../../domain/stored-file';

/** What became of a file that was handed in. */
export function putAnswer(taken: Result<StoredFile, FieldProblem>): PutFileResponse {
  if (taken.ok) return { outcome: { $case: 'stored', value: stateWire(taken.value) } };
  const { code, field, params } = taken.error;
  return { outcome: { $case: 'refused', value: { code, field, params: { ...params } } } };
}

/** The files of an appeal. */
export function listAnswer(files: readonly StoredFile[], scannedHere: boolean): ListFilesResponse {
  return { files: files.map(stateWire), scannedHere };
}

/** A link, or why there is none. */
export function linkAnswer(linked: Result<{ link: string; untilAt: number }, string>): LinkFileResponse {
  return linked.ok ? { ...linked.value, code: '' } : { link: '', untilAt: 0, code: linked.error };
}

/** A file, or why it is not given. */
export function readAnswer(
  read: Result<{ readonly file: StoredFile; readonly content: Uint8Array }, string>,
): ReadFileResponse {
  if (!read.ok) return { content: Buffer.alloc(0), name: '', mediaType: '', code: read.error };
  const { file, content } = read.value;
  return { content: Buffer.from(content), name: file.name, mediaType: file.mediaType, code: '' };
}

function stateWire({ id: fileId, name, mediaType, size, state, receivedAt }: StoredFile): FileState {
  return { fileId, name, mediaType, size, state, receivedAt };
}
