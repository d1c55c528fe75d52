// What is known of files, a row each; the name, which people chose, sealed under the file's own data key.
import type { ServiceHost, Table } from '#platform/host-ports';
import { openWith, sealWith } from '#platform/runtime/codec';
import type { FileRecords } from '../../app/file-ports';
import { turns } from '../../app/turns';
import { type StoredFile, UNTAKEN_MS } from '../../domain/stored-file';

/** A file with its name sealed, in base64; empty when it was erased. */
type FileRow = Omit<StoredFile, 'name'> & { readonly sealedName: string };

const AT_ONCE = 50;
const MOST_OF_APPEAL = 1000;

/** The records of a host. */
export function fileRecords({ table, vault }: Pick<ServiceHost, 'table' | 'vault'>): FileRecords {
  const rows: Table<FileRow> = table('files', [['appealId'], ['state', 'receivedAt']]);
  const inTurn = turns();
  const place = (id: string) => `file-name/${id}`;
  const toRow = async ({ name, ...rest }: StoredFile): Promise<FileRow> => {
    if (name === '') return { ...rest, sealedName: '' };
    const sealed = sealWith(await vault.ensure(rest.id), place(rest.id))(Buffer.from(name));
    return { ...rest, sealedName: Buffer.from(sealed).toString('base64') };
  };
  const opened = async (found: readonly FileRow[]): Promise<readonly StoredFile[]> => {
    const keys = await vault.keys(found.map(({ id }) => id));
    return found.map(({ sealedName, ...rest }) => {
      const plain = openWith(keys.get(rest.id), place(rest.id))(Buffer.from(sealedName, 'base64'));
      return { ...rest, name: plain === 'erased' ? '' : Buffer.from(plain).toString() };
    });
  };
  const get = async (id: string) => (await opened(await rows.get([id])))[0];
  return {
    get,
    change: (id, change) =>
      inTurn(id, async () => {
        const before = await get(id);
        const after = await change(before);
        if (after.file && after.file !== before) await rows.put([await toRow(after.file)]);
        return after;
      }),
    of: async (appealId) =>
      opened(await rows.find({ appealId }, { sort: { receivedAt: 1 }, limit: MOST_OF_APPEAL })),
    waiting: async () =>
      opened(await rows.find({ state: 'received' }, { sort: { receivedAt: 1 }, limit: AT_ONCE })),
    leftBefore: async ({ storing, untaken }) => {
      const states = ['received', 'clean', 'infected', 'unscannable'];
      const unfinished = { state: 'storing', receivedAt: { $lt: storing } };
      const left = { state: { $in: states }, appealId: '', receivedAt: { $lt: untaken } };
      const day = { $lt: untaken, $gt: untaken - UNTAKEN_MS };
      const orphaned = { state: { $in: states }, appealId: { $ne: '' }, receivedAt: day };
      const found = [unfinished, left, orphaned].map((filter) =>
        rows.find(filter, { limit: MOST_OF_APPEAL }),
      );
      return opened((await Promise.all(found)).flat());
    },
    untaken: () =>
      rows.count({ appealId: '', state: { $in: ['storing', 'received', 'clean', 'unscannable'] } }),
  };
}
