// What one answer tells of a long course. An enterprise may add to its open case as often as it likes (IN-7),
// and an answer has a largest size beyond which nobody could read the case any more. So the latest entries
// are told in full and those before them with the beginning of their words; the journal keeps every word.
import type { TimelineRow } from './timeline';

/** Characters told in full, from the latest entry back. */
const FULL_CHARACTERS = 500_000;
/** Of a field told in short. */
const SHORT_CHARACTERS = 60;

/** `rows` in time order, as they are told; what was cut ends in an ellipsis. */
export function toldCourse(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  let left = FULL_CHARACTERS;
  return rows
    .toReversed()
    .map((row) => {
      left -= Object.values(row.fields).reduce((sum, text) => sum + text.length, 0);
      return left >= 0 ? row : { ...row, fields: shortened(row.fields) };
    })
    .toReversed();
}

function shortened(fields: TimelineRow['fields']): TimelineRow['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => {
      const characters = [...text.slice(0, 2 * SHORT_CHARACTERS + 2)];
      const whole = characters.length <= SHORT_CHARACTERS;
      return [name, whole ? text : `${characters.slice(0, SHORT_CHARACTERS).join('')}…`];
    }),
  );
}
