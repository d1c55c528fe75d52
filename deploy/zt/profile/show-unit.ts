/**
 * What the operator reads of a unit: who it is, who holds which post, who is on duty now, whose number is
 * old.
 */
import { confirmedForDays, isStale } from '#policy/contact-age';
import { reachedAt } from '#policy/duty';
import type { Profile } from '#policy/profile';
import { tierOf } from '#policy/profile-unit-checks';
import { ZtFailure, print, printJson } from '../speak';
import { unitAt } from './edits';

/** Prints one unit; `now` says who is reached at this hour. */
export function showUnit(profile: Profile, code: string, now: number): number {
  const unit = profile.units[unitAt(profile, code)];
  if (!unit) return 1;
  const named = (id: string) => {
    const person = profile.people.find((one) => one.id === id);
    return person ? `${person.name} ${person.phone} (${id})` : id;
  };
  const { contact } = unit;
  print(`${code}  ${unit.name}  ${tierOf(unit)}${unit.over ? ` ← ${unit.over}` : ''}`);
  print(`职责 duties  ${unit.duties.join('、')}`);
  if (unit.territory) print(`辖区 territory  ${unit.territory.join(' ')}`);
  print(`联络员 contact  ${contact.name} ${contact.phone} ${contact.post} · ${contact.confirmedOn}`);
  const reached = reachedAt(profile, code, now);
  if (reached) print(`此刻找 reached now  ${reached.name} ${reached.phone}`);
  for (const { code: section, name } of unit.sections ?? []) print(`科室 section  ${section} ${name}`);
  for (const { id, title, holder, deputies } of profile.posts.filter((post) => post.unit === code))
    print(
      `岗位 post  ${id} ${title}  A ${named(holder)}${deputies.map((one) => `  B ${named(one)}`).join('')}`,
    );
  for (const former of unit.formerly ?? [])
    print(`原 formerly  ${former.code} ${former.name} · ${former.until}`);
  return 0;
}

/** Prints the contacts confirmed too long ago, the oldest first; the exit code is 1 when there are any. */
export function staleContacts(
  profile: Profile,
  today: string,
  flags: { readonly days?: string; readonly json?: boolean },
): number {
  const days = flags.days === undefined ? confirmedForDays(profile) : Number(flags.days);
  if (days === undefined || !Number.isInteger(days) || days < 0) {
    const zh = '请用 --days 写天数，或在 profile.yaml 中写 contactsConfirmedWithin。';
    throw new ZtFailure(zh, 'Name --days, or set contactsConfirmedWithin in profile.yaml.', 2);
  }
  const stale = profile.units
    .filter((unit) => isStale(unit, days, today))
    .map(({ code, name: unit, contact }) => ({ code, unit, ...contact }))
    .sort((a, b) => (a.confirmedOn < b.confirmedOn ? -1 : 1));
  if (flags.json) printJson({ today, days, stale });
  else if (stale.length === 0)
    print(`联络员均在 ${days} 天内确认过 · every contact was confirmed within ${days} days`);
  else
    for (const { code, unit, phone, confirmedOn } of stale)
      print(`${confirmedOn}  ${code}  ${unit}  ${phone}`);
  return stale.length === 0 ? 0 : 1;
}
