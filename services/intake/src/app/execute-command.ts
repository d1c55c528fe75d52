// A person's command to an appeal. A ruling that names an enterprise is completed from the register first,
// so that what was matched stands in the event; what a code is said to mean is held against the door's lists.
import { withMeaning } from './hold-push';
import { NO_APPEAL } from '../domain/appeal';
import { attachFiles } from './attach-files';
import type { PersonsCommand, AppealOrder, AppealOutcome, IntakePorts } from './ports';

/** Carries a command out. */
export async function executeCommand(
  order: AppealOrder<PersonsCommand>,
  ports: IntakePorts,
): Promise<AppealOutcome> {
  if (order.command.type === 'AddMaterial') return addWithFiles(order, order.command, ports);
  return executed({ ...order, command: await completed(order, ports) }, ports);
}

async function executed(
  order: AppealOrder<PersonsCommand>,
  { appeals }: IntakePorts,
): Promise<AppealOutcome> {
  const outcome = await appeals.execute(order);
  if (outcome === 'number-taken') throw new Error('Only a submission carries a number');
  return outcome;
}

/** Files are claimed before they are named; where the appeal takes nothing more they are let go again. */
async function addWithFiles(
  order: AppealOrder<PersonsCommand>,
  command: Extract<PersonsCommand, { type: 'AddMaterial' }>,
  ports: IntakePorts,
): Promise<AppealOutcome> {
  const claimed = await attachFiles(command.attachments, order.id, ports.files);
  if (!claimed.ok) {
    const found = await ports.appeals.get(order.id);
    const { code, params } = claimed.error;
    const rejection = { code, rule: 'IN-7', params };
    return { ok: false, rejection, asOf: '', state: found?.appeal ?? NO_APPEAL };
  }
  const { attachments, letGo } = claimed.value;
  const outcome = await executed({ ...order, command: { ...command, attachments } }, ports);
  if (!outcome.ok) await letGo();
  return outcome;
}

async function completed(
  { id, command }: AppealOrder<PersonsCommand>,
  ports: IntakePorts,
): Promise<PersonsCommand> {
  if (command.type === 'ReleasePush') return withMeaning({ id, command }, ports);
  if (command.type !== 'RuleIdentity' || command.ruling.ruling !== 'matched') return command;
  const { ruling, uscc } = command.ruling;
  const enterprise = await ports.register.byCode(uscc);
  return { type: 'RuleIdentity', ruling: { ruling, uscc, ...(enterprise && { enterprise }) } };
}
