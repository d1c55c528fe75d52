// What becomes of an error met while a record is applied: most park the key, with a reason for the operator;
// a few say something about the whole reader and go on upwards.
import { CannotApply, NotYet, ReaderTooOld, StoreBehindJournal } from './step';

/** The reason to park for; rethrows what must not park a single key. */
export function parkReason(error: unknown): string {
  if (error instanceof StoreBehindJournal || error instanceof ReaderTooOld || error instanceof NotYet)
    throw error;
  if (error instanceof CannotApply) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
