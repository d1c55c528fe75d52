import type { KeptValue, KeptValues } from '#platform/journal/ports';
import { memoryDocumentStore } from '#testkit/memory-store';
import { KeyCopies, type StoredKey } from './key-copies';
import { openKeyVault } from './key-vault';

const secret = new Uint8Array(32).fill(7);

/** A topic in memory that can be away. */
class Topic implements KeptValues {
  readonly values: KeptValue[] = [];
  away = false;

  async post(values: readonly KeptValue[]): Promise<void> {
    this.assertThere();
    this.values.push(...values);
  }

  async readAll(onPage: (values: readonly KeptValue[]) => Promise<void>): Promise<void> {
    this.assertThere();
    for (const value of this.values) await onPage([value]);
  }

  private assertThere(): void {
    if (this.away) throw new Error('the bus is away');
  }
}

async function identityOn(topic: Topic, store = memoryDocumentStore<StoredKey | null>()) {
  const copies = new KeyCopies(store, topic, () => undefined);
  await copies.open();
  return { copies, store, vault: openKeyVault(store, secret, copies) };
}

describe('the second place of the data keys', () => {
  it('gives a store put back to an older copy the keys made since', async () => {
    const topic = new Topic();
    const { vault, copies } = await identityOn(topic);
    const made = await vault.ensure(['甲', '乙']);
    await copies.stop();
    const restored = await identityOn(topic);
    expect(await restored.vault.get(['甲', '乙'])).toEqual(made);
    expect(await restored.vault.ensure(['甲'])).toEqual([made[0]]);
  });

  it('gives a topic put back to an older copy the keys made since', async () => {
    const { vault, store, copies } = await identityOn(new Topic());
    const made = await vault.ensure(['甲']);
    await copies.stop();
    const older = new Topic();
    const next = await identityOn(older, store);
    await next.copies.stop();
    const restored = await identityOn(older);
    expect(await restored.vault.get(['甲'])).toEqual(made);
  });

  it('brings no destroyed key back, whichever place is older', async () => {
    const topic = new Topic();
    const { vault, store, copies } = await identityOn(topic);
    await vault.ensure(['甲']);
    await copies.stop();
    const olderStore = memoryDocumentStore<StoredKey | null>();
    const before = await identityOn(topic, olderStore);
    const olderTopic = new Topic();
    olderTopic.values.push(...topic.values);
    await before.copies.stop();
    await vault.erase('甲', '企业申请删除');
    await copies.stop();
    for (const { vault: next } of [await identityOn(topic, olderStore), await identityOn(olderTopic, store)])
      expect(await next.get(['甲'])).toMatchObject([{ id: '甲', destroyed: true }]);
  });

  it('does not take a missing key for absent, nor makes one, before the second place was read', async () => {
    const topic = new Topic();
    const { vault, store, copies } = await identityOn(topic);
    const [known] = await vault.ensure(['甲']);
    await copies.stop();
    topic.away = true;
    const alone = await identityOn(topic, store);
    expect(await alone.vault.get(['甲'])).toEqual([known]);
    await expect(alone.vault.get(['乙'])).rejects.toThrow('has not been read');
    await expect(alone.vault.ensure(['乙'])).rejects.toThrow('has not been read');
    topic.away = false;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await alone.vault.ensure(['乙'])).toHaveLength(1);
    await alone.copies.stop();
  });
});
