// Keeps the desk and the course in step with the case files: before a file is saved, the rows that its new
// events make are written. They are replaced by id and derived from the file alone, so that a repeat after
// a crash changes nothing.
import type { Recorded } from '#kernel/decider';
import type { CaseFact } from '../domain/case-facts';
import { EMPTY_CASE_FILE } from '../domain/case-file';
import { summaryOf } from '../domain/case-summary';
import { foldCaseFile } from '../domain/fold-case-file';
import { timelineRow } from '../domain/timeline';
import type { CaseFiles, Desk, Timeline } from './ports';

/** Where the rows go. */
export interface FoldDeskPorts {
  readonly files: CaseFiles;
  readonly desk: Desk;
  readonly timeline: Timeline;
}

/** Writes the rows of events that the files have not seen yet. */
export async function foldDesk(
  events: readonly { readonly key: string; readonly recorded: Recorded<CaseFact> }[],
  { files, desk, timeline }: FoldDeskPorts,
): Promise<void> {
  if (events.length === 0) return;
  const keys = [...new Set(events.map(({ key }) => key))];
  const before = await files.byIds(keys);
  const summaries = keys.map((key) => {
    const fresh = events.filter((event) => event.key === key);
    const file = before.get(key)?.file ?? EMPTY_CASE_FILE;
    return summaryOf(
      key,
      fresh.reduce((folded, { recorded }) => foldCaseFile(folded, recorded), file),
    );
  });
  await timeline.put(events.map(({ key, recorded }) => timelineRow(key, recorded)));
  await desk.put(summaries);
}
