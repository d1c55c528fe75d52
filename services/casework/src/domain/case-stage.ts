// Where a case stands 环节 (SV-1): which of its programme's stages has begun and has not ended. A pack says
// with which moments a stage begins and ends; the status of the case says which moments lie behind it.
import type { Pack } from '#policy/pack';
import type { Moment } from '#policy/pack-words';

const AT_DESK = ['submitted', 'admitted', 'desk-entered'] as const;
const WITH_UNIT = [...AT_DESK, 'dispatched'] as const;
const AT_WORK = [...WITH_UNIT, 'acknowledged'] as const;
const DONE = [...AT_WORK, 'contacted', 'opinion-given', 'completed'] as const;

/** The moments behind each status that can still lead on; a status that is not named has left the course. */
const BEHIND: Readonly<Record<string, readonly Moment[]>> = {
  submitted: ['submitted'],
  'identity-review': ['submitted'],
  screening: ['submitted'],
  admitted: ['submitted', 'admitted'],
  desk: AT_DESK,
  dispatched: WITH_UNIT,
  acknowledged: AT_WORK,
  objected: [...AT_WORK, 'objected'],
  contacted: [...AT_WORK, 'contacted'],
  'opinion-given': [...AT_WORK, 'contacted', 'opinion-given'],
  'answer-held': DONE,
  completed: [...DONE, 'answer-released'],
  'followed-up': [...DONE, 'answer-released', 'followed-up'],
  reopened: [...DONE, 'reopened'],
};

/** Id of the stage a case of that status is in; empty once it has left the last one. */
export function stageOf(status: string, stages: Pack['stages']): string {
  const course = BEHIND[status] ?? [];
  return course.reduce((current, moment) => {
    const ended = stages.some(({ id, ends }) => id === current && ends.includes(moment));
    const begun = stages.find(({ begins }) => begins.includes(moment));
    return begun?.id ?? (ended ? '' : current);
  }, '');
}
