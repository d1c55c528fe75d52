// How the checks of a pack tell what they found: a code, the place of the setting in the file, and the values
// its sentence names.
import type { Checked, FileProblem } from '#working-calendar/source-file';

/** Where a setting stands in a file. */
export type Path = readonly PropertyKey[];

/** Tells one problem. */
export type Report = (code: string, path: Path, params?: Readonly<Record<string, string>>) => void;

/** A report that collects into `problems`, with file, line and column of the setting. */
export function reporter(checked: Omit<Checked<unknown>, 'value'>, problems: FileProblem[]): Report {
  return (code, path, params = {}) => {
    const field = path.map(String).join('.');
    problems.push({ code, file: checked.file, ...checked.placeOf(path), field, params });
  };
}

/** Tells ids that stand twice in the list of that name. */
export function duplicates(items: readonly { readonly id: string }[], list: string, report: Report): void {
  items.forEach((item, i) => {
    if (items.findIndex((other) => other.id === item.id) !== i) {
      report('duplicate-id', [...list.split('.'), i, 'id'], { id: item.id, list });
    }
  });
}
