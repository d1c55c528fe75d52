// What a pack says of tables that units hand in (IN-9), held against the rules that take them in.
import { deepEqual } from 'node:assert/strict';
import type { Pack } from '#policy/pack';
import type { CaseColumn } from '#policy/pack-words';
import type { FiledRow, IntakePorts } from '../../../services/intake/src/app/ports';
import { handInTable } from '../../../services/intake/src/app/hand-in-table';
import type { TableCell } from '../../../services/intake/src/domain/table-heading';
import * as intake from '../../../services/intake/test/scenario';
import type { Proof } from './proof';

const NOW = Date.parse('2026-04-02T09:00:00+08:00');
const CELLS: Readonly<Partial<Record<CaseColumn, string>>> = {
  ...{ 'submitted-at': '2026-01-05', content: '厂门前道路积水，请疏通排水。', enterprise: intake.YIHUI.name },
  ...{ 'contact-person': '殷某', 'contact-phone': '19900006305', unit: '市水务局', answer: '已疏通。' },
};

/**
 * A unit's table of one row that is closed and one that is not: by which door and for which region each is
 * taken in, and what the closed one becomes.
 */
export function takesTable(report: string, role: string, expected: readonly string[]): Proof {
  return async (pack) => {
    const filed: FiledRow[] = [];
    const actor = { role, id: 'w-1', unit: 'wtr' };
    const offer = { report, period: '2026Q1', actor, file: Buffer.alloc(0) };
    const handed = await handInTable(offer, portsOf(pack, report, filed));
    if (!handed.ok) throw new Error(handed.refusal.code);
    const became = filed.map((row) => {
      const command = { type: 'ReportAppeal', row, ...TOLD } as const;
      const reply = intake.when([], actor, command, intake.policyOf(pack));
      const ends = row.answer === '' ? 'AppealSubmitted' : reply.refused || reply.types.join(' ');
      return `${row.submission.channel} ${row.region} ${ends}`;
    });
    deepEqual(became, expected);
  };
}

const TOLD = { number: 'SZ-1', sourceNumber: 'r', period: '2026Q1', periodEndAt: NOW, table: 't' };

function portsOf(pack: Pack, named: string, filed: FiledRow[]): IntakePorts {
  const columns = pack.reports.find(({ id }) => id === named)?.columns ?? [];
  const row = (change: Readonly<Partial<Record<CaseColumn, string>>>) =>
    new Map(
      columns.flatMap(({ is }, at): [number, TableCell][] => {
        const cell = { ...CELLS, ...change }[is as CaseColumn];
        return cell === undefined || cell === '' ? [] : [[at, cell]];
      }),
    );
  const heading = new Map(columns.map(({ title }, at): [number, TableCell] => [at, title]));
  const open = row({ content: '自来水压力不足，影响产线。', answer: '' });
  const rows = [heading, row({}), open].map((cells, at) => ({ number: at + 1, cells }));
  return {
    now: () => NOW,
    lists: () => ({
      channels: pack.doors.map(({ id }) => id),
      ...{ kinds: pack.kinds.map(({ id }) => id), topics: [], regions: ['taicang'] },
      phone: (text: string) => text,
    }),
    register: { byName: async () => [intake.YIHUI] },
    codes: { tableId: () => 't' },
    tables: {
      letOthers: async () => undefined,
      reports: () => [pack],
      unit: () => ({ code: 'wtr', names: ['市水务局'], region: '' }),
      read: async () => ({ ok: true, value: { rows, merged: [], since1904: false } }),
      get: async () => undefined,
      file: async (_told: object, all: readonly FiledRow[]) => void filed.push(...all),
    },
  } as unknown as IntakePorts;
}
