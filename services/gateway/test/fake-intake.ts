// Intake as the gateway's tests meet it: it remembers what came in, and is as strict as the real one where a
// test needs it to be.
import { IdentityReview, RegisterImportState } from '#contracts/gen/zhitong/intake/v1/register';
import {
  DoorState,
  type FieldProblem,
  type HandInTableRequest,
  HeldPush,
  type Receipt,
  type ReceiveRequest,
  type SubmitRequest,
  TableState,
} from '#contracts/gen/zhitong/intake/v1/service';
import { creditCodeProblem } from '#policy/credit-code';
import { AT, CASE_ID, NUMBER, QUERY_CODE } from './fake-case';

/** Appeals by door and source number. */
export type StoredAppeals = Map<string, { receipt: Receipt; request: SubmitRequest }>;

/** Doors that are not simply open. */
const DOOR_STATUS: Readonly<Record<string, number>> = { nowhere: 404, busy: 429 };

/** Submissions, pushes, and finding by number. */
export function takingIn(
  stored: StoredAppeals,
  doorCalls: ReceiveRequest[],
  tables: HandInTableRequest[],
  failing: () => void,
) {
  return {
    submit: async (request: SubmitRequest) => {
      failing();
      const key = `${request.channel}/${request.sourceNumber}`;
      const known = stored.get(key);
      if (known) return { outcome: { $case: 'repeated', value: known.receipt } };
      const problems = problemsOf(request);
      if (problems.length > 0) return { outcome: { $case: 'refused', value: { problems } } };
      const receipt = receiptOf(stored.size + 1);
      stored.set(key, { receipt, request });
      return { outcome: { $case: 'created', value: receipt } };
    },
    receive: receiving(doorCalls),
    listDoors: async () => ({ doors: [DoorState.fromPartial({ door: 'leader-board', open: true })] }),
    switchDoor: async () => ACCEPTED,
    listHeldPushes: async () => ({ pushes: [heldPush()] }),
    ...keepingFiles(),
    handInTable: async (request: HandInTableRequest) => {
      tables.push(request);
      if (request.file.length > 0) return { outcome: { $case: 'taken', value: tableOf('taking', 0) } };
      const problem = { row: 709, column: '企业联系电话', code: 'PHONE_WRONG', params: {} };
      const value = { code: 'TABLE_REFUSED', params: { rows: '1' }, rule: 'IN-9', problems: [problem] };
      return { outcome: { $case: 'refused', value } };
    },
    getTable: async ({ tableId }: { tableId: string }) =>
      tableId === 't-1' ? tableOf('done', 3) : TableState.fromPartial({}),
    ...importing(),
    findByNumber: async ({ number, queryCode }: { number: string; queryCode: string }) => {
      const right = number === NUMBER && queryCode === QUERY_CODE;
      return { appealId: right ? CASE_ID : '', status: right ? 'desk' : '', submittedAt: right ? AT : 0 };
    },
  };
}

const PDF = {
  fileId: 'f-1',
  name: '图纸.pdf',
  mediaType: 'application/pdf',
  size: 9,
  state: 'clean',
  receivedAt: AT,
};
const PHOTO = { ...PDF, fileId: 'f-2', name: 'a (1).png', mediaType: 'image/png' };

/** Two files with the case; a file without bytes is refused, and so is every link but two. */
function keepingFiles() {
  return {
    putFile: async ({ name, content }: { name: string; content: Uint8Array }) => {
      const value = { code: 'FILE_EMPTY', field: 'file', params: {} };
      if (content.length === 0) return { outcome: { $case: 'refused', value } };
      return {
        outcome: { $case: 'stored', value: { ...PDF, name, size: content.length, state: 'received' } },
      };
    },
    listFiles: async ({ appealId }: { appealId: string }) => {
      return { files: appealId === CASE_ID ? [PDF, PHOTO] : [], scannedHere: true };
    },
    linkFile: async ({ appealId, fileId }: { appealId: string; fileId: string }) => {
      const code = fileId === 'f-3' ? 'FILE_IN_QUARANTINE' : 'FILE_UNKNOWN';
      const right = appealId === CASE_ID && [PDF, PHOTO].some((one) => one.fileId === fileId);
      return right
        ? { link: `to-${fileId}`, untilAt: AT + 60_000, code: '' }
        : { link: '', untilAt: 0, code };
    },
    readFile: async ({ link }: { link: string }) => {
      const found = [PDF, PHOTO].find(({ fileId }) => link === `to-${fileId}`);
      if (!found) return { content: Buffer.alloc(0), name: '', mediaType: '', code: 'LINK_OVER' };
      const { name, mediaType } = found;
      return { content: Buffer.from('"as handed in"'), name, mediaType, code: '' };
    },
  };
}

function receiving(calls: ReceiveRequest[]) {
  return async (call: ReceiveRequest) => {
    calls.push(call);
    const status = DOOR_STATUS[call.door] ?? 200;
    const body = Buffer.from(JSON.stringify({ door: call.door }));
    const contentType = call.door === 'talking' ? 'text/plain; charset=utf-8' : '';
    return { status, body, contentType, retryAfterS: status === 429 ? 7 : 0 };
  };
}

const ACCEPTED = {
  outcome: { $case: 'accepted', value: { eventId: '', version: 0, status: 'shut' } },
};

function heldPush(): HeldPush {
  const said = { title: '厂区断电', content: '请协调。', enterpriseName: '太仓某某有限公司' };
  const of = { appealId: CASE_ID, number: NUMBER, door: 'leader-board', sourceNumber: 'LB-1', since: AT };
  return HeldPush.fromPartial({ ...of, ...said, unmapped: { kind: '77' }, contactPhone: '+8619900006305' });
}

function identityReview(): IdentityReview {
  const of = { appealId: CASE_ID, number: NUMBER, door: 'window', since: AT, reason: 'code-unknown' };
  const found = { uscc: '91320585XNMLW3NY0L', name: '太仓某某有限公司', region: 'taicang', status: 'active' };
  const candidates = [{ ...found, why: ['same-name'], likeness: 1 }];
  return IdentityReview.fromPartial({ ...of, name: '太仓某某有限公司', candidates });
}

/** One import that is wherever a request puts it. */
function importing() {
  const problem = { row: 3, field: '登记状态', code: 'STATUS_UNKNOWN', params: { value: '张三…(13)' } };
  const told = { importId: 'r-1', format: 'csv', mode: 'delta', bytes: 10, openedBy: 'o-1', openedAt: AT };
  const at = (state: string, over: object = {}) => ({
    outcome: {
      $case: 'state' as const,
      value: RegisterImportState.fromPartial({ ...told, state, ...over }),
    },
  });
  return {
    openRegisterImport: async () => at('receiving'),
    putRegisterPart: async ({ offset }: { offset: number }) =>
      offset === 0
        ? at('checking', { received: 10 })
        : {
            outcome: {
              $case: 'refused' as const,
              value: { code: 'PART_OUT_OF_PLACE', params: { received: '0' }, rule: 'IN-4' },
            },
          },
    listIdentityReviews: async () => ({ reviews: [identityReview()] }),
    getRegisterImport: async () =>
      at('done', { rows: 2, taken: 1, bad: 1, problems: [problem], endedAt: AT }),
  };
}

function tableOf(state: string, taken: number): TableState {
  const of = { tableId: 't-1', report: 'annex-3', period: '2026Q1', unit: 'grid', handedInBy: 'w-1' };
  const counts = { counted: taken > 0 ? 2 : 0, handedOn: taken > 0 ? 1 : 0 };
  return TableState.fromPartial({ ...of, state, rows: 3, taken, ...counts, handedInAt: AT });
}

function receiptOf(n: number): Receipt {
  const number = `ZT2026-${String(n).padStart(6, '0')}`;
  const id = `0b9b8f7e-3c1d-5e2a-9f00-${String(n).padStart(12, '0')}`;
  const known = { queryCode: QUERY_CODE, status: 'submitted', nextStep: 'verify-and-screen' };
  return { id, number, ...known, dueAt: AT + 900_000, submittedAt: AT };
}

/** As strict as the real intake where the table of bad input needs it to be. */
function problemsOf(request: SubmitRequest): FieldProblem[] {
  const found: FieldProblem[] = [];
  const add = (code: string, field: string, params: Record<string, string> = {}) =>
    found.push({ code, field, params });
  if (!['web', 'hotline'].includes(request.channel))
    add('CHANNEL_UNKNOWN', 'channel', { value: request.channel });
  if (/[\p{Cc}\p{Cf}]/u.test(request.title)) add('UNSEEN_CHARACTER', 'title', { character: 'U+200B' });
  const length = [...request.content].length;
  if (length === 0) add('FIELD_MISSING', 'content');
  else if (length > 5000) add('TEXT_TOO_LONG', 'content', { max: '5000', length: String(length) });
  const uscc = creditCodeProblem(request.enterprise?.uscc);
  if (uscc) add(uscc.code.replaceAll('-', '_').toUpperCase(), 'enterprise.uscc', uscc.params);
  if (!/^1\d{10}$/.test(request.contact?.phone ?? '')) add('PHONE_WRONG', 'contact.phone');
  if (request.topic === '19900009903') add('TOPIC_UNKNOWN', 'topic', { value: request.topic });
  return found;
}
