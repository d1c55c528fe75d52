// Taking a submission in: read, held against the door's rule on codes, stored, answered. 201 rests on the
// one write; what the register and screening say is worked out afterwards. A repeated push gets its first
// receipt, even if it would be refused today or says something else.
import type { Pack } from '#policy/pack';
import type { AppealWords } from '../domain/appeal';
import type { FieldProblem } from '../domain/plain-text';
import { byTemplate } from '../domain/problem-template';
import {
  codeClaim,
  doorProblem,
  type RawSubmission,
  readSource,
  readSubmission,
  type Submission,
} from '../domain/submission';
import { attachFiles } from './attach-files';
import type { AppealOrder, AppealOutcome, FoundAppeal, IntakePorts } from './ports';

/** 受理回执: what the enterprise holds in its hands (IN-7). */
interface AppealReceipt {
  readonly id: string;
  readonly number: string;
  readonly queryCode: string;
  readonly status: 'submitted';
  /** Code of a sentence in libs/contracts/src/sentences/intake.ts. */
  readonly nextStep: 'verify-and-screen';
  readonly dueAt: number;
  readonly submittedAt: number;
}

/** Answer to a submission. */
export type SubmitAnswer =
  | { readonly outcome: 'created' | 'repeated' | 'held'; readonly receipt: AppealReceipt }
  | { readonly outcome: 'refused'; readonly problems: readonly FieldProblem[] };

const NUMBER_ATTEMPTS = 20;

/** Takes a submission in. */
export async function submitAppeal(raw: RawSubmission, ports: IntakePorts): Promise<SubmitAnswer> {
  const read = readSubmission(raw, ports.lists());
  if (!read.ok) return (await earlier(raw, ports)) ?? { outcome: 'refused', problems: read.error };
  const guided = byTemplate(read.value, templatesFor(read.value, ports));
  if (!guided.ok) return (await earlier(raw, ports)) ?? { outcome: 'refused', problems: guided.error };
  const shut = ports.isShut(guided.value.channel);
  const refused = shut ? DOOR_SHUT : await atTheDoor(guided.value, ports);
  if (refused) return (await earlier(raw, ports)) ?? { outcome: 'refused', problems: [refused] };
  return store(guided.value, ports);
}

const DOOR_SHUT: FieldProblem = { code: 'DOOR_CLOSED', field: 'channel', params: {} };

/** What is offered at the door: with no kind chosen, of every pack that governs the kind of its template. */
function templatesFor({ channel, kind }: Submission, ports: IntakePorts): Pack['templates'] {
  const kinds = kind === '' ? ports.lists().kinds : [kind];
  return kinds.flatMap((one) => {
    const { templates } = ports.packFor(channel, one);
    return kind === '' ? templates.filter((template) => template.kind === one) : templates;
  });
}

async function store(submission: Submission, ports: IntakePorts): Promise<SubmitAnswer> {
  const { channel, sourceNumber } = submission;
  const id = ports.codes.appealId(channel, sourceNumber);
  const queryCode = ports.codes.queryCode(id);
  const claimed = await attachFiles(submission.attachments, id, ports.files);
  if (!claimed.ok)
    return (
      (await earlier({ channel, sourceNumber }, ports)) ?? { outcome: 'refused', problems: [claimed.error] }
    );
  const { attachments, letGo } = claimed.value;
  const outcome = await storeUnderNumber(id, ports, (number) => ({
    id,
    command: { type: 'SubmitAppeal', submission: { ...submission, attachments }, number, queryCode },
    commandId: `submit:${id}`,
    actor: { role: 'door', id: channel },
    opens: true,
  }));
  if (!outcome.ok || outcome.repeated) await letGo();
  if (!outcome.ok) {
    const { code, params } = outcome.rejection;
    return { outcome: 'refused', problems: [{ code, field: '', params }] };
  }
  return answerOf({ id, seq: 0, appeal: outcome.state }, !outcome.repeated && outcome.eventId !== '');
}

/** What a door is answered about an appeal that is stored. */
export function answerOf(found: FoundAppeal, isNew: boolean): SubmitAnswer {
  const { appeal, id } = found;
  if (appeal.status === 'rejected')
    return {
      outcome: 'refused',
      problems: [{ code: 'PUSH_REJECTED', field: '', params: { reason: appeal.reason } }],
    };
  const receipt = receiptOf(found);
  if (!receipt) throw new Error(`${id} was stored without its state`);
  if (appeal.status === 'held') return { outcome: 'held', receipt };
  return { outcome: isNew ? 'created' : 'repeated', receipt };
}

/** Stores a new appeal under a number nobody else has. */
export async function storeUnderNumber(
  id: string,
  ports: IntakePorts,
  order: (number: string) => AppealOrder,
): Promise<AppealOutcome> {
  await ports.appeals.admitKey(id);
  for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt += 1) {
    const outcome = await ports.appeals.execute(order(ports.codes.number(id, ports.now(), attempt)));
    if (outcome !== 'number-taken') return outcome;
  }
  throw new Error(`No free number for ${id} in ${NUMBER_ATTEMPTS} attempts`);
}

/**
 * The pack in force for door and kind must know both. The register is asked only where its answer decides:
 * at a door that refuses, for a code it could know.
 */
export async function atTheDoor(
  submission: Submission,
  ports: IntakePorts,
): Promise<FieldProblem | undefined> {
  const { channel, kind } = submission;
  const pack = ports.packFor(channel, kind);
  const door = pack.doors.find(({ id }) => id === channel);
  if (!door) return { code: 'CHANNEL_UNKNOWN', field: 'channel', params: { value: channel } };
  if (kind !== '' && !pack.kinds.some(({ id }) => id === kind))
    return { code: 'KIND_UNKNOWN', field: 'kind', params: { value: kind } };
  if (door.wrongCode !== 'refuse') return undefined;
  const asked = codeClaim(submission.uscc) === 'well-formed';
  const registered = asked && (await ports.register.byCode(submission.uscc)) !== undefined;
  const { regionPrefixes } = ports.identity(channel, kind);
  return doorProblem(submission, { registered, regionPrefixes });
}

/** The answer to what came before under the same door and number, if anything did. */
export async function earlier(raw: RawSubmission, ports: IntakePorts): Promise<SubmitAnswer | undefined> {
  const source = readSource(raw);
  if (!source) return undefined;
  const found = await ports.appeals.get(ports.codes.appealId(source.channel, source.sourceNumber));
  return found && found.appeal.status !== 'none' ? answerOf(found, false) : undefined;
}

function receiptOf({ id, appeal }: FoundAppeal): AppealReceipt | undefined {
  if (appeal.status === 'none') return undefined;
  const { number, words, deskDueAt: dueAt, submittedAt } = appeal.core;
  const queryCode = queryCodeOf(words);
  return { id, number, queryCode, status: 'submitted', nextStep: 'verify-and-screen', dueAt, submittedAt };
}

/** The code of a person's words; empty when they were erased, and then nothing is found by it. */
export function queryCodeOf(words: AppealWords): string {
  return words === 'erased' ? '' : words.queryCode;
}
