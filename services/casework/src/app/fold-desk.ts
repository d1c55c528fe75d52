// Keeps the desk and the course in step with the case files: before a file is saved, the rows that its new
// events make are written. They are replaced by id and derived from the file alone, so that a repeat after
// a crash changes nothing.
import type { Recorded } from '#kernel/decider';
import type { CaseFact } from '../domain/case-facts';
import type { CaseFile } from '../domain/case-file';
import { summaryOf } from '../domain/case-summary';
import { timelineRow } from '../domain/timeline';
import type { Desk, StagesOf, Timeline } from './ports';

/** Where the rows go. */
export interface FoldDeskPorts {
  readonly desk: Desk;
  readonly timeline: Timeline;
  readonly stagesOf: StagesOf;
}

/** Writes the rows of new events; `files` are the case files with these events in them. */
export async function foldDesk(
  events: readonly { readonly key: string; readonly recorded: Recorded<CaseFact> }[],
  files: ReadonlyMap<string, CaseFile>,
  { desk, timeline, stagesOf }: FoldDeskPorts,
): Promise<void> {
  if (events.length === 0) return;
  await timeline.put(events.map(({ key, recorded }) => timelineRow(key, recorded)));
  await desk.put([...files].map(([key, file]) => summaryOf(key, file, stagesOf(file))));
}
