// What people wrote, as the events carry it: sealed on the wire, `erased` when the person's key is gone.

/** A person's sentence, or `erased` after the person's key was destroyed. */
export type Words = string;

/** The answer given with a completion (HD-3), or `erased`. */
export type Answer =
  | {
      readonly answer: string;
      readonly basis: string;
      readonly plan: string;
      /** Who agreed for the enterprise; empty where nobody had to. */
      readonly agreedBy: string;
      /** Why it was completed without a contribution of an assisting unit; absent where none was missing. */
      readonly withoutReason?: string;
    }
  | 'erased';
