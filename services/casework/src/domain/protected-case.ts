// 保护诉求 in the case file (HD-10): of a protected appeal name, code, contact and number of the enterprise are
// shown as one word, in the file, the line of the desk – by which it is then not found either –, the course
// and the reports. Title, content and notes are people's own words and stay as they are. Whoever has opened
// it, which stands in the course, sees everything (`identified`).
import { PROTECTED } from '#policy/protected';
import type { IntakePart } from './case-file';
import type { TimelineRow } from './timeline';

/** Fields of the course that tell who the enterprise is, and why somebody wanted to know. */
const TELLING = ['enterpriseName', 'uscc', 'agreedBy'];

/** What intake said, as it may be shown. */
export function shownIntake(intake: IntakePart): IntakePart {
  const { words, protect } = intake;
  if (protect !== true) return intake;
  const uscc = hidden(intake.uscc);
  if (words === 'erased') return { ...intake, uscc };
  const { enterpriseName, contactName, contactPhone } = words;
  const who = {
    enterpriseName: hidden(enterpriseName),
    contactName: hidden(contactName),
    contactPhone: hidden(contactPhone),
  };
  return { ...intake, uscc, words: { ...words, ...who } };
}

/** A row of the course of a protected appeal, as it may be shown. */
export function shownRow(row: TimelineRow): TimelineRow {
  const telling = (name: string) =>
    TELLING.includes(name) || (row.type === 'ProtectedOpened' && name === 'reason');
  const fields = Object.entries(row.fields).map(([name, text]) => [
    name,
    telling(name) ? hidden(text) : text,
  ]);
  return { ...row, fields: Object.fromEntries(fields) };
}

function hidden(text: string): string {
  return text === '' ? '' : PROTECTED;
}
