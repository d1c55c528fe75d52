// Asks the finder about an admitted appeal (KB-2). An erased text finds nothing and is never sure.
import { natureOf } from '#policy/kinds';
import type { Pack } from '#policy/pack';
import { ARTICLES_RECORDED, type Answering, type RecordFinding } from '../domain/answering';
import type { AnswerFinder } from './answer-port';

/**
 * The command an admission brings about; nothing when there is nothing to search for. The finder knows kinds
 * by their natures.
 */
export function seekAnswer(
  state: Answering,
  finder: AnswerFinder,
  pack: Pick<Pack, 'kinds'>,
): RecordFinding | undefined {
  if (state.status !== 'admitted') return undefined;
  if (state.wording === 'erased') return { type: 'RecordFinding', articles: [], sure: false };
  const { topic, wording } = state;
  const kind = natureOf(pack, state.kind);
  const found = finder.find({ ...wording, ...(kind && { kind }), ...(topic && { topic }) });
  const articles = [...(found.best ? [found.best] : []), ...found.alternatives];
  return { type: 'RecordFinding', articles: articles.slice(0, ARTICLES_RECORDED), sure: found.sure };
}
