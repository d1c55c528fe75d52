// Keeping a push whose codes mean nothing to its mapping (IN-1), and what a person says of it. What else is
// wrong with it is told at once, as with every push: only what a person can mend by a word waits for one.
import type { CodedField, Unmapped } from '../domain/appeal';
import type { ReleasePush } from '../domain/appeal-commands';
import type { FieldProblem } from '../domain/plain-text';
import { type RawSubmission, readSubmission, type Submission } from '../domain/submission';
import type { Held } from '../domain/released-push';
import type { AppealOrder, IntakePorts } from './ports';
import { answerOf, atTheDoor, earlier, storeUnderNumber, type SubmitAnswer } from './submit-appeal';

/** Most pushes of a door that wait; a platform that pushes more is told to push again later. */
export const HELD_MOST = 500;

/** Keeps a push; one that is here already is answered as before. */
export async function holdPush(
  raw: RawSubmission,
  unmapped: Unmapped,
  ports: IntakePorts,
): Promise<SubmitAnswer> {
  const before = await earlier(raw, ports);
  if (before) return before;
  const problems = await otherProblems(raw, unmapped, ports);
  if (!problems.ok) return { outcome: 'refused', problems: problems.error };
  const submission = problems.value;
  const { channel, sourceNumber } = submission;
  if ((await ports.appeals.heldAt(channel, HELD_MOST)).length >= HELD_MOST)
    return { outcome: 'refused', problems: [whole('HELD_FULL', { max: String(HELD_MOST) })] };
  const id = ports.codes.appealId(channel, sourceNumber);
  const queryCode = ports.codes.queryCode(id);
  const outcome = await storeUnderNumber(id, ports, (number) => ({
    id,
    command: { type: 'HoldPush', submission, unmapped, number, queryCode },
    commandId: `hold:${id}`,
    actor: { role: 'door', id: channel },
    opens: true,
  }));
  if (!outcome.ok) throw new Error(`A push of ${channel} was not held: ${outcome.rejection.code}`);
  return answerOf({ id, seq: 0, appeal: outcome.state }, false);
}

/** A person's word, held against what the door would say of the submission it makes. */
export async function withMeaning(
  { id, command }: Pick<AppealOrder<ReleasePush>, 'id' | 'command'>,
  ports: IntakePorts,
): Promise<ReleasePush> {
  const found = await ports.appeals.get(id);
  if (found?.appeal.status !== 'held') return command;
  const meant = { ...rawOf(found.appeal), ...meaningsIn(found.appeal, command) };
  const read = readSubmission(meant, ports.lists());
  const problem = read.ok ? await atTheDoor(read.value, ports) : read.error[0];
  return problem ? { ...command, problem } : command;
}

/** A missing region is no problem here: it is what the person is asked. */
async function otherProblems(
  raw: RawSubmission,
  unmapped: Unmapped,
  ports: IntakePorts,
): Promise<
  { readonly ok: true; readonly value: Submission } | { readonly ok: false; readonly error: FieldProblem[] }
> {
  const lists = ports.lists();
  const placeless = unmapped.region !== undefined;
  const enterprise = { ...(raw['enterprise'] as object), ...(placeless && { region: lists.regions[0] }) };
  const read = readSubmission({ ...raw, enterprise }, lists);
  if (!read.ok) return { ok: false, error: [...read.error] };
  // An absent code may be right for the topic that nobody knows yet.
  const refused = unmapped.topic === undefined ? await atTheDoor(read.value, ports) : undefined;
  if (refused) return { ok: false, error: [refused] };
  return { ok: true, value: { ...read.value, ...(placeless && { region: '' }) } };
}

function rawOf({ core }: Held): RawSubmission {
  const { channel, sourceNumber, given, words } = core;
  if (words === 'erased') return {};
  const { title, content, enterpriseName, contactName, contactPhone, attachments } = words;
  return {
    ...{ channel, sourceNumber, title, content, attachments },
    enterprise: { name: enterpriseName, uscc: given.uscc },
    contact: { name: contactName, phone: contactPhone },
  };
}

function meaningsIn({ core, unmapped }: Held, meanings: Readonly<Record<CodedField, string>>): RawSubmission {
  const meant = (field: CodedField, understood: string) =>
    unmapped[field] === undefined ? understood : meanings[field];
  const enterprise =
    core.words === 'erased' ? {} : { name: core.words.enterpriseName, uscc: core.given.uscc };
  return {
    ...{ kind: meant('kind', core.kind), topic: meant('topic', core.topic) },
    enterprise: { ...enterprise, region: meant('region', core.given.region) },
  };
}

function whole(code: string, params: Readonly<Record<string, string>>): FieldProblem {
  return { code, field: '', params };
}
