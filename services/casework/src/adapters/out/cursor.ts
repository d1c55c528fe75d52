// Where a page of a list ends: the value its rows are sorted by, and the row's id among equals. Whoever reads
// on hands it back unread; what is no cursor starts at the top.

/** How a list is sorted: by a number, among equals by id. */
export interface Sorting {
  readonly field: string;
  readonly id: string;
  readonly direction: 1 | -1;
}

/** The cursor behind a row. */
export function cursorOf(value: number, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** The filter of what comes behind a cursor; none for an empty or foreign one. */
export function afterCursor(
  cursor: string,
  { field, id, direction }: Sorting,
): Record<string, unknown> | undefined {
  const place = placeOf(cursor);
  if (!place) return undefined;
  const beyond = direction === 1 ? '$gt' : '$lt';
  const [value, last] = place;
  return { $or: [{ [field]: { [beyond]: value } }, { [field]: value, [id]: { [beyond]: last } }] };
}

function placeOf(cursor: string): readonly [number, string] | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(read) || read.length !== 2) return undefined;
    const [value, id] = read as unknown[];
    return typeof value === 'number' && typeof id === 'string' ? [value, id] : undefined;
  } catch {
    return undefined;
  }
}
