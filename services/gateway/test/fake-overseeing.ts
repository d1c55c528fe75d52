// Supervision's door, as small as the tests of the web door need it: one order on one entry of the register,
// and an outage; each question of a list is remembered.
import type { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import {
  GetOversightResponse,
  Order,
  Outage,
  RegisterEntry,
} from '#contracts/gen/zhitong/supervision/v1/service';
import { AT, CASE_ID, NUMBER } from './fake-case';

/** An order to the unit that has the case. */
const ISSUED = Order.fromPartial({
  ...{ appealId: CASE_ID, orderNo: 1, number: `${NUMBER}-D1`, step: 'platform', entryId: 'E1' },
  ...{ ground: 'yellow', unit: 'grid', demand: '请于 <两日> 内反馈', issuedAt: AT, issuedBy: 'xu' },
  ...{ deadlineAt: AT + 172_800_000, status: 'open' },
});

/** An outage that heartbeats showed. */
const GAP = Outage.fromPartial({
  outageId: 'casework.workorder/1',
  source: 'casework.workorder',
  fromAt: AT,
});

/** The lists, and one case with its order and the entries a test adds. */
export function overseeing(
  execute: (request: never) => Promise<CommandAnswer>,
  questions: unknown[],
  entries: readonly RegisterEntry[],
) {
  const { appealId, entryId, ground, unit } = ISSUED;
  const noticed = RegisterEntry.fromPartial({ appealId, entryId, ground, unit, noticedAt: AT, open: true });
  return {
    ...{ execute, executeOutage: execute },
    listCards: async () => ({ cards: [] }),
    listOutages: async () => ({ outages: [GAP] }),
    getOversight: async () =>
      GetOversightResponse.fromPartial({ found: true, orders: [ISSUED], entries: [...entries] }),
    listRegister: async (question: unknown) => {
      questions.push(question);
      return { entries: [noticed], open: 1, cleared: 0, nextCursor: '' };
    },
    listOrders: async (question: unknown) => {
      questions.push(question);
      return { orders: [ISSUED], nextCursor: '' };
    },
  };
}
