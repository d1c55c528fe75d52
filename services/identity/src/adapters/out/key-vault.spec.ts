import { memoryDocumentStore } from '#testkit/memory-store';
import type { StoredKey } from './key-copies';
import { type KeyNotes, openKeyVault } from './key-vault';

const secret = new Uint8Array(32).fill(7);
const copies: KeyNotes = { assertComplete: () => undefined, note: () => undefined };

function bench() {
  const store = memoryDocumentStore<StoredKey | null>();
  return { store, vault: openKeyVault(store, secret, copies) };
}

describe('the vault of data keys', () => {
  it('makes a key once and answers the same ever after', async () => {
    const { vault, store } = bench();
    const [first] = await vault.ensure(['诉求一']);
    const [again] = await vault.ensure(['诉求一']);
    expect(first?.key).toHaveLength(32);
    expect(again).toEqual(first);
    expect(await openKeyVault(store.reopen(), secret, copies).get(['诉求一'])).toEqual([first]);
  });

  it('gives two processes that make the same key at once one and the same', async () => {
    const { store, vault } = bench();
    const other = openKeyVault(store.reopen(), secret, copies);
    const [mine, theirs] = await Promise.all([vault.ensure(['甲', '乙']), other.ensure(['乙', '甲'])]);
    const byId = (keys: readonly { id: string; key: Uint8Array }[]) =>
      Object.fromEntries(keys.map(({ id, key }) => [id, Buffer.from(key).toString('hex')]));
    expect(byId(mine)).toEqual(byId(theirs));
  });

  it('destroys a key for ever, also one that was never made', async () => {
    const { vault, store } = bench();
    await vault.ensure(['甲']);
    await vault.erase('甲', '企业申请删除');
    await vault.erase('乙', '企业申请删除');
    expect(await vault.get(['甲'])).toEqual([{ id: '甲', key: new Uint8Array(0), destroyed: true }]);
    expect((await vault.ensure(['甲', '乙'])).every(({ destroyed }) => destroyed)).toBe(true);
    expect(JSON.stringify(store.snapshot())).not.toContain('wrapped');
  });

  it('stores no key in clear and opens none under another secret', async () => {
    const { vault, store } = bench();
    const [made] = await vault.ensure(['甲']);
    expect(JSON.stringify(store.snapshot())).not.toContain(Buffer.from(made?.key ?? []).toString('base64'));
    const stranger = openKeyVault(store.reopen(), new Uint8Array(32).fill(8), copies);
    await expect(stranger.get(['甲'])).rejects.toThrow();
  });

  it('answers nothing for an id without a key', async () => {
    expect(await bench().vault.get(['无'])).toEqual([]);
  });
});
