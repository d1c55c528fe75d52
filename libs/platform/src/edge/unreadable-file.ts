// Why a file somebody sent cannot be read at all. Deep inside the readers this is thrown; whoever opened the
// file answers it as a value. Nothing of the file's content stands in it, so that it may be logged.

/** Codes of files that cannot be read; their sentences stand in libs/contracts/src/sentences/intake.ts. */
export type UnreadableCode =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_UNPACKS_TOO_LARGE'
  | 'FILE_IS_OLD_FORMAT'
  | 'FILE_NOT_WORKBOOK'
  | 'FILE_DAMAGED'
  | 'FILE_ENCRYPTED'
  | 'FILE_WITH_ENTITIES'
  | 'FILE_NOT_UTF8'
  | 'FILE_ENCODING_UNKNOWN'
  | 'FILE_TOO_MANY_ROWS'
  | 'FILE_TOO_MANY_CELLS'
  | 'FILE_CELL_TOO_LONG'
  | 'FILE_SEVERAL_SHEETS';

/** A code with the numbers its sentence names. */
export interface Unreadable {
  readonly code: UnreadableCode;
  readonly params: Readonly<Record<string, string>>;
}

/** Ends the reading of a file. */
export class UnreadableFile extends Error {
  constructor(readonly unreadable: Unreadable) {
    super(unreadable.code);
  }
}

/** Ends the reading. */
export function unreadable(code: UnreadableCode, params: Readonly<Record<string, string>> = {}): never {
  throw new UnreadableFile({ code, params });
}
