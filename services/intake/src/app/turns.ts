// What concerns one person is done one thing after the other, what concerns others goes on beside it: a row
// that is read and written back is nobody else's in between.

/** Does a work when all earlier works of the same id have ended, also those that failed. */
export type Turns = <T>(id: string, work: () => Promise<T>) => Promise<T>;

/** Turns within this process. */
export function turns(): Turns {
  const waiting = new Map<string, Promise<unknown>>();
  return (id, work) => {
    const turn = (waiting.get(id) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => undefined);
    waiting.set(id, settled);
    void settled.then(() => waiting.get(id) === settled && waiting.delete(id));
    return turn;
  };
}
