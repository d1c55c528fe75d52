// A contact nobody confirmed is reminded once a month, with the role the profile names; confirmed, no more.
import type { Profile } from '#policy/profile';
import { memoryTable } from '#testkit/memory-table';
import { USUAL_CIRCUIT } from '../domain/circuit';
import { PaperProvider } from '../../test/planted';
import { Carrier } from './carriers';
import { type Reminded, remindContacts } from './remind-contacts';

const unit = (code: string, confirmedOn: string) => {
  const contact = { name: '李某', phone: '19900009901', post: '科员', confirmedOn };
  return { code, name: `${code}局`, duties: ['办理'], contact };
};
const profileOf = (confirmedOn: string, more: Partial<Profile> = {}) =>
  ({
    title: { zh: '演示市', en: 'Demo' },
    contactsConfirmedWithin: 'naturalDays:90',
    contactsRemind: ['clerk'],
    units: [unit('tax', confirmedOn), unit('water', '2026-09-01')],
    posts: [{ id: 'desk', title: '平台', role: 'clerk', holder: 'wang', deputies: [] }],
    people: [{ id: 'wang', name: '王某', phone: '19900009912' }],
    ...more,
  }) as unknown as Profile;
const through = (provider: PaperProvider) => {
  const carriers = [new Carrier(provider, USUAL_CIRCUIT, () => 0)];
  return { carriers, reminded: memoryTable<Reminded>() };
};
const at = (day: string) => () => Date.parse(`${day}T09:00:00+08:00`);

test('once a month to the contact and to the role, again the next month', async () => {
  const provider = new PaperProvider();
  const ports = { profile: () => profileOf('2026-06-01'), ...through(provider) };
  expect(await remindContacts({ ...ports, now: at('2026-08-30') })).toBe(0);
  expect(await remindContacts({ ...ports, now: at('2026-08-31') })).toBe(2);
  expect(await remindContacts({ ...ports, now: at('2026-08-31') })).toBe(0);
  expect(await remindContacts({ ...ports, now: at('2026-09-01') })).toBe(2);
  expect(provider.got.map(({ unit, recipient, address }) => [unit, recipient, address])).toEqual([
    ['tax', 'unit', '19900009901'],
    ['tax', 'clerk', '19900009912'],
    ['tax', 'unit', '19900009901'],
    ['tax', 'clerk', '19900009912'],
  ]);
  expect(provider.got[0]?.text).toBe(
    '【演示市】tax局联络员李某（尾号9901）自2026-06-01起未再核实，请确认或更新。',
  );
});

test('what is refused goes out at the next look; without the setting nobody is reminded', async () => {
  const provider = new PaperProvider();
  provider.answer = () => ({ outcome: 'refused', fault: 'later', reason: 'busy' });
  const ports = { ...through(provider), now: at('2026-08-31') };
  expect(await remindContacts({ ...ports, profile: () => profileOf('2026-06-01') })).toBe(0);
  provider.answer = ({ messageId }) => ({ outcome: 'sent', providerId: messageId, delivered: true });
  expect(await remindContacts({ ...ports, profile: () => profileOf('2026-06-01') })).toBe(2);
  const without = profileOf('2026-06-01', { contactsConfirmedWithin: undefined } as never);
  expect(await remindContacts({ ...ports, profile: () => without })).toBe(0);
});
