// Where a case stands 环节 (SV-1): the stage of its programme that has begun last and has not ended. A pack
// says with which moments a stage begins and ends; the milestones of the case file are these moments, each
// with the last time it was reached.
import type { Pack } from '#policy/pack';
import { MOMENTS, type Moment } from '#policy/pack-words';
import type { CaseFile } from './case-file';

/** Milestones that are moments by another name. */
const MEANS: Readonly<Record<string, readonly Moment[]>> = {
  contacted: ['contacted', 'contacted-and-arrived'],
  declined: ['closed'],
  'sent-back': ['closed'],
  joined: ['closed'],
};
/** An answer from the library ends what a dispatch ends and begins nothing (KB-2). */
const ENDS_ONLY: Readonly<Record<string, Moment>> = { answered: 'dispatched' };

interface Reached {
  readonly moment: Moment;
  readonly at: number;
  readonly begins: boolean;
}

/** Id of the stage the case is in; empty when it has left the last one, or none has begun. */
export function stageOf(file: CaseFile, stages: Pack['stages']): string {
  return courseOf(file).reduce((current, { moment, begins }) => {
    const ended = stages.some(({ id, ends }) => id === current && ends.includes(moment));
    const begun = begins ? stages.find((stage) => stage.begins.includes(moment)) : undefined;
    return begun?.id ?? (ended ? '' : current);
  }, '');
}

/** The moments in the order of time; those of one instant in the order of the course. */
function courseOf({ latest = {}, steps, triage }: CaseFile): readonly Reached[] {
  const keeps = triage.takenBackNo < triage.dispatchNo;
  return Object.entries({ ...steps, ...latest })
    .filter(([step]) => step !== 'objection-ruled' || !keeps)
    .flatMap(([step, at]) => {
      const ends = ENDS_ONLY[step];
      if (ends) return [{ moment: ends, at, begins: false }];
      const moments = MEANS[step] ?? MOMENTS.filter((moment) => moment === step);
      return moments.map((moment) => ({ moment, at, begins: true }));
    })
    .sort((a, b) => a.at - b.at || MOMENTS.indexOf(a.moment) - MOMENTS.indexOf(b.moment));
}
