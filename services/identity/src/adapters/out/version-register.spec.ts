import { loadPack, packHash } from '#policy/pack-loader';
import { memoryTable } from '#testkit/memory-table';
import { loadCalendars } from '#working-calendar/calendar-loader';
import { registerVersions, type VersionRow } from './version-register';

function deployed() {
  const pack = loadPack('deploy/packs/yicheng');
  const calendars = loadCalendars('deploy/calendars');
  if (!pack.ok || !calendars.ok) throw new Error('the project ships a broken pack or calendar');
  return { pack: pack.value, calendars: calendars.value };
}

describe('versions of packs and calendars', () => {
  it('keeps the old version of a pack and marks the deployed one as current', async () => {
    const table = memoryTable<VersionRow>();
    const { pack, calendars } = deployed();
    await registerVersions(table, { packs: [pack], calendars }, 1);
    const changed = { ...pack, title: { zh: '峄企速办(修订)', en: 'revised' } };
    const versions = await registerVersions(table, { packs: [changed], calendars }, 2);
    const packs = await versions.list('pack');
    expect(packs.map(({ id, current }) => [id, current])).toEqual([
      [packHash(pack), false],
      [packHash(changed), true],
    ]);
    expect(JSON.parse((await versions.get(packHash(pack)))?.content ?? '')).toEqual(pack);
  });

  it('holds every deployed pack for current: the profile says which governs what', async () => {
    const { pack, calendars } = deployed();
    const second = { ...pack, id: 'second' };
    const versions = await registerVersions(
      memoryTable<VersionRow>(),
      { packs: [pack, second], calendars },
      1,
    );
    const packs = await versions.list('pack');
    expect(packs.map(({ name, current }) => [name, current])).toEqual([
      ['yicheng', true],
      ['second', true],
    ]);
  });

  it('registers the same content once, with the time it was first seen', async () => {
    const table = memoryTable<VersionRow>();
    const { pack, calendars } = deployed();
    await registerVersions(table, { packs: [pack], calendars }, 1);
    const versions = await registerVersions(table, { packs: [pack], calendars }, 2);
    expect((await versions.list('pack')).map(({ registeredAt }) => registeredAt)).toEqual([1]);
    expect(await versions.list('calendar')).toHaveLength(1);
  });
});
