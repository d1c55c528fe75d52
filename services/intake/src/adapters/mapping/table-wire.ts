// Tables of units as they come over the wire, and what is answered of them.
import type {
  GetTableRequest,
  HandInTableRequest,
  HandInTableResponse,
  TableState,
} from '#contracts/gen/zhitong/intake/v1/service';
import { TableState as State } from '#contracts/gen/zhitong/intake/v1/service';
import type { TableOffer, TableRefusal } from '../../app/hand-in-table';
import type { HandedTable, TableTeller } from '../../app/ports';

/** Problems told in one answer; how many there are is told beside. */
const MOST_TOLD = 500;

/** Reads the table somebody hands in. */
export function readOffer({ report, period, actor, file }: HandInTableRequest): TableOffer {
  return { report, period, actor: tellerOf(actor), file: Buffer.from(file) };
}

/** Who asks. */
export function tellerOf(actor: GetTableRequest['actor']): TableTeller {
  return { role: actor?.role ?? '', id: actor?.id ?? '', unit: actor?.unit ?? '' };
}

/** A table that was taken. */
export function takenTable(table: HandedTable): HandInTableResponse {
  return { outcome: { $case: 'taken', value: tableState(table) } };
}

/** A table that was not taken. */
export function refusedTable({ code, rule, params, problems }: TableRefusal): HandInTableResponse {
  const told = problems.slice(0, MOST_TOLD).map((one) => ({ ...one, params: { ...one.params } }));
  const value = { code, rule, params: { ...params }, problems: told, problemsTotal: problems.length };
  return { outcome: { $case: 'refused', value } };
}

/** How far a table is; an empty id where there is none. */
export function tableState(table: HandedTable | undefined): TableState {
  if (table === undefined) return State.fromPartial({});
  const { id: tableId, report, period, state, rows, taken, counts, handedInAt, teller } = table;
  const { counted, same, earlier, handedOn, refused } = counts;
  return {
    ...{ tableId, report, period, unit: teller.unit, state, rows, taken, handedInAt, handedInBy: teller.id },
    ...{ counted, same, earlier, handedOn, refused },
  };
}
