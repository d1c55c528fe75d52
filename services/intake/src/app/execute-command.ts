// A person's command to an appeal. A ruling that names an enterprise is completed from the register first,
// so that what was matched stands in the event; what a code is said to mean is held against the door's lists.
import { withMeaning } from './hold-push';
import type { PersonsCommand, AppealOrder, AppealOutcome, IntakePorts } from './ports';

/** Carries a command out. */
export async function executeCommand(
  order: AppealOrder<PersonsCommand>,
  ports: IntakePorts,
): Promise<AppealOutcome> {
  const outcome = await ports.appeals.execute({ ...order, command: await completed(order, ports) });
  if (outcome === 'number-taken') throw new Error('Only a submission carries a number');
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
