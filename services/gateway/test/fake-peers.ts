// The services behind the door, written by hand and small: they remember what they were asked, and refuse
// what a test tells them to refuse.
import {
  AppraiseResponse,
  GetFiguresResponse,
  RankResponse,
} from '#contracts/gen/zhitong/analytics/v1/service';
import { CaseDetail, CaseSummary } from '#contracts/gen/zhitong/casework/v1/service';
import { inScope, type CaseScope } from '#policy/scopes';
import type { CommandAnswer, Rejected } from '#contracts/gen/zhitong/command/v1/command';
import type { HandInTableRequest, ReceiveRequest } from '#contracts/gen/zhitong/intake/v1/service';
import type { RegisterEntry } from '#contracts/gen/zhitong/supervision/v1/service';
import { Delivery } from '#contracts/gen/zhitong/notification/v1/service';
import { type StoredAppeals, takingIn } from './fake-intake';
import { overseeing } from './fake-overseeing';
import { DATA_REQUEST, dataPeers } from './fake-requests';
import { AT, CASE_ID, NUMBER } from './fake-case';

/** A command as an owner got it. */
export interface Asked {
  readonly service: string;
  readonly meta: { readonly appealId: string; readonly commandId: string; readonly expectedSeq?: number };
  readonly actor: { readonly role: string; readonly id: string; readonly unit: string };
  readonly command: { readonly $case: string; readonly value: unknown };
}

/** Code of the enterprise of the case, which a sponsor looks after. */
export const LOOKED_AFTER = '91320585XNMLW3NY0L';

/** A case on the desk, dispatched when a test dispatches it. */
export function deskCase(): CaseDetail {
  return CaseDetail.fromPartial({
    summary: {
      ...{
        appealId: CASE_ID,
        number: NUMBER,
        channel: 'web',
        sourceNumber: 'A0001',
        kind: 'help',
        topic: 'utilities',
      },
      ...{
        title: '厂区断电',
        status: 'desk',
        region: 'taicang',
        enterpriseName: '太仓某某有限公司',
        uscc: LOOKED_AFTER,
        submittedAt: AT,
      },
      ...{ statusAt: AT, nextDeadlineAt: AT + 900_000, nextClock: 'desk', seq: 3, urged: 1 },
    },
    ...{
      content: '本月已断电三次。',
      contactName: '殷某',
      contactPhone: '+8619900006305',
      uscc: LOOKED_AFTER,
    },
    timeline: [
      {
        eventId: `test/${CASE_ID}/intake.appeal/1`,
        at: AT,
        type: 'AppealSubmitted',
        fields: { title: '厂区断电', channel: 'web', sourceNumber: 'T-1' },
      },
      {
        eventId: `test/${CASE_ID}/supervision.docket/1`,
        at: AT,
        type: 'ClockStarted',
        fields: {
          clockId: 'desk/-/0/1',
          clock: 'desk',
          deadlineAt: String(AT + 900_000),
          provisional: 'false',
        },
      },
      { eventId: `test/${CASE_ID}/triage.routing/2`, at: AT, type: 'DeskEntered', fields: SORTED },
    ],
    clocks: [
      { clockId: 'desk-1', clock: 'desk', rule: 'workingMinutes:15', startAt: AT, deadlineAt: AT + 900_000 },
    ],
    candidates: [
      { unit: 'grid', score: 0.72, reasons: ['断电 (duty grid)'] },
      { unit: 'drc', score: 0.11, reasons: ['价格 (duty drc)'] },
    ],
    stepTimes: { submitted: AT },
    seen: { 'intake.appeal': 3 },
  });
}

/** Why the case came to the desk. */
const SORTED = { why: 'unsure', proposed: 'grid' };

/** Services that are only read, always the same. */
const LIBRARY = {
  notification: {
    listMessages: async () => ({ messages: [] }),
    listDeliveries: async () => ({ deliveries: [Delivery.fromPartial({ state: 'waiting', claimedAt: AT })] }),
  },
  knowledge: {
    search: async () => ({
      articles: [
        {
          ...{
            id: 'K001',
            type: 'faq',
            title: '停电报修',
            body: '请拨打95598。',
            unit: 'grid',
            topic: 'utilities',
          },
          ...{ validFrom: '2025-01-01', validTo: '', source: '演示', score: 3.2 },
        },
      ],
    }),
  },
};

/** The questions casework answers; each is remembered. */
function reading(cases: ReadonlyMap<string, CaseDetail>, questions: unknown[], failing: () => void) {
  const rows = () => [...cases.values()].map(({ summary }) => summary ?? CaseSummary.fromPartial({}));
  return {
    getCase: async (question: { appealId: string; number: string }) => {
      failing();
      questions.push(question);
      const named = [...cases.values()].find(({ summary }) => summary?.number === question.number);
      const found = cases.get(question.appealId) ?? named;
      return { found: found !== undefined, case: found, stale: false };
    },
    listCases: async (question: { status: string; scopes: CaseScope[]; appealIds: string[] }) => {
      questions.push(question);
      const { scopes, appealIds } = question;
      const shown = rows()
        .filter(({ status }) => question.status === '' || status === question.status)
        .filter(({ appealId }) => appealIds.length === 0 || appealIds.includes(appealId))
        .filter((row) => scopes.length === 0 || scopes.some((scope) => inScope(scope, row)));
      return { cases: shown, nextCursor: '', total: shown.length };
    },
    checkCompletion: async (question: unknown) => {
      questions.push(question);
      const findings = [{ code: 'NO_RESULT_OR_TIME', quotes: ['尽快处理'] }];
      return { outcome: { $case: 'checked', value: { verdict: 'evasive', findings } } };
    },
    describeCases: async ({ appealIds }: { appealIds: readonly string[] }) => ({
      cases: appealIds.map((appealId) => ({ appealId, number: cases.get(appealId)?.summary?.number ?? '' })),
    }),
    countCases: async () => {
      const byStatus: Record<string, number> = {};
      for (const { status } of rows()) byStatus[status] = (byStatus[status] ?? 0) + 1;
      return { byStatus, byUnit: {}, byCard: {}, total: cases.size };
    },
  };
}

/** The questions analytics answers; no report has a case. */
function counting(
  figures: { readonly answer: Partial<GetFiguresResponse & RankResponse & AppraiseResponse> },
  questions: unknown[],
  failing: () => void,
) {
  return {
    getFigures: async () => GetFiguresResponse.fromPartial({ asOf: AT, ...figures.answer }),
    rank: async () => {
      failing();
      return RankResponse.fromPartial({ asOf: AT, ...figures.answer });
    },
    appraise: async (question: unknown) => {
      questions.push(question);
      return AppraiseResponse.fromPartial({ asOf: AT, ...figures.answer });
    },
    listReportCases: async () => ({ cases: [], nextCursor: '' }),
  };
}

const failingOn = (fault: { readonly error: Error | undefined }) => () => {
  if (fault.error) throw fault.error;
};

const rankGrid = async ({ content }: { content: string }) => ({
  candidates: [{ unit: 'grid', score: 0.7, reasons: [`${content} (duty grid)`] }],
});

/** The services, and what they remember. */
export function fakePeers() {
  const doorCalls: ReceiveRequest[] = [];
  const tables: HandInTableRequest[] = [];
  const stored: StoredAppeals = new Map();
  const asked: Asked[] = [];
  const questions: unknown[] = [];
  const cases = new Map<string, CaseDetail>([[CASE_ID, deskCase()]]);
  const refusals: (Omit<Rejected, 'asOf' | 'fields'> & Partial<Pick<Rejected, 'fields'>>)[] = [];
  const figures: { answer: Partial<GetFiguresResponse & RankResponse & AppraiseResponse> } = { answer: {} };
  const fault: { error: Error | undefined } = { error: undefined };
  const dataRequests = [DATA_REQUEST];
  const entries: RegisterEntry[] = [];

  const failing = failingOn(fault);
  const execute =
    (service: string) =>
    async (request: never): Promise<CommandAnswer> => {
      failing();
      const { meta, command } = request as {
        meta: Asked['meta'] & Pick<Asked, 'actor'>;
        command: Asked['command'];
      };
      asked.push({ service, meta, actor: meta.actor, command });
      const refusal = refusals.shift();
      if (refusal) return { outcome: { $case: 'rejected', value: { asOf: '', fields: [], ...refusal } } };
      const found = cases.get(meta.appealId);
      if (found?.summary && command.$case === 'dispatch') {
        const { lead } = command.value as { lead: string };
        found.summary = { ...found.summary, status: 'dispatched', lead, dispatchNo: 1 };
      }
      const eventId = `test/${meta.appealId}/${service}.x/${asked.length}`;
      return {
        outcome: {
          $case: 'accepted',
          value: { eventId, version: asked.length, status: found?.summary?.status ?? '' },
        },
      };
    };
  const peers = {
    intake: { execute: execute('intake'), ...takingIn(stored, doorCalls, tables, failing) },
    triage: { execute: execute('triage'), rank: rankGrid },
    casework: {
      execute: execute('casework'),
      ...dataPeers(execute('casework'), questions, dataRequests),
      ...reading(cases, questions, failing),
    },
    ...LIBRARY,
    supervision: overseeing(execute('supervision'), questions, entries),
    analytics: counting(figures, questions, failing),
  };
  return {
    peers: peers as never,
    stored,
    asked,
    questions,
    cases,
    refusals,
    figures,
    fault,
    doorCalls,
    tables,
    dataRequests,
    entries,
  };
}
