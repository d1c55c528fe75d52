/**
 * What an instance is started with: packs, profile and calendars. They are read before anything is started,
 * so that a wrong file is told within a second and with its remedy, not after broker and store are up.
 */
import { misfitProblems } from '#policy/fit';
import { governanceOf } from '#policy/governance';
import type { Pack } from '#policy/pack';
import { loadPacks, packFolders, packHash } from '#policy/pack-loader';
import type { Profile } from '#policy/profile';
import { loadProfile } from '#policy/profile-loader';
import { policyProblemText, policySentence } from '#policy/sentences';
import { calendarProblemText, loadCalendars } from '#working-calendar/calendar-loader';
import type { ProblemSentence } from '#working-calendar/source-text';
import { badConfiguration, LaunchFailure } from './launch-failure';

/** Where the content lies. */
export interface ContentDirs {
  readonly packDir: string;
  readonly profileDir: string;
  readonly calendarDir: string;
}

/** Packs and profile, checked. */
export interface Content {
  readonly packs: readonly Pack[];
  readonly profile: Profile;
}

/** Reads everything and checks that it fits together; throws the sentences of all that is wrong. */
export function contentOf({ packDir, profileDir, calendarDir }: ContentDirs): Content {
  const packs = loadPacks(packDir);
  const profile = loadProfile(profileDir);
  const calendars = loadCalendars(calendarDir);
  const wrong = [
    ...(packs.ok ? [] : packs.error.map(policyProblemText)),
    ...(profile.ok ? [] : profile.error.map(policyProblemText)),
    ...(calendars.ok ? [] : calendars.error.map(calendarProblemText)),
  ];
  if (!packs.ok || !profile.ok || !calendars.ok) throw refusal(wrong);
  const deployed = packs.value.map((pack) => ({ pack, hash: packHash(pack) }));
  const governance = governanceOf(profile.value.packs, deployed);
  if (!governance.ok) throw refusal(governance.error.map(({ code, params }) => policySentence(code, params)));
  const folders = packFolders(packDir);
  const unfit = packs.value.flatMap((pack, i) => misfitProblems(profile.value, pack, folders[i] ?? packDir));
  if (unfit.length > 0) throw refusal(unfit.map(policyProblemText));
  return { packs: packs.value, profile: profile.value };
}

function refusal(sentences: readonly ProblemSentence[]): LaunchFailure {
  const lines = sentences.map(({ zh, en }) => `  ${zh}\n  ${en}`).join('\n');
  return new LaunchFailure(
    '政策包、辖区档案或日历有误，未启动任何程序：',
    `Packs, profile or calendars are wrong; nothing was started:\n${lines}`,
    badConfiguration,
  );
}
