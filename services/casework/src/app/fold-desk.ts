// Keeps the desk and the course in step with the case files: before a file is saved, the rows that its new
// events make are written. They are replaced by id and derived from the file alone, so that a repeat after
// a crash changes nothing.
import type { Recorded } from '#kernel/decider';
import type { CaseFact } from '../domain/case-facts';
import type { CaseFile } from '../domain/case-file';
import { summaryOf } from '../domain/case-summary';
import { isAboutRequests } from '../domain/data-request-events';
import { timelineRow } from '../domain/timeline';
import type { DataRequestIndex, Desk, StagesOf, Timeline } from './ports';

/** Where the rows go. */
export interface FoldDeskPorts {
  readonly desk: Desk;
  readonly timeline: Timeline;
  readonly dataIndex: DataRequestIndex;
  readonly stagesOf: StagesOf;
}

/** Writes the rows of new events; `files` are the case files with these events in them. */
export async function foldDesk(
  events: readonly { readonly key: string; readonly recorded: Recorded<CaseFact> }[],
  files: ReadonlyMap<string, CaseFile>,
  { desk, timeline, dataIndex, stagesOf }: FoldDeskPorts,
): Promise<void> {
  if (events.length === 0) return;
  await timeline.put(events.map(({ key, recorded }) => timelineRow(key, recorded)));
  await putRequests(events, files, dataIndex);
  await desk.put([...files].map(([key, file]) => summaryOf(key, file, stagesOf(file))));
}

/** Of the cases in which something happened about data, where each request stands now. */
async function putRequests(
  events: Parameters<typeof foldDesk>[0],
  files: ReadonlyMap<string, CaseFile>,
  dataIndex: DataRequestIndex,
): Promise<void> {
  const touched = new Set(
    events.flatMap(({ key, recorded }) => (isAboutRequests(recorded.event) ? [key] : [])),
  );
  const places = [...touched].flatMap((appealId) =>
    (files.get(appealId)?.requests ?? []).map(({ no, ofUnit, step, overdue, dueAt }) => {
      return { appealId, no, ofUnit, step, overdue, dueAt };
    }),
  );
  if (places.length > 0) await dataIndex.put(places);
}
