// Annex 3 of Suzhou as the clerk gets it: eleven columns as printed, rows put together of what analytics
// counts and what casework keeps, for the role it is addressed to, and never with the words of a person who
// was erased.
import { inflateRawSync } from 'node:zlib';
import { join } from 'node:path';
import type { Pack } from '#policy/pack';
import { loadPack } from '#policy/pack-loader';
import type { Profile } from '#policy/profile';
import { PeerUnavailable } from '#platform/edge/grpc-client';
import { ask, gatewayWorld, headersOf } from '../test/world';
import { reportWorkbook } from './adapters/mapping/report-forms';
import { drawReport, type ReportQuestion } from './app/draw-report';
import type { CaseWords, ReportCase, ReportSources } from './app/report-sources';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const NOW = at('2026-07-01T10:00');

function packOf(name: string): Pack {
  const loaded = loadPack(join(__dirname, '../../../deploy/packs', name));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}
const contact = { name: '李某', phone: '19900000001', post: '联络员', confirmedOn: '2026-01-01' };
const PROFILE = {
  units: [{ code: 'tax', name: '市税务局', duties: ['税'], contact }],
  ...{ topics: [{ code: 'tax', name: '税费' }], regions: [{ code: 'kunshan', name: '昆山' }] },
} as unknown as Profile;

const FOUND: ReportCase = {
  ...{
    appealId: 'a',
    unit: 'tax',
    topic: 'tax',
    region: 'kunshan',
    channel: 'hotline',
    verdict: 'satisfied',
  },
  ...{ submittedAt: at('2026-03-02T09:30'), handedOverAt: at('2026-03-02T09:40') },
  ...{
    deadlineAt: at('2026-03-17T00:00'),
    completedAt: at('2026-03-05T16:00'),
    closedAt: at('2026-03-06T11:00'),
  },
};
const WORDS: CaseWords = {
  ...{ appealId: 'a', number: 'SZ2026-000001', title: '留抵退税', content: '三月申请的留抵退税未到账。' },
  ...{ enterpriseName: '昆山某某公司', contactName: '殷某', contactPhone: '+8619900006305' },
  ...{ answer: '已于3月5日退库。', ...{ unitContact: '', unitPhone: '' }, erased: false },
};

/** Sources of so many cases; every second person was erased when `erased`. */
function sources(count = 1, erased = false): ReportSources & { asked: number[] } {
  const asked: number[] = [];
  const share = { numerator: 5, denominator: 7, medianMs: 0 };
  return {
    asked,
    cases: async ({ cursor, limit }) => {
      asked.push(limit);
      const [from, to] = [Number(cursor), Math.min(count, Number(cursor) + limit)];
      const cases = Array.from({ length: to - from }, (_, index) => ({
        ...FOUND,
        appealId: `a${from + index}`,
      }));
      return { cases, nextCursor: to < count ? String(to) : '' };
    },
    words: async (ids) =>
      ids.map((appealId, index) => {
        const gone = {
          title: '',
          content: '',
          enterpriseName: '',
          contactName: '',
          contactPhone: '',
          answer: '',
        };
        return { ...WORDS, appealId, ...(erased && index % 2 === 0 && { ...gone, erased: true }) };
      }),
    figures: async ({ by }) => {
      const figures = [
        { name: 'completion-rate', measure: 'rate', ...share },
        { name: 'dispatched', measure: 'count', ...share, numerator: 7, denominator: 0 },
      ];
      return by === 'all'
        ? [{ group: 'all', figures }]
        : [
            { group: '', figures },
            { group: 'tax', figures },
          ];
    },
    ranking: async () => [
      { unit: 'tax', rank: 1, figures: [{ name: 'on-time-rate', ...share }] },
      { unit: 'arts', rank: 0, figures: [] },
    ],
  };
}

function draw(pack: Pack, change: Partial<ReportQuestion>, from = sources()) {
  const asked = { report: 'annex-3', pack: '', period: '2026Q1', cutOffAt: 0, role: 'clerk', ...change };
  return drawReport(asked, { packs: [pack], profile: PROFILE, now: NOW }, from);
}

async function table(pack: Pack, change: Partial<ReportQuestion> = {}, from = sources()) {
  const drawn = draw(pack, change, from);
  if (!drawn.ok) throw new Error(drawn.problem.code);
  const rows: (readonly (string | number | null)[])[] = [];
  for await (const row of drawn.report.rows) rows.push(row);
  return { ...drawn.report, rows };
}

const SUZHOU = packOf('suzhou');
const CHAOZHOU = packOf('chaozhou');

test('has the eleven columns as printed, and a row of them for each case', async () => {
  const { columns, rows } = await table(SUZHOU);
  expect(columns.map(({ title }) => title).join('|')).toBe(
    '序号|诉求时间|诉求内容|企业名称|企业联系人|企业联系电话|办理部门|办理结果|办理部门联系人|办理部门联系电话|满意度',
  );
  expect(rows).toEqual([
    [
      ...[1, at('2026-03-02T09:30'), '三月申请的留抵退税未到账。', '昆山某某公司', '殷某', '+8619900006305'],
      ...['市税务局', '已于3月5日退库。', '李某', '19900000001', '满意'],
    ],
  ]);
});

test('shows of a person who was erased that he was, and nothing else of him', async () => {
  const { rows } = await table(SUZHOU, {}, sources(2, true));
  expect(rows[0]?.slice(2, 8)).toEqual([
    '〔已删除〕',
    '〔已删除〕',
    '〔已删除〕',
    '〔已删除〕',
    '市税务局',
    '〔已删除〕',
  ]);
  expect(rows[1]?.[4]).toBe('殷某');
});

test.each([
  [{ role: 'supervisor' }, 'ROLE_NOT_ALLOWED', ''],
  [{ role: 'leader' }, 'ROLE_NOT_ALLOWED', ''],
  [{ report: 'analysis' }, 'REPORT_UNKNOWN', 'report'],
  [{ period: '2026-03' }, 'PERIOD_OF_ANOTHER_LENGTH', 'period'],
  [{ period: 'Q1' }, 'PERIOD_UNREADABLE', 'period'],
  [{ period: '2026Q4' }, 'CUT_OFF_BEFORE_PERIOD', 'cutOff'],
])('refuses %j with %s', (change, code, field) => {
  expect(draw(SUZHOU, change)).toMatchObject({ ok: false, problem: { code, field } });
});

test('is cut off at the end of its quarter; of one that runs it says so', async () => {
  expect(await table(SUZHOU)).toMatchObject({ running: false, cutOffAt: at('2026-04-01T00:00') - 1 });
  expect(await table(SUZHOU, { period: '2026Q3' })).toMatchObject({ running: true, cutOffAt: NOW });
});

test('what shows nobody’s words is open to every role of the door', async () => {
  const { columns, rows } = await table(CHAOZHOU, {
    report: 'statistics',
    period: '2026-05',
    role: 'leader',
  });
  const [unit, completion, dispatched] = ['unit', 'completion-rate', 'dispatched'].map((word) =>
    columns.findIndex(({ is }) => is === word),
  ) as [number, number, number];
  expect(rows.map((row) => [row[unit], row[dispatched], row[completion]])).toEqual([
    ['市税务局', 7, '71.4%（5/7）'],
    ['合计', 7, '71.4%（5/7）'],
  ]);
});

test('the circular on laggards names the units in their order; those apart have no rank', async () => {
  const { rows } = await table(CHAOZHOU, {
    report: 'laggards-circular',
    period: '2026-05',
    role: 'supervisor',
  });
  expect(rows).toEqual([
    [1, '市税务局', '71.4%（5/7）', null],
    ['–', 'arts', null, null],
  ]);
});

test('ten thousand rows pass through a page at a time, into a workbook of as many', async () => {
  const from = sources(10_000);
  const drawn = draw(SUZHOU, {}, from);
  if (!drawn.ok) throw new Error(drawn.problem.code);
  const parts: Buffer[] = [];
  for await (const part of reportWorkbook(drawn.report)) parts.push(part);
  const archive = Buffer.concat(parts);
  expect(from.asked).toEqual(Array.from({ length: 50 }, () => 200));
  const begins = archive.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
  const sheet = inflateRawSync(archive.subarray(begins)).toString();
  expect(sheet.match(/<row /g)?.length).toBe(10_003);
});

describe('at the door', () => {
  const world = gatewayWorld();
  afterAll(() => world.gateway.stop?.());
  const url = '/api/v1/reports/monthly-bulletin?period=2020-05';
  const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

  it.each([
    ['by its link', `${url}&as=xlsx`, {}],
    ['by Accept', url, { accept: WORKBOOK }],
  ])('a workbook is asked for %s and saved under its name', async (_how, address, accept) => {
    world.figures.answer = { units: [{ unit: 'grid', rank: 1, figures: [] }] };
    const headers = { ...headersOf('leader'), ...accept };
    const reply = await ask(world.gateway, { method: 'GET', url: address, headers });
    world.figures.answer = {};
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe(WORKBOOK);
    expect(decodeURIComponent(String(reply.headers['content-disposition']))).toContain('月通报 2020-05.xlsx');
    expect(reply.body).toMatch(/^PK\u0003\u0004/);
  });

  it('a service that is away is told, not a table that ends early', async () => {
    world.fault.error = new PeerUnavailable('analytics', 'rank', 'away');
    const reply = await ask(world.gateway, { method: 'GET', url, headers: headersOf('leader') });
    world.fault.error = undefined;
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'PEER_UNAVAILABLE']);
  });
});
