import type { Profile, TrainingAppeal } from '#policy/profile';
import { teachingMaterial } from './teaching-material';

const ruled = (id: string, lead: string): TrainingAppeal =>
  ({
    id,
    title: '',
    content: id,
    label: { lead, assist: [], disposition: 'dispatch', urgent: false },
  }) as never;
const unit = (code: string, more: object = {}) => ({ code, name: code, duties: [], ...more });

test('units with a territory are not learnt from words, nor what was ruled to be theirs (RT-1)', () => {
  const profile = {
    units: [unit('tax'), unit('county', { territory: ['r1'] })],
    training: [ruled('t1', 'tax'), ruled('t2', 'county')],
    ...{ knowledge: [], questions: [] },
  } as unknown as Profile;
  const { units, appeals } = teachingMaterial(profile, '2026-06-30');
  expect(units.map(({ code }) => code)).toEqual(['tax']);
  expect(appeals.map(({ id }) => id)).toEqual(['t1']);
});
