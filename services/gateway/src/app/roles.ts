// Who may knock. Until people sign in with accounts of their own a token stands for a role (TR-2). Which
// roles there are and what each may do is laid down by the packs in force: an address says which command or
// which reading it is, and whoever some pack gives that may come in. Whether it is granted for one case is
// for the owner of the stage, by the pack that governs the case.
import type { Pack } from '#policy/pack';
import { type AskedCommand, mayExcept, reachOf, sightsOf } from '#policy/scopes';

/**
 * How much of cases an address shows: `states` – where they stand, without words of people; `words` – what
 * was written, of the cases one sees; `everything` – what only those may see who read all cases of all packs.
 */
export type Reading = 'states' | 'words' | 'everything';

/** Who may enter an address. */
export type Entry =
  | { readonly to: 'anyone' }
  | { readonly to: 'command'; readonly commands: readonly AskedCommand[] }
  | { readonly to: 'reading'; readonly reading: Reading };

/** Everybody, with or without a token. */
export const ANYONE: Entry = { to: 'anyone' };

/** Whoever some pack gives one of these commands. */
export function giving(...commands: readonly AskedCommand[]): Entry {
  return { to: 'command', commands };
}

/** Whoever may read as much. */
export function reading(much: Reading): Entry {
  return { to: 'reading', reading: much };
}

/** Name of whoever comes without a token. */
export const NOBODY = 'anyone';

/** Who acts, as commands carry it. */
export interface Actor {
  readonly role: string;
  readonly id: string;
  readonly unit: string;
}

/** Whether an address lets a role in. */
export function mayEnter(entry: Entry, role: string, packs: readonly Pack[]): boolean {
  switch (entry.to) {
    case 'anyone':
      return true;
    case 'command':
      return packs.some((pack) => entry.commands.some((command) => mayKnock(pack, role, command)));
    case 'reading': {
      const sights = packs.map((pack) => sightsOf(pack, role));
      if (entry.reading === 'everything') return sights.every((given) => given.has('all'));
      const given = sights.flatMap((one) => [...one]);
      return given.some((sight) => entry.reading === 'states' || sight !== 'states-only');
    }
  }
}

function mayKnock(pack: Pack, role: string, command: AskedCommand): boolean {
  const otherwise = command === 'RecordContact' && reachOf(pack, role, 'ContactProtected') !== 'none';
  const excepts = command === 'AdmitAppeal' && mayExcept(pack, role);
  return otherwise || excepts || reachOf(pack, role, command) !== 'none';
}
