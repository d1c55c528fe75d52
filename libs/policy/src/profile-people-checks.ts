// What must hold among the people of a profile: a post is held and deputised by people of its own unit, the
// deputy is another than the holder, and nobody holds two posts that check each other (HD-9: who drafts does
// not sign).
import type { Checked, FileProblem } from '#working-calendar/source-file';
import { each, twice, unknown } from './profile-checks';
import { type Rows, rowProblem } from './profile-files';
import type { Expert, Person, Post, Sponsor } from './profile-people';

type PostRow = Checked<Post>;
type People = ReadonlyMap<string, Person>;

/** Everything wrong among people, posts, experts, groups and sponsors. */
export function peopleProblems(rows: Rows): FileProblem[] {
  const people = new Map(rows.people.map(({ value }) => [value.id, value]));
  return [
    ...keys(rows),
    ...rows.people.flatMap((row) => seat(row, rows)),
    ...contacts(rows),
    ...rows.posts.flatMap((row, i) => [
      ...seat(row, rows),
      ...post(row, people),
      ...exclusive(row, rows.posts.slice(0, i)),
    ]),
    ...others(rows, people),
    ...unreminded(rows),
  ];
}

/** A person of another unit than the row's; a row of the government itself takes anybody. */
export function notOfUnit(
  row: Checked<{ readonly unit?: string | undefined }>,
  people: People,
  path: readonly PropertyKey[],
  id: string,
): FileProblem[] {
  const { unit } = row.value;
  const person = people.get(id);
  if (!person) return unknown(row, new Set(), 'people.yaml', [path, id]);
  if (unit === undefined || person.unit === unit) return [];
  return [rowProblem(row, 'person-of-another-unit', path, { person: id, unit, of: person.unit ?? '–' })];
}

/** A role that is to be reminded and no post has would be reached by nobody (HD-9). */
function unreminded({ head, posts }: Rows): FileProblem[] {
  const held = posts.map(({ value }) => value.role);
  return (head.value.contactsRemind ?? []).flatMap((role, i) =>
    held.includes(role) ? [] : [rowProblem(head, 'reminded-without-post', ['contactsRemind', i], { role })],
  );
}

function keys(rows: Rows): FileProblem[] {
  return [
    ...twice(rows.people, 'id', ({ id }) => id),
    ...twice(rows.people, 'phone', ({ phone }) => phone),
    ...twice(rows.posts, 'id', ({ id }) => id),
    ...twice(rows.experts, 'id', ({ id }) => id),
    ...twice(rows.experts, 'phone', ({ phone }) => phone),
    ...twice(rows.groups, 'id', ({ id }) => id),
    ...twice(rows.groups, 'kind', ({ kind }) => (kind === 'leading' ? kind : undefined)),
    ...twice(rows.projects, 'id', ({ id }) => id),
  ];
}

function seat(
  row: Checked<{ readonly unit?: string | undefined; readonly section?: string | undefined }>,
  { units }: Rows,
): FileProblem[] {
  const { unit, section } = row.value;
  const found = units.find(({ value }) => value.code === unit);
  if (unit !== undefined && !found) return unknown(row, new Set(), 'units.json', [['unit'], unit]);
  if (section === undefined || found?.value.sections?.some(({ code }) => code === section)) return [];
  return [rowProblem(row, 'unknown-section', ['section'], { section, unit: unit ?? '–' })];
}

/** The contact of a unit may be one of its people; the same number is then the same person. */
function contacts({ units, people }: Rows): FileProblem[] {
  return units.flatMap((row) => {
    const { name, phone } = row.value.contact;
    const person = people.find(({ value }) => value.phone === phone)?.value;
    if (!person || person.name === name) return [];
    return [rowProblem(row, 'contact-differs', ['contact', 'name'], { name, phone, person: person.name })];
  });
}

function post(row: PostRow, people: People): FileProblem[] {
  const { unit, kind, holder, deputies } = row.value;
  const own = deputies.indexOf(holder);
  return [
    ...notOfUnit(row, people, ['holder'], holder),
    ...each(['deputies'], deputies).flatMap(([path, id]) => notOfUnit(row, people, path, id)),
    ...(own < 0 ? [] : [rowProblem(row, 'deputy-is-holder', ['deputies', own], { person: holder })]),
    ...(kind !== undefined && unit === undefined
      ? [rowProblem(row, 'kind-without-unit', ['kind'], { kind })]
      : []),
  ];
}

function exclusive(row: PostRow, before: readonly PostRow[]): FileProblem[] {
  const { holder, kind } = row.value;
  if (kind === undefined) return [];
  const other = before.find(
    ({ value }) => value.holder === holder && value.kind !== undefined && value.kind !== kind,
  );
  const params = { person: holder, post: row.value.id, other: other?.value.id ?? '' };
  return other ? [rowProblem(row, 'posts-exclude', ['holder'], params)] : [];
}

function others(rows: Rows, people: People): FileProblem[] {
  const units = new Set(rows.units.map(({ value }) => value.code));
  const topics = new Set(rows.topics.map(({ value }) => value.code));
  const persons = new Set(people.keys());
  const register = new Set(rows.register.map(({ value }) => value.uscc));
  const projects = new Set(rows.projects.map(({ value }) => value.id));
  return [
    ...rows.experts.flatMap((row) => [
      ...unknown(row, topics, 'topics.json', ...each(['fields'], row.value.fields)),
      ...unknown(row, units, 'units.json', ...(row.value.unit ? [[['unit'], row.value.unit] as const] : [])),
      ...reversed(row),
      ...otherSeat(row, rows.people),
    ]),
    ...rows.groups.flatMap((row) => [
      ...unknown(row, persons, 'people.yaml', [['head'], row.value.head]),
      ...unknown(row, persons, 'people.yaml', ...each(['deputies'], row.value.deputies)),
      ...unknown(row, units, 'units.json', ...each(['units'], row.value.units)),
      ...(row.value.deputies.includes(row.value.head)
        ? [rowProblem(row, 'deputy-is-holder', ['deputies'], { person: row.value.head })]
        : []),
    ]),
    ...rows.projects.flatMap((row) => [
      ...unknown(row, register, 'register.jsonl', ...each(['enterprises'], row.value.enterprises)),
      ...reversed(row),
    ]),
    ...rows.sponsors.flatMap((row, i) => [
      ...sponsor(row, { persons, register, projects }),
      ...reversed(row),
      ...atOnce(row, rows.sponsors.slice(0, i)),
    ]),
  ];
}

function sponsor(
  row: Checked<Sponsor>,
  known: Readonly<Record<'persons' | 'register' | 'projects', ReadonlySet<string>>>,
): FileProblem[] {
  const { enterprise, project, leader } = row.value;
  return [
    ...unknown(row, known.persons, 'people.yaml', [['leader'], leader]),
    ...(enterprise === undefined
      ? []
      : unknown(row, known.register, 'register.jsonl', [['enterprise'], enterprise])),
    ...(project === undefined ? [] : unknown(row, known.projects, 'projects.yaml', [['project'], project])),
  ];
}

/** The same number is the same person: an expert who works in a unit is of that unit (KB-5). */
function otherSeat(row: Checked<Expert>, people: Rows['people']): FileProblem[] {
  const { phone, name, unit } = row.value;
  const person = people.find(({ value }) => value.phone === phone)?.value;
  if (!person || (person.name === name && person.unit === unit)) return [];
  const params = { name, phone, person: person.name, unit: person.unit ?? '–' };
  return [rowProblem(row, 'expert-differs', ['phone'], params)];
}

function reversed(
  row: Checked<{ readonly since?: string | undefined; readonly until?: string | undefined }>,
): FileProblem[] {
  const { since, until } = row.value;
  if (since === undefined || until === undefined || until >= since) return [];
  return [rowProblem(row, 'dates-reversed', ['until'], { field: 'until', value: until, from: since })];
}

/** One leader at a time looks after an enterprise or a project. */
function atOnce(row: Checked<Sponsor>, before: readonly Checked<Sponsor>[]): FileProblem[] {
  const { enterprise, project, since, until = '9999-12-31' } = row.value;
  const other = before.find(({ value }) => {
    if (value.enterprise !== enterprise || value.project !== project) return false;
    return value.since <= until && since <= (value.until ?? '9999-12-31');
  });
  if (!other) return [];
  const params = { of: enterprise ?? project ?? '', first: String(other.lineOf(['since'])) };
  return [rowProblem(row, 'sponsors-overlap', ['since'], params)];
}
