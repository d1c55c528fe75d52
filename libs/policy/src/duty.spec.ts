// The order of 22:00 reaches whoever is on duty (HD-9), a day's row goes before the week's, and hours nobody
// holds are found where a pack counts in hours.
import { onDutyAt, reachedAt, rosterGaps, weekGaps, weekHour } from './duty';
import type { Profile } from './profile';
import type { Duty } from './profile-people';

const person = (id: string) => ({ id, name: id, unit: 'tax', phone: `1990000000${id.length}` });
const week: Duty[] = [
  duty('day', ['mon', 'tue', 'wed', 'thu', 'fri'], '08:30', '17:30'),
  duty('night', ['mon', 'tue', 'wed', 'thu', 'fri'], '17:30', '08:30'),
  duty('weekend', ['sat', 'sun'], '08:30', '08:30'),
];
const contact = { name: 'contact', phone: '19900000009', post: '联络员', confirmedOn: '2026-01-01' };

function duty(who: string, weekdays: Duty['weekdays'], from: string, until: string): Duty {
  return { unit: 'tax', person: who, weekdays, from, until };
}

function profileWith(roster: readonly Duty[]): Profile {
  return {
    roster,
    people: ['day', 'night', 'weekend', 'special'].map(person),
    units: [{ code: 'tax', name: '税务局', duties: ['税'], contact }],
  } as unknown as Profile;
}

const at = (text: string) => Date.parse(`${text}+08:00`);

test.each([
  ['2026-06-30T22:00', 'night'],
  ['2026-07-01T08:29', 'night'],
  ['2026-07-01T08:30', 'day'],
  ['2026-07-04T08:00', 'night'],
  ['2026-07-04T12:00', 'weekend'],
  ['2026-07-06T08:00', 'weekend'],
])('%s reaches %s', (when, who) => {
  expect(onDutyAt(profileWith(week), 'tax', at(when))?.id).toBe(who);
});

test('a row of one day goes before the week, also after midnight', () => {
  const special: Duty = { unit: 'tax', person: 'special', on: '2026-06-30', from: '20:00', until: '06:00' };
  const profile = profileWith([...week, special]);
  expect(onDutyAt(profile, 'tax', at('2026-06-30T19:59'))?.id).toBe('night');
  expect(onDutyAt(profile, 'tax', at('2026-06-30T22:00'))?.id).toBe('special');
  expect(onDutyAt(profile, 'tax', at('2026-07-01T05:59'))?.id).toBe('special');
  expect(onDutyAt(profile, 'tax', at('2026-07-01T06:00'))?.id).toBe('night');
});

test('without a roster the contact is reached, in an unknown unit nobody', () => {
  expect(reachedAt(profileWith([]), 'tax', at('2026-06-30T22:00'))?.name).toBe('contact');
  expect(reachedAt(profileWith(week), 'tax', at('2026-06-30T22:00'))?.name).toBe('night');
  expect(reachedAt(profileWith(week), 'moon', at('2026-06-30T22:00'))).toBeUndefined();
});

test('a week without gaps has none; an hour taken out is named', () => {
  expect(weekGaps(week)).toEqual([]);
  const [gap] = weekGaps([
    duty('day', ['mon', 'tue', 'wed', 'thu', 'fri'], '08:30', '16:30'),
    ...week.slice(1),
  ]);
  expect(gap && [weekHour(gap.from), weekHour(gap.until)]).toEqual(['mon 16:30', 'mon 17:30']);
});

test('a gap matters where a pack counts elapsed hours against units and a roster is kept', () => {
  const clock = (rule: string, appliesTo = 'unit') => [
    { id: 'p', clocks: [{ id: 'visit', rule, appliesTo }] },
  ];
  const packs = (rule: string, appliesTo?: string) =>
    clock(rule, appliesTo) as unknown as Parameters<typeof rosterGaps>[1];
  const holed = profileWith(week.slice(0, 2));
  const gap = { unit: 'tax', from: 'sat 08:30', until: 'mon 08:30', pack: 'p', clock: 'visit' };
  expect(rosterGaps(holed, packs('hours:2'))).toEqual([gap]);
  expect(rosterGaps(holed, packs('workingDays:2'))).toEqual([]);
  expect(rosterGaps(holed, packs('hours:2', 'desk'))).toEqual([]);
  expect(rosterGaps(profileWith(week), packs('hours:2'))).toEqual([]);
  expect(rosterGaps(profileWith([]), packs('hours:2'))).toEqual([]);
});
