// A proof holds a pack against what its document says, by way of the rules that run in production.
import type { Pack } from '#policy/pack';

/** Holds a pack against what its document says; throws where they differ. */
export type Proof = (pack: Pack) => void | Promise<void>;
/** Proofs by test id, `<article>.<what>`. */
export type Proofs = Readonly<Record<string, Proof>>;
