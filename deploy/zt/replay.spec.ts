// The replay against a hand-written instance: it takes pushes, forgets answers, is away for a while, and
// shows cases.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportRow } from './account';
import type { Reached } from './reach';
import { replay } from './replay';

interface Pushed {
  readonly channel: string;
  readonly body: Record<string, unknown>;
}

class Instance {
  readonly pushed = new Map<string, Pushed>();
  requests = 0;
  away = 0;
  status = 'dispatched';
  readonly proposed = [{ unit: 'tax', score: 0.9, reasons: ['发票 (duty tax)'] }];
  inFlight = 0;
  most = 0;
  private server: Server | undefined;

  async open(): Promise<Reached> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const [status, answer] = this.answer(
          request.method ?? '',
          request.url ?? '',
          Buffer.concat(chunks).toString(),
        );
        setTimeout(() => {
          this.inFlight -= 1;
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
        }, 2);
      });
      this.inFlight += 1;
      this.most = Math.max(this.most, this.inFlight);
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', () => resolve()));
    const address = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return {
      record: {} as Reached['record'],
      address,
      ops: { intake: address },
      token: () => 'token',
      doorSecret: () => '',
      accountSecrets: () => ({ token: '', encodingAesKey: '' }),
    };
  }

  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private answer(method: string, url: string, text: string): [number, object] {
    if (url === '/status') return [200, { loops: [{ lag: 0 }] }];
    this.requests += 1;
    if (url.endsWith('/candidates')) return [200, { recorded: false, candidates: this.proposed }];
    if (method === 'GET') return this.caseFile(url.split('/').at(-1) ?? '');
    if (this.away > 0) {
      this.away -= 1;
      return [503, { code: 'PEER_UNAVAILABLE' }];
    }
    const body = JSON.parse(text) as Record<string, unknown> & { sourceNumber: string; title: string };
    if (body.title === '') return [422, { errors: [{ code: 'TITLE_EMPTY', field: 'title' }] }];
    const known = this.pushed.has(body.sourceNumber);
    if (!known) this.pushed.set(body.sourceNumber, { channel: url.split('/')[4] ?? '', body });
    return [known ? 200 : 201, { id: body.sourceNumber, number: `ZT-${body.sourceNumber}` }];
  }

  private caseFile(id: string): [number, object] {
    if (!this.pushed.has(id)) return [404, { code: 'NOT_FOUND' }];
    const summary = {
      number: `ZT-${id}`,
      status: this.status,
      lead: 'tax',
      assist: [],
      proposed: '',
      dispatchNo: 1,
    };
    const rest = { articleId: '', screeningGround: '', linkedEvent: '', stepTimes: {} };
    return [200, { ...summary, candidates: [], ...rest }];
  }
}

const directory = mkdtempSync(join(tmpdir(), 'zt-replay-'));
const file = join(directory, 'appeals.jsonl');
const report = join(directory, 'report.json');
const appeal = (id: string, title = '发票') =>
  JSON.stringify({
    id,
    channel: 'web',
    title,
    content: '…',
    label: { lead: 'tax', disposition: 'dispatch' },
  });

let instance: Instance;
let reached: Reached;
let said: string;

beforeEach(async () => {
  instance = new Instance();
  reached = await instance.open();
  said = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
});

afterEach(() => {
  instance.close();
  jest.restoreAllMocks();
});

describe('a replay', () => {
  it('pushes each line once, never a label, and accounts for all', async () => {
    writeFileSync(file, ['A1', 'A2', 'A3'].map((id) => appeal(id)).join('\n'));
    expect(await replay(file, reached, { report })).toBe(0);
    expect([...instance.pushed.keys()].sort()).toEqual(['A1', 'A2', 'A3']);
    expect(JSON.stringify([...instance.pushed.values()])).not.toContain('label');
    expect(said).toContain('合计 sum');
    const rows = JSON.parse(readFileSync(report, 'utf8')) as ReportRow[];
    expect(rows.map(({ sourceNumber, disposition, lead }) => [sourceNumber, disposition, lead])).toEqual([
      ['A1', 'dispatch', 'tax'],
      ['A2', 'dispatch', 'tax'],
      ['A3', 'dispatch', 'tax'],
    ]);
  });

  it.each(['dispatched', 'screening', 'identity-review'])(
    'names candidates in a row that is %s',
    async (status) => {
      instance.status = status;
      writeFileSync(file, appeal('A1'));
      expect(await replay(file, reached, { report })).toBe(0);
      const rows = JSON.parse(readFileSync(report, 'utf8')) as ReportRow[];
      expect(rows.map(({ candidates }) => candidates)).toEqual([instance.proposed]);
    },
  );

  it('says so when the labels are those the classifier was taught with', async () => {
    const training = join(__dirname, '../profiles/demo/training/appeals.jsonl');
    const [first = ''] = readFileSync(training, 'utf8').split('\n');
    writeFileSync(file, [first, appeal('A1')].join('\n'));
    expect(await replay(file, reached, {})).toBe(0);
    expect(said).toContain('其中 1/2 行是分类器的训练材料');
  });

  it('changes nothing the second time and says so', async () => {
    writeFileSync(file, appeal('A1'));
    await replay(file, reached, {});
    said = '';
    expect(await replay(file, reached, {})).toBe(0);
    expect(said).toContain('未产生任何变化');
  });

  it('keeps pushing while the instance is away', async () => {
    writeFileSync(file, appeal('A1'));
    instance.away = 3;
    expect(await replay(file, reached, {})).toBe(0);
    expect(instance.pushed.size).toBe(1);
  });

  it('names a broken line and a refused one, and goes on with the others', async () => {
    writeFileSync(file, [appeal('A1'), 'kein json', '{"id":"A9"}', appeal('A2', '')].join('\n'));
    expect(await replay(file, reached, { report })).toBe(0);
    const rows = JSON.parse(readFileSync(report, 'utf8')) as ReportRow[];
    expect(rows.map(({ disposition }) => disposition)).toEqual(['dispatch', 'error', 'error', 'error']);
    expect(JSON.stringify(rows[1]?.errors)).toContain('第 2 行');
    expect(JSON.stringify(rows[3]?.errors)).toContain('TITLE_EMPTY');
    expect(said).toMatch(/3 {2}拒收[^合]*1 {2}不是 JSON/);
  });

  it('has no more in flight than it was told', async () => {
    writeFileSync(file, Array.from({ length: 40 }, (_, index) => appeal(`A${index}`)).join('\n'));
    await replay(file, reached, { inFlight: '4' });
    expect(instance.most).toBeLessThanOrEqual(16);
    expect(instance.pushed.size).toBe(40);
  });

  it('says that a report cannot be written before it pushes anything', async () => {
    writeFileSync(file, appeal('A1'));
    const nowhere = join(directory, 'none', 'report.json');
    await expect(replay(file, reached, { report: nowhere })).rejects.toThrow('无法写入');
    expect(instance.pushed.size).toBe(0);
  });

  it('says which file cannot be read', async () => {
    await expect(replay(join(directory, 'none.jsonl'), reached, {})).rejects.toThrow('none.jsonl');
  });
});
