// Two things a store says that are neither "written" nor "stale" nor an outage.

/**
 * Another document already carries this value in a field that must be unique. Not retried: the caller
 * decides.
 */
export class DuplicateLookup extends Error {
  override readonly name = 'DuplicateLookup';

  constructor(
    readonly field: string,
    readonly id: string,
  ) {
    super(`Another document has the same "${field}" as ${id}`);
  }
}

/**
 * The store holds an older copy than what this process has written. Everything the process keeps in memory is
 * of a future that no longer exists, so it ends and starts anew from the store and the journal.
 */
export class StoreTakenBack extends Error {
  override readonly name = 'StoreTakenBack';

  constructor(collection: string, id: string, written: number, found: number) {
    super(
      `${collection} was put back to an older copy: ` +
        `${id} was written as version ${written}, found ${found || 'absent'}`,
    );
  }
}
