// 任务清单: the tasks a document sets, each with its date or 持续 (AN-7). Where a task stands against its date is
// computed from the day; whether it was done nobody records yet, so that a date gone by says only that.
import type { Pack } from '#policy/pack';
import { DAY_MS, startOfDay } from '#working-calendar/civil-day';

/** A task as listed; `date-passed` from the day after its date on. */
export interface ListedTask {
  readonly pack: string;
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly clause: string;
  /** `YYYY-MM-DD`, or `ongoing`. */
  readonly due: string;
  readonly state: 'ongoing' | 'before-date' | 'date-passed';
}

/** The tasks of the programmes in force, in the order of the documents. */
export function taskList(packs: readonly Pack[], now: number): readonly ListedTask[] {
  return packs.flatMap(({ id: pack, tasks }) =>
    tasks.map(({ due, ...task }) => ({ pack, ...task, due, state: stateOf(due, now) })),
  );
}

function stateOf(due: string, now: number): ListedTask['state'] {
  if (due === 'ongoing') return 'ongoing';
  return now < startOfDay(due) + DAY_MS ? 'before-date' : 'date-passed';
}
