// 附件3 out and in again (SZ 附3; IN-9): whatever people wrote, the table the platform draws up is read back by
// the reader of tables as what it says.
import fc from 'fast-check';
import { readWorkbook } from '#platform/edge/workbook-reading';
import { readPeriod } from '#policy/civil-period';
import { loadPack } from '#policy/pack-loader';
import type { CaseColumn } from '#policy/pack-words';
import { reportWorkbook } from '../../services/gateway/src/adapters/mapping/report-forms';
import { drawReport } from '../../services/gateway/src/app/draw-report';
import { chinesePhone } from '../../services/intake/src/adapters/out/instance-codes';
import { readReportedTable } from '../../services/intake/src/domain/reported-table';
import { projectRoot } from '../launch/cache';

const loaded = loadPack(`${projectRoot}/deploy/packs/suzhou`);
if (!loaded.ok) throw new Error('The pack cannot be read');
const pack = loaded.value;
const columns = pack.reports.find(({ id }) => id === 'annex-3')?.columns ?? [];
const period = readPeriod('2026Q1');
if (!period.ok) throw new Error(period.error);
const { fromAt, toAt } = period.value;
const NOW = toAt + 86_400_000;
const contact = { name: '陆明', phone: '19900000016', post: '联络员', confirmedOn: '2026-01-01' };
const PROFILE = { units: [{ code: 'wtr', name: '市水务局', duties: [], contact }], topics: [], regions: [] };
const BOUNDS = { bytes: 3e6, unpackedBytes: 6e7, rows: 200, columns: 20, cell: 32_767 };

const words = (min: number, max: number) =>
  fc
    .array(
      fc.constantFrom(
        ...'水电气路税=+-@&<>"_x0041_，。 1甲乙丙丁戊己庚辛壬癸'.split(''),
        '_x000D_',
        '😀',
        'é',
      ),
      { minLength: min, maxLength: max },
    )
    .map((parts) => `文${parts.join('')}末`);
const row = fc.record({
  at: fc.integer({ min: fromAt / 1000, max: toAt / 1000 - 1 }).map((seconds) => seconds * 1000),
  ...{ content: words(4, 60), enterpriseName: words(2, 20), contactName: words(0, 10) },
  contactPhone: fc.constantFrom('+8619900006305', '+8651265220000'),
  ...{ answer: words(0, 60), unitContact: fc.constantFrom('', '张某'), reported: fc.boolean() },
  verdict: fc.constantFrom('satisfied', 'dissatisfied', 'unrated', ''),
});
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

async function drawn(rows: readonly Row[]): Promise<Buffer> {
  const times = { handedOverAt: 1, deadlineAt: 0, completedAt: 1, closedAt: toAt - 1 };
  const codes = { unit: 'wtr', topic: '', region: '', channel: 'direct-report' };
  const cases = rows.map(({ at, verdict }, index) => {
    return { appealId: String(index), submittedAt: at, verdict, ...times, ...codes };
  });
  const told = rows.map(({ unitContact, ...said }, index) => {
    const about = { appealId: String(index), number: `SZ-${index}`, title: '', erased: false };
    return { ...about, ...said, unitContact, unitPhone: unitContact && '19900000017' };
  });
  const sources = { cases: async () => ({ cases, nextCursor: '' }), words: async () => told } as never;
  const asked = { report: 'annex-3', pack: '', period: '2026Q1', cutOffAt: 0, role: 'clerk' };
  const report = drawReport(asked, { packs: [pack], profile: PROFILE as never, now: NOW }, sources);
  if (!report.ok) throw new Error(report.problem.code);
  const parts: Buffer[] = [];
  for await (const part of reportWorkbook(report.report)) parts.push(part);
  return Buffer.concat(parts);
}

test('the table of the quarter says the same when it is read back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: ({ at }) => at }),
      async (rows) => {
        const table = await readWorkbook(await drawn(rows), BOUNDS);
        if (!table.ok) throw new Error(table.error.code);
        const reading = readReportedTable(table.value, {
          columns: columns.map(({ is, title }) => ({ is: is as CaseColumn, title })),
          ...{
            period: period.ok ? period.value : { kind: 'quarter', fromAt, toAt },
            named: '2026Q1',
            now: NOW,
          },
          ...{ door: 'direct-report', unit: 'wtr', names: ['市水务局'] },
          lists: {
            ...{ channels: ['direct-report'], kinds: ['help'], topics: [], regions: ['taicang'] },
            phone: chinesePhone,
          },
        });
        let step = reading.next();
        while (step.done !== true) step = reading.next();
        const read = step.value;
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        const plain = (text: string) => text.normalize('NFC').trim();
        const line = (text: string) => plain(text.replace(/ +/g, ' '));
        expect(
          read.value.map(({ receivedAt, satisfaction, answer, unitContact, unitPhone, submission }) => {
            const { content, enterpriseName, contactName, contactPhone } = submission;
            const who = { enterpriseName, contactName, contactPhone, unitContact, unitPhone };
            return { at: receivedAt, content, answer, satisfaction, ...who };
          }),
        ).toEqual(
          rows.map(
            ({ at, content, answer, verdict, enterpriseName, contactName, contactPhone, unitContact }) => ({
              ...{ at, content: plain(content), answer: plain(answer) },
              satisfaction: verdict === 'unrated' ? '' : verdict,
              ...{ enterpriseName: line(enterpriseName), contactName: line(contactName), contactPhone },
              unitContact: unitContact || contact.name,
              unitPhone: unitContact === '' ? contact.phone : '19900000017',
            }),
          ),
        );
      },
    ),
    { numRuns: 60 },
  );
});
