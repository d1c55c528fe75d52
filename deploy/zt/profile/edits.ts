/**
 * What an office changes in its profile from day to day, each as a change of texts: contacts, deputies, duty,
 * and units that are renamed or merged. An edit says what it needs; whether the result fits together the
 * check of the profile says.
 */
import type { Profile } from '#policy/profile';
import { ZtFailure } from '../speak';
import type { ListName, Texts } from './profile-files';
import { type Row, withRow, withValue, withoutRow } from './row-text';

/** Everything an edit looks at: the profile as it stands, its texts, and the civil day of today. */
export interface Desk {
  readonly profile: Profile;
  readonly texts: Texts;
  readonly today: string;
}

/** The contact was asked and is still right. */
export function confirmContact(desk: Desk, unit: string): Texts {
  return contactOf(desk, unit, { confirmedOn: desk.today });
}

/** Another contact, confirmed today. */
export function setContact(desk: Desk, unit: string, name: string, phone: string, post?: string): Texts {
  return contactOf(desk, unit, { name, phone, ...(post && { post }), confirmedOn: desk.today });
}

/** The person stands in for the holder first; who did before stands in behind him. */
export function setDeputy({ profile, texts }: Desk, id: string, person: string): Texts {
  const index = indexOf(profile.posts, (post) => post.id === id, `岗位 ${id}`, `post ${id}`);
  const others = profile.posts[index]?.deputies.filter((one) => one !== person) ?? [];
  return edited(texts, 'posts.yaml', (list) => withValue(list, index, ['deputies'], [person, ...others]));
}

/** The person is on duty for his unit on that day; a row of the same unit, day and hour is replaced. */
export function setDuty(
  { profile, texts }: Desk,
  on: string,
  id: string,
  { from = '00:00', until = '24:00' }: { readonly from?: string; readonly until?: string },
): Texts {
  const person =
    profile.people[indexOf(profile.people, (one) => one.id === id, `人员 ${id}`, `person ${id}`)];
  const unit = person?.unit;
  if (unit === undefined) throw new ZtFailure(`${id} 不属于任何单位。`, `${id} belongs to no unit.`);
  const index = profile.roster.findIndex((row) => row.unit === unit && row.on === on && row.from === from);
  return edited(texts, 'roster.yaml', (list) =>
    index < 0
      ? withRow(list, { unit, person: id, on, from, until })
      : withValue(withValue(list, index, ['person'], id), index, ['until'], until),
  );
}

/** The unit keeps its code; its old name is kept with the day it ended. */
export function renameUnit({ profile, texts, today }: Desk, code: string, name: string): Texts {
  const index = unitAt(profile, code);
  const unit = profile.units[index];
  if (unit?.name === name) throw new ZtFailure(`${code} 已是此名称。`, `${code} has that name already.`);
  const formerly = [...(unit?.formerly ?? []), { code, name: unit?.name ?? '', until: today }];
  return edited(texts, 'units.json', (list) =>
    withValue(withValue(list, index, ['name'], name), index, ['formerly'], formerly),
  );
}

function contactOf({ profile, texts }: Desk, unit: string, change: Readonly<Record<string, string>>): Texts {
  const index = unitAt(profile, unit);
  return edited(texts, 'units.json', (list) =>
    Object.entries(change).reduce(
      (text, [field, value]) => withValue(text, index, ['contact', field], value),
      list,
    ),
  );
}

/** Where the unit stands in units.json. */
export function unitAt(profile: Profile, code: string): number {
  return indexOf(profile.units, (unit) => unit.code === code, `单位 ${code}`, `unit ${code}`);
}

/** The texts with one list changed. */
export function edited(
  texts: Texts,
  name: ListName,
  change: (list: Texts[ListName]) => Texts[ListName],
): Texts {
  return { ...texts, [name]: change(texts[name]) };
}

/** The texts with rows changed, or taken out where `change` answers null. */
export function eachRow<T>(
  texts: Texts,
  name: ListName,
  rows: readonly T[],
  change: (row: T) => Row | null,
): Texts {
  return edited(texts, name, (list) =>
    rows.reduceRight((text, row, index) => {
      const fields = change(row);
      if (fields === null) return withoutRow(text, index);
      return Object.entries(fields).reduce(
        (one, [field, value]) => withValue(one, index, [field], value),
        text,
      );
    }, list),
  );
}

function indexOf<T>(rows: readonly T[], is: (row: T) => boolean, zh: string, en: string): number {
  const index = rows.findIndex(is);
  if (index < 0) throw new ZtFailure(`没有${zh}。`, `There is no ${en}.`);
  return index;
}
