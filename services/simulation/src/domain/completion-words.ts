// What a unit writes when it completes: an answer that meets what was asked, a hasty one, an empty one, or a
// plan.
import { addDays, civilDayOf } from '#working-calendar/civil-day';
import type { Command } from './acts';
import type { Story } from './drawn-appeals';
import { INCLINATIONS } from './inclinations';
import { chosen } from './seeded-draws';

/** How the unit comes to write it. */
interface Writing {
  /** It answers with nothing 敷衍. */
  readonly perfunctory: boolean;
  /** It has spoken with the enterprise. */
  readonly reached: boolean;
  readonly drawn: (purpose: string) => number;
  /** Epoch ms. */
  readonly at: number;
  /** Those of the pack. */
  readonly completionTypes: readonly string[];
}

/** Every box a pack may ask for is filled; an agreed plan needs an enterprise that was reached. */
export function completion(
  { perfunctory, reached, drawn, at, completionTypes }: Writing,
  story: Story,
): Command['fields'] {
  const known = (id: string) => (completionTypes.includes(id) ? id : 'explained');
  if (perfunctory)
    return { completionType: 'explained', answer: '来件收悉，正在研究。', basis: '有关规定', plan: '' };
  const type = chosen(drawn('type'), [
    ['solved', 64],
    ['explained', 20],
    ['agreed-plan', 8],
    ['not-solvable', 8],
  ]);
  const completionType = known(type === 'agreed-plan' && !reached ? 'explained' : type);
  const hasty = drawn('is-hasty') < INCLINATIONS.hastyAnswer;
  const answer = hasty ? '经核实，所反映事项已按规定办理完毕，结果已告知企业。' : answerTo(story, at);
  if (completionType === 'agreed-plan') {
    const on = civilDayOf(at);
    const agreed = { plannedOn: addDays(on, 14), enterpriseAgrees: { who: '企业负责人', on } };
    return { completionType, answer: '', basis: '', plan: planFor(story, addDays(on, 14)), ...agreed };
  }
  const basis = completionType === 'solved' ? '' : '《优化营商环境条例》第三条';
  return { completionType, answer, basis, plan: '' };
}

/** An answer that says when what was done about the very thing that was asked. */
function answerTo({ title, asked }: Story, at: number): string {
  const [came, done, from] = [-2, -1, 1].map((days) => spoken(addDays(civilDayOf(at), days)));
  const looked = `关于“${title}”：经查，情况属实。${came}已到现场核实，${asked}一事已于${done}办结，`;
  return `${looked}已出具书面答复并送达贵公司；自${from}起按此执行。`;
}

function planFor({ title, asked }: Story, until: string): string {
  return `关于“${title}”：经查，情况属实。${asked}一事分两步办理，先办结配套手续，${spoken(until)}前全部办结并书面答复贵公司。`;
}

/** `3月12日` of a civil day. */
function spoken(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}
