// Reads a case. Somebody who has just done something quotes its event: the answer then covers it, or says
// after two seconds that it does not yet.
import { type CaseView, enterpriseView, identifiedView, staffView } from '../domain/case-view';
import { summaryOf } from '../domain/case-summary';
import { toldCourse } from '../domain/told-course';
import type { CaseFiles, ReadCase, StagesOf, Timeline } from './ports';

/** How long a question waits for what it asks to be covered, and how often it looks (ms). */
const COVERING_WAIT_MS = 2000;
const LOOK_EVERY_MS = 25;

/** What is asked: by id or by number; `covering` is an event id or empty. */
export interface CaseQuestion {
  readonly appealId: string;
  readonly number: string;
  /** `identified`: staff, and who a protected enterprise is (HD-10). */
  readonly view: 'staff' | 'identified' | 'enterprise';
  readonly covering: string;
}

/** The ports of the question. */
export interface GetCasePorts {
  readonly files: CaseFiles;
  readonly timeline: Timeline;
  readonly stagesOf: StagesOf;
  readonly pause: (ms: number) => Promise<void>;
}

/** The case in the view asked for, if there is one; `stale` when it does not cover what was asked. */
export async function getCase(
  question: CaseQuestion,
  ports: GetCasePorts,
): Promise<{ readonly found: CaseView | undefined; readonly stale: boolean }> {
  let read = await readCase(question, ports.files);
  for (let waited = 0; !covers(read, question.covering); waited += LOOK_EVERY_MS) {
    if (waited >= COVERING_WAIT_MS) return { found: await shown(read, question, ports), stale: true };
    await ports.pause(LOOK_EVERY_MS);
    read = await readCase(question, ports.files);
  }
  return { found: await shown(read, question, ports), stale: false };
}

async function readCase({ appealId, number }: CaseQuestion, files: CaseFiles): Promise<ReadCase | undefined> {
  return appealId !== '' ? (await files.byIds([appealId])).get(appealId) : files.byNumber(number);
}

const VIEWS = { staff: staffView, identified: identifiedView, enterprise: enterpriseView };

async function shown(
  read: ReadCase | undefined,
  question: CaseQuestion,
  { timeline, stagesOf }: GetCasePorts,
): Promise<CaseView | undefined> {
  if (!read) return undefined;
  const rows = toldCourse(await timeline.of(read.appealId));
  const found = VIEWS[question.view](read.appealId, read.file, rows, read.seen);
  if (question.view === 'enterprise') return found;
  const identified = question.view === 'identified';
  return { ...found, summary: summaryOf(read.appealId, read.file, stagesOf(read.file), identified) };
}

/** An event id is `<instance>/<key>/<writer>/<seq>`; one that is not can never be covered. */
function covers(read: ReadCase | undefined, covering: string): boolean {
  if (covering === '') return true;
  const [seq, writer, key] = covering.split('/').reverse();
  if (read === undefined || writer === undefined || key !== read.appealId) return false;
  return (read.seen[writer] ?? 0) >= Number(seq);
}
