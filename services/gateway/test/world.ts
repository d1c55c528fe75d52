// The gateway in one process over fake peers, with the demonstration's pack and the units of its profile.
import { request } from 'node:http';
import { join } from 'node:path';
import type { VersionBook } from '#platform/version-book';
import type { Pack } from '#policy/pack';
import { loadPack, packHash } from '#policy/pack-loader';
import type { Profile } from '#policy/profile';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { memoryJournal } from '#testkit/memory-journal';
import { codeBrake, uploadBrake } from '../src/adapters/in/http/code-brake';
import { routeTable } from '../src/adapters/in/http/route-table';
import { createGateway, type GatewayHosted } from '../src/service';
import { LOOKED_AFTER, fakePeers } from './fake-peers';

/** Token of a role in tests. */
export const tokenOf = (role: string): string => `token-of-${role}-0123456789`;

/** Headers of somebody of a role, of the power company if he is of a unit. */
export function headersOf(role: string): Record<string, string> {
  return role === 'anyone' ? {} : { authorization: `Bearer ${tokenOf(role)}`, 'x-unit': 'grid' };
}

/** The role a token of a test stands for. */
const roleOf = (token: string): string | undefined => /^token-of-(.+)-0123456789$/.exec(token)?.[1];

const contact = { name: '李某', phone: '19900000001', post: '联络员', confirmedOn: '2026-01-01' };
const PROFILE = {
  ...{
    id: 'test',
    title: { zh: '测试市', en: 'Test city' },
    packs: [{ id: 'yicheng' }],
    numberPrefix: 'ZT',
    synthetic: true,
  },
  ...{
    regionPrefixes: ['3205'],
    timeZone: 'Asia/Shanghai',
    register: [],
    knowledge: [],
    questions: [],
    training: [],
  },
  ...{ people: [], posts: [], roster: [], groups: [], projects: [], platforms: [], wechat: [], webhooks: [] },
  experts: [
    {
      ...{ id: 'expert-1', name: '电专家', unit: 'grid', fields: ['utilities'], phone: '19900000002' },
      until: '2020-12-31',
    },
    {
      ...{ id: 'expert-2', name: '法专家', organisation: '某律师事务所', fields: ['utilities'] },
      phone: '19900000003',
    },
  ],
  sponsors: [{ enterprise: LOOKED_AFTER, leader: 'sponsor', since: '2026-01-05' }],
  units: [
    {
      ...{ code: 'grid', name: '供电公司', duties: ['供电'], contact },
      formerly: [{ code: 'old-grid', name: '供电局', until: '2026-01-01' }],
    },
    { code: 'drc', name: '发展和改革委员会', duties: ['价格'], contact },
  ],
  regions: [{ code: 'taicang', name: '太仓', division: '320585' }],
  topics: [{ code: 'utilities', name: '水电气网' }],
  sectors: [{ unit: 'grid', topics: ['utilities'] }],
} satisfies Profile;

/** A pack of this repository. */
export function packOf(name: string): Pack {
  const loaded = loadPack(join(__dirname, '../../../deploy/packs', name));
  if (!loaded.ok) throw new Error(`The pack ${name} cannot be read`);
  return loaded.value;
}

const DEMONSTRATION = packOf('yicheng');

function versions(packs: readonly Pack[]): VersionBook {
  const [rest = DEMONSTRATION] = packs;
  const byHash = new Map(packs.map((pack) => [packHash(pack), pack]));
  const calendar = (): never => {
    throw new Error('The gateway asks for no calendar');
  };
  return {
    pack: (hash) => byHash.get(hash) ?? rest,
    packFor: () => ({ pack: rest, hash: packHash(rest) }),
    packsInForce: () => packs,
    calendar,
    profile: () => PROFILE,
  };
}

/** Opens the gateway under these packs; nothing listens until a test says so. */
export function gatewayWorld(
  log: string[] = [],
  settings: Readonly<Record<string, string>> = {},
  packs: readonly Pack[] = [DEMONSTRATION],
) {
  const fakes = fakePeers();
  const journal = memoryJournal({ partitions: 2 });
  const opened = memoryHost({
    service: 'gateway',
    journal,
    vault: memoryVault(),
    versions: versions(packs),
    now: () => Date.parse('2026-03-02T10:00:00+08:00'),
    peers: fakes.peers,
  });
  const line = (code: string, ...rest: unknown[]) => void log.push(`${code} ${JSON.stringify(rest)}`);
  const host = {
    ...opened,
    log: { info: line, warn: line, error: line },
    setting: (row: string) => settings[row],
  };
  const gateway = createGateway(host, roleOf);
  const brakes = { brake: codeBrake(), uploads: uploadBrake() };
  const edge = { peers: fakes.peers, versions: host.versions, ...brakes, filesOrigin: '', now: host.now };
  const rows = routeTable(edge);
  return { ...fakes, journal, host, gateway, rows };
}

/** A request of a test; `url` goes out as it is written. */
export interface TestRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: object;
  /** An object is sent as JSON. */
  readonly payload?: string | Buffer | object;
}

/** What came back. */
export interface TestReply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly bytes: Buffer;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into bodies of every shape
  json(): any;
}

/** Sends a request over a real socket; opens the door when it is still closed. */
export async function ask(
  gateway: GatewayHosted,
  { method, url, headers, payload }: TestRequest,
): Promise<TestReply> {
  const address = gateway.door.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : await gateway.listen(0);
  const bytes = typeof payload === 'object' && !Buffer.isBuffer(payload) ? JSON.stringify(payload) : payload;
  const json =
    typeof payload === 'object' && !Buffer.isBuffer(payload) ? { 'content-type': 'application/json' } : {};
  return new Promise((resolve, reject) => {
    const told = bytes !== undefined && !('transfer-encoding' in (headers ?? {}));
    const length = !told ? {} : { 'content-length': Buffer.byteLength(bytes) };
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path: url,
      headers: { ...json, ...length, ...headers },
      agent: false,
    };
    const sent = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        const body = bytes.toString('utf8');
        resolve({
          statusCode: response.statusCode ?? 0,
          headers: response.headers,
          body,
          bytes,
          json: () => JSON.parse(body),
        });
      });
    });
    sent.on('error', reject);
    sent.end(bytes);
  });
}
