// Whoever is told what happens to appeals – the platform one came from, a system that asked – and what is
// told.
import type { ToldStage } from '#policy/told-stages';

/** Whoever is told. */
export interface Receiver {
  /** `platform:DOOR` or `webhook:ID`. */
  readonly name: string;
  readonly stages: readonly ToldStage[];
  /** The door of the appeals it is told of; absent: all doors. */
  readonly door?: string;
  /** The unit of the appeals it is told of; absent: all units. */
  readonly unit?: string;
  /** Whether answer and reason are told. */
  readonly words: boolean;
}

/** What is told of an event; an answer by the library is named by its article. */
export interface Told {
  readonly stage: ToldStage;
  readonly text: string;
  readonly articleId?: string;
  /** The words are those of the answer that was held. */
  readonly released?: true;
}
