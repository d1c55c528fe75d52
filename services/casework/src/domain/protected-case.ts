// 保护诉求 in the case file (HD-10): of a protected appeal name, code, contact, number, region and industry of
// the enterprise are shown as one word, in the file, the line of the desk – by which it is then not found
// either –, the course and the reports. Title, content and notes are people's own words and stay as they are
// – except why it was opened and what data was asked for and why (HD-8), which somebody wrote who may know.
// Whoever has opened it, which stands in the course, sees everything (`identified`).
import { PROTECTED } from '#policy/protected';
import type { IntakePart } from './case-file';
import type { FiledRequest } from './case-data-requests';
import { isAboutRequests } from './data-request-events';
import type { TimelineRow } from './timeline';

/** Fields of the course that tell who the enterprise is. */
const TELLING = ['enterpriseName', 'uscc', 'agreedBy', 'region', 'industry'];

/** Why somebody wanted to know, written by one who may know it. */
const WHY = ['reason', 'purpose'];

/** What intake said, as it may be shown. */
export function shownIntake(intake: IntakePart): IntakePart {
  const { words, protect } = intake;
  if (protect !== true) return intake;
  const { uscc, region, industry = '' } = intake;
  const where = { uscc: hidden(uscc), region: hidden(region), industry: hidden(industry) };
  if (words === 'erased') return { ...intake, ...where };
  const { enterpriseName, contactName, contactPhone } = words;
  const who = {
    enterpriseName: hidden(enterpriseName),
    contactName: hidden(contactName),
    contactPhone: hidden(contactPhone),
  };
  return { ...intake, ...where, words: { ...words, ...who } };
}

/** A row of the course of a protected appeal, as it may be shown. */
export function shownRow(row: TimelineRow): TimelineRow {
  const telling = (name: string) =>
    TELLING.includes(name) ||
    (WHY.includes(name) && (row.type === 'ProtectedOpened' || isAboutRequests(row)));
  const fields = Object.entries(row.fields).map(([name, text]) => [
    name,
    telling(name) ? hidden(text) : text,
  ]);
  return { ...row, fields: Object.fromEntries(fields) };
}

/**
 * A request for data from a protected appeal, as others than the unit that answers it are shown it (HD-8).
 */
export function shownRequest(request: FiledRequest): FiledRequest {
  const { purpose, said, step } = request;
  // Why it is void is a word of ours.
  return { ...request, purpose: hidden(purpose), said: step === 'void' ? said : hidden(said) };
}

function hidden(text: string): string {
  return text === '' ? '' : PROTECTED;
}
