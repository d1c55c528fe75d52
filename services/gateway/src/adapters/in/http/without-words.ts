// What those who see states alone are shown of a case (TR-2): where it stands and when it got there, not what
// people wrote or who they are.
import type { caseJson, summaryJson } from '../../mapping/case-json';
import { harmlessEcho } from './echo';

/** A line of the list without words of people. */
export function summaryWithoutWords<Line extends ReturnType<typeof summaryJson>>(line: Line): Line {
  return { ...line, title: '', enterpriseName: '' };
}

/** A case file without words of people. */
export function fileWithoutWords(file: ReturnType<typeof caseJson>): ReturnType<typeof caseJson> {
  return {
    ...summaryWithoutWords(file),
    ...{ content: '', contactName: '', contactPhone: '', uscc: '', answer: '', findings: [] },
    assisting: file.assisting.map((part) => ({ ...part, said: '' })),
    timeline: file.timeline.map((entry) => ({ ...entry, fields: harmlessEcho(entry.fields) })),
  };
}
