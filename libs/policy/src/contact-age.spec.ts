import { confirmedForDays, isStale } from './contact-age';

const confirmedOn = (day: string) => ({
  contact: { name: '李某', phone: '19900000001', post: '联络员', confirmedOn: day },
});

test.each([
  ['2026-06-30', false],
  ['2026-09-28', false],
  ['2026-09-29', true],
])('confirmed on 2026-06-30 for 90 days, on %s stale: %s', (today, stale) => {
  expect(isStale(confirmedOn('2026-06-30'), 90, today)).toBe(stale);
});

test('without a setting nothing grows stale', () => {
  expect(isStale(confirmedOn('2001-01-01'), confirmedForDays({}), '2026-01-01')).toBe(false);
  expect(confirmedForDays({ contactsConfirmedWithin: 'naturalDays:90' })).toBe(90);
});
