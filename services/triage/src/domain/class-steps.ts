// 诉求分类: an appeal is classed when it is sorted – as the template it was written with pre-selects, else by the
// topic the classifier found – and anew by a person whom the pack lets, as long as it has not ended (IN-3, CR
// 二-1).
import { classPathFor, pathOfClass } from '#policy/classes';
import type { Pack } from '#policy/pack';
import { type Decision, decided, reject } from '#kernel/decider';
import { type Answer, notAllowed } from './clerk-steps';
import type { AppealFile, Routing } from './routing';
import type { ClerkCommand, RoutingPolicy } from './routing-commands';
import { BY_RULE, type RoutingEvent } from './routing-events';

/** How the pack classes the appeal by itself; nothing where that is how it is classed already. */
export function classedByRule(file: AppealFile, topic: string, pack: Pack): readonly RoutingEvent[] {
  const path = classPathFor(pack, { template: file.template ?? '', topic: topic || file.topic });
  return isSame(path, file.classes) ? [] : [{ type: 'ClassSet', path, by: BY_RULE }];
}

/** A person sets the class, of any layer. */
export function setClass(
  command: Extract<ClerkCommand, { type: 'SetClass' }>,
  state: Routing,
  policy: RoutingPolicy,
  { actor }: Decision,
): Answer {
  const { packHash, classes } = state.file;
  if (packHash === '') return reject('NOT_ADMITTED', 'IN-5');
  const refused = notAllowed(command, state, policy, actor);
  if (refused) return refused;
  if (state.status === 'closed') return reject('CLOSED', 'HD-1', { why: state.why });
  const path = pathOfClass(policy.pack(packHash), command.classId);
  if (path === undefined) return reject('CLASS_UNKNOWN', 'IN-3', { class: command.classId.slice(0, 40) });
  if (isSame(path, classes)) return reject('SAME_CLASS', 'IN-3', { class: command.classId });
  return decided({ type: 'ClassSet', path, by: actor.id });
}

function isSame(path: readonly string[], classes: readonly string[] = []): boolean {
  return path.join('/') === classes.join('/');
}
