// Broken infrastructure is told apart from a broken rule by type, never by the wording of a message: what is
// broken is tried again, what is refused is answered.

/** Broker or store did not do what was asked; nothing is known about the effect and it is safe to repeat. */
export class InfrastructureError extends Error {
  override readonly name: string = 'InfrastructureError';
}

/** The store could not be reached or did not answer in time (about 5 s). */
export class StoreUnavailable extends InfrastructureError {
  override readonly name = 'StoreUnavailable';
}

/** The journal could not be reached or did not answer in time. */
export class JournalUnavailable extends InfrastructureError {
  override readonly name = 'JournalUnavailable';
}

/** True for errors after which the same step is tried again later. */
export function isInfrastructureError(error: unknown): error is InfrastructureError {
  return error instanceof InfrastructureError;
}
