// Platforms that nobody who wrote the doors has written, at the doors of a whole town: over the gateway's
// HTTP, in their own form, charset and signature, as their rows of platforms.yaml say (IN-1, YC-3). Beside
// what is right stands what a broken or hostile sender does: nothing of that may become an appeal.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { derivedSecret } from '#intake/adapters/out/door-secrets';
import type { PlatformMapping } from '#policy/platform-mapping';
import { type Bend, type PlatformOrder, pushingPlatform } from '#testkit/counterparts/pushing-platform';
import { PARTITIONS } from '../../services/simulation/src/simulation';
import { townUnder } from '../../services/simulation/test/town';
import { townWithDoor } from './town-with-door';

const SECRET = new Uint8Array(32);
type Town = Awaited<ReturnType<typeof townWithDoor>>;

async function platformAt(town: Town, door: string) {
  const row = townUnder('yicheng').profile.platforms.find((one) => one.door === door);
  if (!row) throw new Error(`${door} has no row`);
  const { server } = town.gateway.door;
  if (!server.listening) {
    await town.gateway.listen(0);
    if (!server.listening) await once(server, 'listening');
  }
  const { port } = server.address() as AddressInfo;
  const simulation = town.said.simulation;
  return pushingPlatform({
    row,
    secret: derivedSecret(SECRET, door),
    url: `http://127.0.0.1:${port}/doors/${door}`,
    now: () => simulation.time.now(),
    pause: () => Promise.resolve(),
  });
}

/** How many appeals the town has ever taken in. */
function takenIn(town: Town): number {
  const { journal } = town.said.simulation.town;
  const all = Array.from({ length: PARTITIONS }, (_, at) => journal.partition(at)).flat();
  return all.filter((item) => 'type' in item && /(^|\.)AppealSubmitted$/.test(String(item.type))).length;
}

const enterprise = townUnder('yicheng').profile.register[0];
const order = (over: Partial<PlatformOrder> = {}): PlatformOrder => ({
  sourceNumber: 'P-2026-0001',
  title: '厂区连续停电',
  content: '本月以来厂区已停电三次，影响生产，请供电单位说明原因并尽快恢复。',
  kind: 'help',
  enterpriseName: enterprise?.name ?? '',
  uscc: enterprise?.uscc ?? '',
  region: 'taicang',
  contactName: '殷某',
  contactPhone: '19900000001',
  ...over,
});
const recording = {
  name: '录音.mp3',
  url: 'https://files.example.cn/r/1.mp3',
  mediaType: 'audio/mpeg',
  size: 1024,
};

describe('platforms at their doors', () => {
  let town: Town;
  beforeAll(async () => {
    town = await townWithDoor();
  });
  afterAll(async () => {
    await town.gateway.stop?.();
    await town.said.closes();
  });

  it('a replay word for word gets the first receipt and makes nothing', async () => {
    const platform = await platformAt(town, 'leader-board');
    const push = platform.write(order({ sourceNumber: 'P-replayed' }));
    const [first] = await town.atOnce(platform.send(push));
    const before = takenIn(town);
    const [again] = await town.atOnce(platform.send(push));
    expect([again?.number, takenIn(town)]).toEqual([first?.number, before]);
  });

  const other = (body: Buffer) =>
    Buffer.from(body.toString('latin1').replace('19900000001', '19900000002'), 'latin1');
  const hostile: readonly [string, string, Bend][] = [
    ['another secret', 'leader-board', { secret: 'f'.repeat(64) }],
    ['another secret', 'zao-solved', { secret: 'f'.repeat(64) }],
    ['a body changed on its way', 'leader-board', { garbled: other }],
    ['a body changed on its way', 'zao-solved', { garbled: other }],
    [
      'half a body with the signature of the whole',
      'leader-board',
      { garbled: (body) => body.subarray(0, 80) },
    ],
    [
      'half a body with the signature of the whole',
      'zao-solved',
      { garbled: (body) => body.subarray(0, 80) },
    ],
    ['nothing but a signature', 'leader-board', { garbled: () => Buffer.alloc(0) }],
    ['a clock an hour behind', 'leader-board', { skewMs: -3_600_000 }],
    ['a clock an hour ahead', 'leader-board', { skewMs: 3_600_000 }],
    ['a clock an hour ahead', 'zao-solved', { skewMs: 3_600_000 }],
    ['GB 18030 where UTF-8 is agreed', 'leader-board', { charset: 'gb18030' }],
    ['UTF-8 where GB 18030 is agreed', 'zao-solved', { charset: 'utf-8' }],
  ];

  it.each(hostile)('%s at %s is refused, told so, and leaves nothing', async (_, door, bend) => {
    const platform = await platformAt(town, door);
    const sourceNumber = `P-hostile-${hostile.findIndex((one) => one[2] === bend)}`;
    const before = takenIn(town);
    const [refused] = await town.atOnce(platform.send(platform.write(order({ sourceNumber }), bend)));
    expect(refused).toMatchObject({ taken: false, number: '', message: expect.stringMatching(/\S/) });
    expect(takenIn(town)).toBe(before);
    const [right] = await town.atOnce(platform.send(platform.write(order({ sourceNumber }))));
    expect(right?.taken).toBe(true);
  });

  it('a code nobody knows waits for a person; released it is one appeal under its number', async () => {
    const platform = await platformAt(town, 'leader-board');
    const push = () => platform.write(order({ sourceNumber: 'P-held' }), { codes: { kind: '77' } });
    const before = takenIn(town);
    const [first] = await town.atOnce(platform.send(push()));
    expect([first?.taken, takenIn(town)]).toEqual([true, before]);
    const clerk = { role: 'clerk', id: 'wang' };
    const [list] = await town.atOnce(town.send('GET', '/api/v1/held-pushes', clerk));
    const { pushes } = list?.json() as { pushes: { id: string; number: string; unmapped: object }[] };
    expect(pushes).toMatchObject([{ number: first?.number, unmapped: { kind: '77' } }]);
    const url = `/api/v1/held-pushes/${pushes[0]?.id}/release`;
    const [released] = await town.atOnce(town.send('POST', url, clerk, { payload: { kind: 'help' } }));
    expect(released?.statusCode).toBe(200);
    const [again] = await town.atOnce(platform.send(push()));
    expect([again?.taken, again?.number, takenIn(town)]).toEqual([true, first?.number, before + 1]);
    const [file] = await town.atOnce(town.send('GET', `/api/v1/cases/${first?.number}`, clerk));
    expect(file?.json()).toMatchObject({ channel: 'leader-board', sourceNumber: 'P-held', kind: 'help' });
  });

  it('a clock within the bound is forgiven', async () => {
    const platform = await platformAt(town, 'leader-board');
    const push = platform.write(order({ sourceNumber: 'P-skewed' }), { skewMs: 290_000 });
    const [answer] = await town.atOnce(platform.send(push));
    expect(answer?.taken).toBe(true);
  });

  it('who hangs up half way, or sends more than a door takes, harms nobody else', async () => {
    const platform = await platformAt(town, 'leader-board');
    await platform.hangUpOn(platform.write(order({ sourceNumber: 'P-cut' })));
    const huge = order({ sourceNumber: 'P-huge', content: '停'.repeat(200_000) });
    const [refused] = await town.atOnce(platform.send(platform.write(huge)));
    expect(refused).toMatchObject({ status: 413, taken: false });
    for (const sourceNumber of ['P-cut', 'P-huge']) {
      const [right] = await town.atOnce(platform.deliver(order({ sourceNumber })));
      expect(right).toMatchObject({ taken: true, sent: 1 });
    }
  });
});

/** An order in codes this platform has words for. */
function orderFor(row: PlatformMapping, over: Partial<PlatformOrder>): PlatformOrder {
  const kinds = Object.values(row.codes.kind ?? {});
  const [region] = Object.values(row.codes.region ?? {});
  const [topic] = Object.values(row.codes.topic ?? {});
  const kind = kinds.length === 0 || kinds.includes('help') ? 'help' : (kinds[0] ?? '');
  return order({ kind, ...(region && { region }), ...(topic && { topic }), ...over });
}

// Every row of the profile under the programme whose door it is: what it writes arrives as it was written.
describe.each(['yicheng', 'chaozhou', 'suzhou'])('every platform of %s', (pack) => {
  const { profile, pack: laidDown } = townUnder(pack);
  const rows = profile.platforms.filter(({ door }) => laidDown.doors.some(({ id }) => id === door));
  let town: Town;
  beforeAll(async () => {
    town = await townWithDoor(pack);
  });
  afterAll(async () => {
    await town.gateway.stop?.();
    await town.said.closes();
  });

  it.each(rows.map((row) => [row.door, row] as const))('%s', async (door, row) => {
    const platform = await platformAt(town, door);
    const given = orderFor(row, { ...(row.files && { files: [recording] }) });
    const [first] = await town.atOnce(platform.deliver(given));
    expect(first).toMatchObject({ taken: true, sent: 1, number: expect.stringMatching(/\S/) });
    const [again] = await town.atOnce(platform.deliver(given));
    expect(again).toMatchObject({ taken: true, number: first?.number });
    const url = `/api/v1/cases/${first?.number}`;
    const [file] = await town.atOnce(town.send('GET', url, { role: 'clerk', id: 'wang' }));
    const { sourceNumber, content, contactName, enterpriseName } = given;
    expect(file?.json()).toMatchObject({ channel: door, sourceNumber, content, contactName, enterpriseName });
  });
});

test('all platforms of the profile have been at a door', () => {
  const doors = ['yicheng', 'chaozhou', 'suzhou'].flatMap((pack) => townUnder(pack).pack.doors);
  const { platforms } = townUnder('yicheng').profile;
  const without = platforms.filter(({ door }) => !doors.some(({ id }) => id === door));
  expect([platforms.length, without]).toEqual([15, []]);
});

test('the 12345 call-centre of another programme hands in its recording, and not any path', async () => {
  const town = await townWithDoor('chaozhou');
  const platform = await platformAt(town, 'yue-sheng-xin');
  const [taken] = await town.atOnce(platform.deliver(order({ topic: 'utilities', files: [recording] })));
  expect(taken).toMatchObject({ taken: true, status: 200, sent: 1 });
  const files = [{ ...recording, url: 'file:///etc/hosts' }];
  const unsound = order({ sourceNumber: 'P-unsound', topic: 'utilities', files });
  const [refused] = await town.atOnce(platform.deliver(unsound));
  expect(refused).toMatchObject({ taken: false, message: expect.stringMatching(/\S/) });
  await town.gateway.stop?.();
  await town.said.closes();
});
