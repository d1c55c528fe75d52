// 权限: what a pack lets a role do, and on whose cases (TR-2). The deciders of the services ask here; nobody
// else knows a role by name.
import type { Pack } from './pack';
import type { PackCommand } from './pack-words';

/** On whose cases a role may do something; `none` when it may not. */
export type Reach = 'all' | 'before-work' | 'own-unit' | 'none';

const WIDEST_FIRST: readonly Reach[] = ['all', 'before-work', 'own-unit'];

/** The widest reach a pack gives a role for a command. */
export function reachOf({ scopes }: Pick<Pack, 'scopes'>, role: string, command: PackCommand): Reach {
  const given = scopes.filter((scope) => scope.role === role && scope.may.includes(command));
  return WIDEST_FIRST.find((reach) => given.some(({ on }) => on === reach)) ?? 'none';
}
