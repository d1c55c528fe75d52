// How enterprises act: they add material, urge, withdraw, and when they are reminded they rate, dispute the
// answer, or say nothing. An empty answer makes them angrier.
import type { Act, Person } from './acts';
import type { Before } from './desk-behaviour';
import { atWakingHour } from './office-time';
import { between } from './seeded-draws';
import { type Town, mannerOf } from './unit-behaviour';

const HOUR = 3_600_000;
const ENTERPRISE: Person = { role: 'enterprise', id: 'enterprise' };

/** What the enterprise does on its own once the appeal is admitted. */
export function afterAdmission(before: Before, town: Town): readonly Act[] {
  const acts: Act[] = [];
  const perhaps = (name: string, chance: number, hours: [number, number], fields: object): void => {
    if (drawn(before, name, town) >= chance) return;
    const after = between(drawn(before, `${name}-after`, town), ...hours) * HOUR;
    acts.push(act(before, 'intake', name, fields, after));
  };
  perhaps('addMaterial', 0.06, [0.5, 40], { text: '补充合同与付款凭证一份。', attachments: [] });
  perhaps('urge', 0.05, [20, 140], { note: '请尽快办理。' });
  perhaps('withdraw', 0.03, [1, 120], { reason: '问题已自行解决。' });
  return acts;
}

/** A sent-back appeal 退回补正 is mended within days, mostly. */
export function mend(before: Before, town: Town): readonly Act[] {
  if (drawn(before, 'mends', town) >= 0.8) return [];
  const after = between(drawn(before, 'mends-after', town), 2, 70) * HOUR;
  return [act(before, 'intake', 'addMaterial', { text: '已按要求补正。', attachments: [] }, after)];
}

/** The reminder to rate 评价提醒 has arrived. */
export function afterReminder(before: Before, unit: string, town: Town): readonly Act[] {
  const speaks = drawn(before, 'speaks', town) < 0.55;
  if (!speaks) return [];
  const after = between(drawn(before, 'speaks-after', town), 0.2, 140) * HOUR;
  const empty = unit !== '' && mannerOf(unit, before.story, town) === 'perfunctory';
  if (drawn(before, 'disputes', town) < (empty ? 0.1 : 0.01))
    return [act(before, 'casework', 'dispute', { reason: '答复未回应所提问题。' }, after)];
  const angry = drawn(before, 'is-angry', town) < (empty ? 0.5 : 0.06);
  const rating = angry ? 'dissatisfied' : 'satisfied';
  return [act(before, 'casework', 'rate', { rating, comment: '' }, after)];
}

function drawn({ story, nth }: Before, purpose: string, { draw }: Town): number {
  return draw(`enterprise ${story.uscc}`, purpose, `${story.sourceNumber}/${nth}`);
}

function act(before: Before, door: 'intake' | 'casework', name: string, fields: object, after: number): Act {
  const command = { door, name, fields: { ...fields } };
  return { at: atWakingHour(before.at, after), appealId: before.appealId, by: ENTERPRISE, command };
}
