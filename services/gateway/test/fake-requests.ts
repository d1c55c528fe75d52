// Casework's door for requests for data, as small as the tests of the web door need it: one request of the
// case, answered, and opened once casework has taken the reading down.
import { DataRequestView } from '#contracts/gen/zhitong/casework/v1/service';
import type { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';

const AT = Date.parse('2026-03-02T09:30:00+08:00');

/** Data the power company asked of the reform commission. */
export const DATA_REQUEST = DataRequestView.fromPartial({
  ...{ appealId: '0b9b8f7e-3c1d-5e2a-9f00-000000000001', number: 'ZT2026-000001', requestNo: 1 },
  ...{ template: 'tax-source', fromUnit: 'grid', ofUnit: 'drc', askedAt: AT, askedBy: 'li' },
  ...{ purpose: '核实停产损失', dueAt: AT + 172_800_000, step: 'provided', readings: 1 },
  log: [{ at: AT + 60_000, unit: 'grid', role: 'handler', by: 'li', purpose: '起草答复' }],
});

/** Lists the requests to either side of them, remembering the question, and opens one. */
export function dataPeers(
  execute: (request: never) => Promise<CommandAnswer>,
  questions: unknown[],
  requests: readonly DataRequestView[],
) {
  return {
    listDataRequests: async (question: { appealId: string; unit: string }) => {
      questions.push(question);
      const { appealId, unit } = question;
      const shown = requests.filter(({ ofUnit, fromUnit }) =>
        (appealId === '' ? ['', ofUnit] : ['', ofUnit, fromUnit]).includes(unit),
      );
      return { requests: shown, nextCursor: '' };
    },
    readData: async ({ meta, ...value }: { meta: unknown }) => {
      const { outcome } = await execute({ meta, command: { $case: 'readData', value } } as never);
      if (outcome?.$case !== 'accepted') return { outcome };
      const data = { fields: { period: '一月' }, text: '', erased: false, eventId: outcome.value.eventId };
      return { outcome: { $case: 'data', value: data } };
    },
  };
}
