// An appeal takes files that were handed in before. They are claimed for it first and named in its event
// then: after a crash between the two a file may lie with an appeal that does not name it, never the other
// way round. What the appeal's event says of a file – its name, kind, size and digest – is what we know, not
// what was sent.
import { ok, type Result } from '#kernel/result';
import type { Attachment } from '../domain/attachment';
import { type FieldProblem, problem } from '../domain/plain-text';
import { takeFile } from '../domain/stored-file';
import type { FilePorts } from './file-ports';

/** Files claimed for an appeal, as its event names them, and the way back. */
export interface Claimed {
  readonly attachments: readonly Attachment[];
  /** Lets go of what this claim took. */
  readonly letGo: () => Promise<void>;
}

type Ports = Pick<FilePorts, 'records' | 'limits'>;

/** Claims what of the attachments lies here; claims nothing where one of them cannot be had. */
export async function attachFiles(
  attachments: readonly Attachment[],
  appealId: string,
  ports: Ports,
): Promise<Result<Claimed, FieldProblem>> {
  const fresh: string[] = [];
  const letGo = async () => {
    for (const id of fresh)
      await ports.records.change(id, (file) => ({ file: file && { ...file, appealId: '' } }));
  };
  const named: Attachment[] = [];
  const has = attachments.some(({ fileId }) => fileId) ? (await ports.records.of(appealId)).length : 0;
  for (const [index, one] of attachments.entries()) {
    const claimed: Claim = one.fileId
      ? await claim(one, `attachments[${index}].fileId`, appealId, ports)
      : ok({ one });
    const wrong = claimed.ok ? tooMany(has + fresh.length, claimed.value, ports) : claimed.error;
    if (claimed.ok && claimed.value.isNew) fresh.push(one.fileId ?? '');
    if (wrong) {
      await letGo();
      return { ok: false, error: wrong };
    }
    if (claimed.ok) named.push(claimed.value.one);
  }
  return ok({ attachments: named, letGo });
}

function tooMany(
  had: number,
  { isNew }: { readonly isNew?: boolean },
  { limits }: Ports,
): FieldProblem | undefined {
  const { count } = limits();
  if (isNew !== true || had < count) return undefined;
  return problem('TOO_MANY_ATTACHMENTS', 'attachments', { max: String(count) }).error;
}

type Claim = Result<{ readonly one: Attachment; readonly isNew?: boolean }, FieldProblem>;

async function claim(one: Attachment, field: string, appealId: string, { records }: Ports): Promise<Claim> {
  const { result } = await records.change(one.fileId ?? '', (file) => {
    const taken = takeFile(file, appealId);
    if (!taken.ok) return { file, result: problem(taken.error, field) as Claim };
    const { id: fileId, name, mediaType, size, digest } = taken.value;
    const known = { ...one, fileId, name, mediaType, size, digest, url: '' };
    return { file: taken.value, result: ok({ one: known, isNew: file?.appealId === '' }) as Claim };
  });
  return result;
}
