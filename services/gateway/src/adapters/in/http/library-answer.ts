// The words of an answer from the library 知识库直接答复 (KB-2). The case keeps only the article's id, so that a
// corrected article is read as corrected; while the library cannot be asked the case is shown without them.
import { isInfrastructureError } from '#platform/infrastructure-error';
import { PeerUnavailable } from '#platform/edge/grpc-client';
import type { Peers } from '../../out/peers.grpc';

/** A case as shown, with the article as its answer while no unit has given one. */
export async function withLibraryAnswer<
  Shown extends { readonly answer: string; readonly articleId: string },
>({ knowledge }: Pick<Peers, 'knowledge'>, shown: Shown): Promise<Shown> {
  if (shown.answer !== '' || shown.articleId === '') return shown;
  try {
    const { article } = await knowledge.getArticle({ id: shown.articleId });
    if (!article) return shown;
    return { ...shown, answer: `${article.title}\n${article.body}(${article.source})` };
  } catch (error) {
    if (error instanceof PeerUnavailable || isInfrastructureError(error)) return shown;
    throw error;
  }
}
