// What happens to files by itself: the scanner looks at each that waits, and what nobody took is erased. A
// scanner that is away leaves them waiting; a file is never given out because nobody looked.
import { afterScan, erased, STORING_MS, type StoredFile, UNTAKEN_MS } from '../domain/stored-file';
import type { FilePorts } from './file-ports';

/** Has every waiting file looked at; infected bytes are erased at once. */
export async function scanFiles(ports: FilePorts, stopped: () => boolean): Promise<void> {
  if (!ports.scanner) return;
  for (let files = await ports.records.waiting(); files.length > 0; files = await ports.records.waiting()) {
    for (const { id } of files) {
      if (stopped()) return;
      const content = await ports.bytes.get(id);
      const lost = { verdict: 'unscannable', finding: 'bytes missing' } as const;
      const said = content === undefined ? lost : await ports.scanner.scan(content);
      const { file } = await ports.records.change(id, (now) => ({ file: now && afterScan(now, said) }));
      if (file?.state === 'infected') await ports.bytes.delete(id);
    }
  }
}

/** Erases what was never finished, what nobody took, and what was taken for an appeal that never came. */
export async function eraseLeftFiles(
  ports: Pick<FilePorts, 'records' | 'bytes' | 'now'>,
  appealExists: (id: string) => Promise<boolean>,
): Promise<number> {
  const now = ports.now();
  const before = { storing: now - STORING_MS, untaken: now - UNTAKEN_MS };
  let count = 0;
  for (const { id } of await ports.records.leftBefore(before)) {
    const { gone } = await ports.records.change(id, async (file) => {
      if (!file || !(await isLeft(file, appealExists))) return { file, gone: false };
      await ports.bytes.delete(id);
      return { file: erased(file), gone: true };
    });
    if (gone) count += 1;
  }
  return count;
}

async function isLeft({ state, appealId }: StoredFile, appealExists: (id: string) => Promise<boolean>) {
  if (state === 'erased') return false;
  return state === 'storing' || appealId === '' || !(await appealExists(appealId));
}
