// Asks the finder about an admitted appeal (KB-2). An erased text finds nothing and is never sure.
import { ARTICLES_RECORDED, type Answering, type RecordFinding } from '../domain/answering';
import type { AnswerFinder } from './answer-port';

/** The command an admission brings about; nothing when there is nothing to search for. */
export function seekAnswer(state: Answering, finder: AnswerFinder): RecordFinding | undefined {
  if (state.status !== 'admitted') return undefined;
  if (state.wording === 'erased') return { type: 'RecordFinding', articles: [], sure: false };
  const { kind, topic, wording } = state;
  const found = finder.find({ ...wording, ...(kind && { kind }), ...(topic && { topic }) });
  const articles = [...(found.best ? [found.best] : []), ...found.alternatives];
  return { type: 'RecordFinding', articles: articles.slice(0, ARTICLES_RECORDED), sure: found.sure };
}
