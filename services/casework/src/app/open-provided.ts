// Opens what was provided on a request for data (HD-8). First the reading is written down, durably; only then
// are the words handed out. Words that the case file has not read yet are not opened and nothing is logged.
import type { Rejection } from '#kernel/decider';
import type { Provided } from '../domain/data-request-events';
import type { CaseFiles, DataOrder, DataRequestStore } from './ports';

/** What was opened with the entry of the log, or why not. */
export type ReadingOutcome =
  | { readonly ok: true; readonly provided: Provided; readonly eventId: string }
  | { readonly ok: false; readonly rejection: Rejection; readonly asOf: string };

/** Opens it for the actor of the order. */
export async function readData(
  order: DataOrder,
  { files, data }: { readonly files: CaseFiles; readonly data: DataRequestStore },
): Promise<ReadingOutcome> {
  const { command, id } = order;
  if (command.type !== 'ReadData') throw new Error(`${command.type} opens nothing`);
  const filed = (await files.byIds([id])).get(id)?.file.requests ?? [];
  const provided = filed.find(({ no }) => no === command.requestNo)?.provided;
  const atHand = provided !== undefined;
  const outcome = await data.execute({ ...order, command: { ...command, atHand } });
  if (!outcome.ok) return outcome;
  if (provided === undefined) throw new Error('A reading was granted of what is not at hand');
  return { ok: true, provided, eventId: outcome.eventId };
}
