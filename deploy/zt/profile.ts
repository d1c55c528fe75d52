/**
 * `zt profile …`: checks a jurisdiction profile as an instance would, shows a unit, and edits the files in
 * place. An edit that the check would refuse is not written; what was changed is printed, before and after.
 */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { isCivilDay } from '#working-calendar/civil-day';
import { diskFiles, type FileReader } from '#working-calendar/disk-files';
import type { FileProblem } from '#working-calendar/source-file';
import { rosterGaps } from '#policy/duty';
import { misfitProblems } from '#policy/fit';
import { loadPack, packFolders } from '#policy/pack-loader';
import type { Profile } from '#policy/profile';
import { loadProfile, profileHash } from '#policy/profile-loader';
import { policySentence } from '#policy/sentences';
import { defaults } from '../launch/service-environment';
import { ZtFailure, clockTime, print, printJson } from './speak';
import { problemForMachines, problemLine } from './problems';
import { type Desk, confirmContact, renameUnit, setContact, setDeputy, setDuty } from './profile/edits';
import { mergeUnits } from './profile/merge-units';
import { type Texts, changed, overlay, readTexts, writeTexts } from './profile/profile-files';
import { showUnit, staleContacts } from './profile/show-unit';

/** Flags of the commands. */
export interface ProfileFlags {
  /** Directory of the profile; the demonstration's when absent. */
  readonly profile?: string;
  /**
   * Directory of the packs whose clocks the roster must serve and, where the profile names them, whose texts
   * its posts; the project's when absent.
   */
  readonly packs?: string;
  readonly on?: string;
  readonly from?: string;
  readonly until?: string;
  readonly post?: string;
  readonly days?: string;
  readonly json?: boolean;
}

type Edit = (desk: Desk, args: readonly string[], flags: ProfileFlags) => Texts;

/** The edits by name, with the arguments each needs. */
const EDITS: Readonly<Record<string, { readonly needs: readonly string[]; readonly edit: Edit }>> = {
  'confirm-contact': { needs: ['UNIT'], edit: (desk, [unit = '']) => confirmContact(desk, unit) },
  'set-contact': {
    needs: ['UNIT', 'NAME', 'PHONE'],
    edit: (desk, [unit = '', name = '', phone = ''], { post }) => setContact(desk, unit, name, phone, post),
  },
  'set-deputy': {
    needs: ['POST', 'PERSON'],
    edit: (desk, [post = '', person = '']) => setDeputy(desk, post, person),
  },
  duty: {
    needs: ['DATE', 'PERSON'],
    edit: (desk, [on = '', person = ''], { from, until }) =>
      setDuty(desk, on, person, { ...(from && { from }), ...(until && { until }) }),
  },
  'rename-unit': {
    needs: ['CODE', 'NAME'],
    edit: (desk, [code = '', name = '']) => renameUnit(desk, code, name),
  },
  'merge-units': {
    needs: ['A,B', 'INTO'],
    edit: (desk, [codes = '', into = '']) => mergeUnits(desk, codes.split(','), into),
  },
};

/** Every act with its arguments, a line each. */
export const PROFILE_ACTS: readonly string[] = [
  ...['check DIR', 'show UNIT', 'stale'],
  ...Object.entries(EDITS).map(([act, { needs }]) => [act, ...needs].join(' ')),
];

/** Runs one of the commands; the exit code is 1 when something is wrong with the profile or the edit. */
export function profile(act: string, args: readonly string[], flags: ProfileFlags, now: number): number {
  const edit = Object.hasOwn(EDITS, act) ? EDITS[act] : undefined;
  const needs = edit?.needs ?? (act === 'check' ? ['DIR'] : act === 'show' ? ['UNIT'] : []);
  if (args.length !== needs.length || (!edit && !['check', 'show', 'stale'].includes(act))) {
    const usage =
      Object.hasOwn(EDITS, act) || needs.length > 0 ? [act, ...needs].join(' ') : PROFILE_ACTS.join(' | ');
    throw new ZtFailure(`用法:zt profile ${usage}`, `Usage: zt profile ${usage}`, 2);
  }
  if (act === 'check') return check(args[0] ?? '', flags);
  const today = flags.on ?? clockTime(now).slice(0, 10);
  if (!isCivilDay(today))
    throw new ZtFailure(`日期 ${today} 不存在。`, `The date ${today} does not exist.`, 2);
  if (edit) return change(edit.edit, args, flags, today);
  const loaded = soundOrTold(directoryOf(flags), flags);
  if (!loaded) return 1;
  if (act === 'show') return showUnit(loaded, args[0] ?? '', now);
  return staleContacts(loaded, today, flags);
}

function directoryOf({ profile: named = defaults.profileDir }: ProfileFlags): string {
  return named;
}

function check(directory: string, flags: ProfileFlags): number {
  const loaded = soundOrTold(directory, flags);
  if (!loaded) return 1;
  if (flags.json) printJson({ directory, ok: true, problems: [] });
  else print(`${directory} 可用 · in order  ${profileHash(loaded)}`);
  return 0;
}

function change(edit: Edit, args: readonly string[], flags: ProfileFlags, today: string): number {
  const directory = directoryOf(flags);
  const texts = readTexts(directory);
  const loaded = soundOrTold(directory, flags);
  if (!loaded) return 1;
  const after = edit({ profile: loaded, texts, today }, args, flags);
  if (!soundOrTold(directory, flags, overlay(directory, texts, after))) return 1;
  writeTexts(directory, texts, after);
  for (const file of changed(texts, after)) {
    print(file);
    const [before, now] = [texts[file].text.split('\n'), after[file].text.split('\n')];
    for (const line of before) if (!now.includes(line)) print(`- ${line.trim()}`);
    for (const line of now) if (!before.includes(line)) print(`+ ${line.trim()}`);
  }
  return 0;
}

/** The profile if it is in order; otherwise its problems are told and nothing is answered. */
function soundOrTold(
  directory: string,
  flags: ProfileFlags,
  files: FileReader = diskFiles,
): Profile | undefined {
  if (!existsSync(directory))
    throw new ZtFailure(`目录 ${directory} 不存在。`, `The directory ${directory} does not exist.`, 2);
  const loaded = loadProfile(directory, files);
  if (!loaded.ok) return toldProblems(directory, loaded.error, flags);
  const packs = packsIn(flags.packs ?? dirname(defaults.packDir));
  const unfit = packs
    .filter(({ pack }) => loaded.value.packs.some(({ id }) => id === pack.id))
    .flatMap(({ pack, folder }) => misfitProblems(loaded.value, pack, folder));
  if (unfit.length > 0) return toldProblems(directory, unfit, flags);
  const gaps = rosterGaps(
    loaded.value,
    packs.map(({ pack }) => pack),
  );
  if (gaps.length === 0) return loaded.value;
  const sentences = gaps.map((gap) => policySentence('roster-gap', { ...gap }));
  if (flags.json) printJson({ directory, ok: false, problems: sentences });
  else for (const { zh, en } of sentences) print(`${zh}\n  ${en}`);
  return undefined;
}

function toldProblems(
  directory: string,
  problems: readonly FileProblem[],
  { json }: ProfileFlags,
): undefined {
  if (json) printJson({ directory, ok: false, problems: problems.map(problemForMachines) });
  else for (const problem of problems) print(problemLine(problem));
}

function packsIn(directory: string) {
  return packFolders(directory).flatMap((folder) => {
    const loaded = loadPack(folder);
    return loaded.ok ? [{ folder, pack: loaded.value }] : [];
  });
}
