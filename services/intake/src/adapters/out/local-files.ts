// Files in a folder of this machine, the default: each is written beside its place, brought to the disk and
// moved there in one step, so that half a file never has a file's name.
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '../../app/file-ports';

/** Files under a folder, in 256 folders by the first letters of their ids. */
export function localFiles(folder: string): FileStore {
  const folderOf = (id: string) => join(folder, id.slice(0, 2));
  const placeOf = (id: string) => join(folderOf(id), id);
  return {
    put: async (id, bytes) => {
      await mkdir(folderOf(id), { recursive: true, mode: 0o700 });
      const part = `${placeOf(id)}.part`;
      await toDisk(part, async (file) => file.writeFile(bytes), 'w');
      await rename(part, placeOf(id));
      await toDisk(folderOf(id), async () => undefined, 'r');
    },
    get: async (id) => {
      try {
        return new Uint8Array(await readFile(placeOf(id)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    delete: async (id) => {
      await rm(`${placeOf(id)}.part`, { force: true });
      await rm(placeOf(id), { force: true });
    },
  };
}

type Handle = Awaited<ReturnType<typeof open>>;

async function toDisk(place: string, write: (file: Handle) => Promise<void>, flags: string): Promise<void> {
  const file = await open(place, flags, 0o600);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
