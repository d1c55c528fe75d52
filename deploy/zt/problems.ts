/** How the tool tells what is wrong with a file: place, sentence in both languages, or a row for machines. */
import type { FileProblem } from '#working-calendar/source-file';
import { policyProblemWords } from '#policy/sentences';

/** `file:line:column`, as editors follow it, and the remedy. */
export function problemLine(problem: FileProblem): string {
  const { zh, en } = policyProblemWords(problem);
  const { file, line, column } = problem;
  const place = [file, ...(line > 0 ? [line] : []), ...(column === undefined ? [] : [column])].join(':');
  return `${place} ${zh}\n  ${en}`;
}

/** The same as a row of JSON. */
export function problemForMachines(problem: FileProblem) {
  const { code, file, line, column, field } = problem;
  const { zh, en } = policyProblemWords(problem);
  return { code, file, line, column, field, zh, en };
}
