// Whether the library answers an appeal (KB-2 直接解答): asked once, when the appeal is admitted, and answered
// with the best articles and whether the first of them really is the answer. The finder is asked before the
// decision and its finding comes with the command, so that the rules stay pure and the event records what was
// found at the time. The text is kept only until then.
import { type Decider, type Recorded, decided, unreachable } from '#kernel/decider';

/** What the enterprise wrote, or `erased` after its key was destroyed. */
export type Wording = { readonly title: string; readonly content: string } | 'erased';

/** An article with the probability 0..1 that it answers, as the finder said. */
interface FoundAnswer {
  readonly articleId: string;
  readonly score: number;
}

/** State of the search for one appeal 直接解答. */
export type Answering =
  | { readonly status: 'unknown' }
  | { readonly status: 'submitted'; readonly wording: Wording; readonly kind: string; readonly topic: string }
  | { readonly status: 'admitted'; readonly wording: Wording; readonly kind: string; readonly topic: string }
  | { readonly status: 'sought'; readonly sure: boolean };

/** The finder's answer, to be recorded. */
export interface RecordFinding {
  readonly type: 'RecordFinding';
  readonly articles: readonly FoundAnswer[];
  readonly sure: boolean;
}

/** Written by `knowledge.answering`. */
export interface AnswerSought {
  readonly type: 'AnswerSought';
  readonly articles: readonly FoundAnswer[];
  /** The first article answers the appeal: it need not go to a unit. */
  readonly sure: boolean;
}

/** Events of intake that the search takes into account. */
export type AnsweringCause =
  | { readonly type: 'AppealSubmitted'; kind: string; topic: string; wording: Wording }
  | { readonly type: 'AppealAdmitted'; packHash: string; kind: string; topic: string };

/** Writer of the search's events in the journal. */
export const ANSWERING_WRITER = 'knowledge.answering';

/** Most articles recorded with a search. */
export const ARTICLES_RECORDED = 5;

/** 直接解答 */
export const answeringDecider: Decider<Answering, RecordFinding, AnswerSought, AnsweringCause, undefined> = {
  initial: { status: 'unknown' },
  decide({ articles, sure }, state) {
    if (state.status !== 'admitted') return decided();
    const best = articles.slice(0, ARTICLES_RECORDED);
    return decided({ type: 'AnswerSought', articles: best, sure: sure && best.length > 0 });
  },
  evolve: evolveAnswering,
};

function evolveAnswering(state: Answering, { event }: Recorded<AnswerSought | AnsweringCause>): Answering {
  switch (event.type) {
    case 'AppealSubmitted': {
      const { wording, kind, topic } = event;
      return state.status === 'unknown' || state.status === 'submitted'
        ? { status: 'submitted', wording, kind, topic }
        : state;
    }
    case 'AppealAdmitted':
      return state.status === 'submitted'
        ? { status: 'admitted', wording: state.wording, kind: event.kind, topic: event.topic || state.topic }
        : state;
    case 'AnswerSought':
      return { status: 'sought', sure: event.sure };
    default:
      return unreachable(event);
  }
}
