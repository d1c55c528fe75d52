// What the enterprise may do with its appeal (IN-7): submit it once, add material, urge, withdraw. Urging
// is counted on the open appeal and never makes a second one. Before admission intake itself lets an appeal
// go; afterwards it asks whoever owns the stage.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import { type Appeal, isOpen, type TakenAppeal } from './appeal';
import { reachOf } from '#policy/scopes';
import {
  type AppealPolicy,
  type AppealRefusal,
  deskDueAt,
  type EnterpriseCommand,
  packOf,
} from './appeal-commands';
import type { AppealEvent } from './appeal-events';
import { readText } from './plain-text';
import { released } from './released-push';

type Answer = Decided<AppealEvent, AppealRefusal>;

/** An appeal is one document of bounded size; who has more to say than this says it by telephone. */
const ADDITIONS_MOST = 200;

/** Decides a command of an enterprise or a door. */
export function decideEnterpriseStep(
  command: EnterpriseCommand,
  appeal: Appeal,
  policy: AppealPolicy,
  { at, actor }: Decision,
): Answer {
  if (command.type === 'SubmitAppeal') return submit(command, appeal, policy, at);
  if (appeal.status === 'none' || appeal.status === 'held' || appeal.status === 'rejected')
    return reject('NOT_SUBMITTED', 'IN-7');
  // The enterprise itself, or staff it has called and whom the pack lets.
  const called = reachOf(packOf(policy, appeal.core), actor.role, command.type) !== 'none';
  if (actor.role !== 'enterprise' && !called) return reject('ROLE_NOT_ALLOWED', 'TR-2', { role: actor.role });
  if (!isOpen(appeal)) return closed(appeal);
  if (appeal.core.additions >= ADDITIONS_MOST && !letsGo(command, appeal))
    return reject('ADDITIONS_ENOUGH', 'IN-7', { max: String(ADDITIONS_MOST) });
  switch (command.type) {
    case 'AddMaterial':
      return addMaterial(command);
    case 'UrgeAppeal':
      return withText(command.note, 0, (note) => ({
        type: 'AppealUrged',
        count: appeal.core.urges + 1,
        note,
      }));
    case 'WithdrawAppeal':
      if (appeal.status !== 'admitted') return decided<AppealEvent>({ type: 'AppealWithdrawn' });
      return withText(command.reason, 0, (reason) => ({ type: 'WithdrawalRequested', reason }));
  }
}

/** Before admission an appeal is let go at once, however much was added. */
function letsGo(command: EnterpriseCommand, appeal: Appeal): boolean {
  return command.type === 'WithdrawAppeal' && appeal.status !== 'admitted';
}

/**
 * A repeated push finds the appeal and changes nothing, whatever it says: source and number identify it
 * (IN-1). One that was held and comes again when its mapping knows its codes needs no person any more.
 */
function submit(
  { submission, number, queryCode }: Extract<EnterpriseCommand, { type: 'SubmitAppeal' }>,
  appeal: Appeal,
  policy: AppealPolicy,
  at: number,
): Answer {
  if (appeal.status === 'held') return decided<AppealEvent>(released(appeal, submission, ''));
  if (appeal.status !== 'none') return decided<AppealEvent>();
  const { channel, sourceNumber, kind, topic, template, uscc, region, tags, ...rest } = submission;
  const { title, content, enterpriseName, contactName, contactPhone, attachments, protect } = rest;
  return decided<AppealEvent>({
    type: 'AppealSubmitted',
    number,
    channel,
    sourceNumber,
    kind,
    topic,
    uscc,
    region,
    tags,
    template,
    deskDueAt: deskDueAt(packOf(policy, submission), policy.calendar, at),
    ...(protect && { protect }),
    words: { title, content, enterpriseName, contactName, contactPhone, queryCode, attachments },
  });
}

function addMaterial({ text, attachments }: Extract<EnterpriseCommand, { type: 'AddMaterial' }>): Answer {
  if (text.trim() === '' && attachments.length === 0) return reject('TEXT_MISSING', 'IN-7');
  return withText(text, 0, (clean) => ({ type: 'MaterialAdded', material: { text: clean, attachments } }));
}

function closed(appeal: TakenAppeal): Answer {
  if (appeal.status === 'joined') return reject('JOINED', 'IN-5', { number: appeal.joinedToNumber });
  return reject('CLOSED', 'IN-7', { status: appeal.status });
}

/** Makes an event of a sentence that can be read. */
export function withText(text: string, min: number, event: (text: string) => AppealEvent): Answer {
  const read = readText(text, 'text', { min, max: 5000 });
  if (read.ok) return decided(event(read.value));
  if (read.error.code === 'FIELD_MISSING') return reject('REASON_MISSING', 'IN-5');
  return reject('TEXT_REFUSED', 'IN-7', { reason: read.error.code });
}
