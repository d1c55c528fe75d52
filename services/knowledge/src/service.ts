// Knowledge 知识库 put together: the shelf of articles, the finder over it, and the search every admitted appeal
// brings about. The finder is built once, at the start, from the profile; articles that expire later are
// still told apart by whoever answers with them.
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { InfrastructureError } from '#platform/infrastructure-error';
import { civilDayOf } from '#working-calendar/civil-day';
import { knowledgeGrpc } from './adapters/in/knowledge.grpc';
import { answeringCauses, answeringCodec } from './adapters/mapping/answering-wire';
import { libraryMaterial, shelfArticles } from './adapters/mapping/library-material';
import { createAnswerFinder } from './adapters/out/retrieval/answer-finder';
import { tableShelf } from './adapters/out/table-shelf';
import type { AnswerFinder, LibraryMaterial } from './app/answer-port';
import type { ShelfArticle } from './app/ports';
import { seekAnswer } from './app/seek-answer';
import { ANSWERING_WRITER, answeringDecider } from './domain/answering';

/** Parts that a test may bring itself. */
export interface KnowledgeParts {
  readonly createFinder: (material: LibraryMaterial) => AnswerFinder;
}

/** Puts the service together on a host. */
export function createKnowledge(
  host: ServiceHost,
  parts: KnowledgeParts = { createFinder: createAnswerFinder },
): Hosted {
  const shelf = tableShelf(host.table<ShelfArticle>('articles', []));
  let built: AnswerFinder | undefined;
  const finder = (): AnswerFinder => {
    if (!built) throw new InfrastructureError('knowledge has not read its library yet');
    return built;
  };
  host.runtime.aggregate(
    {
      instance: host.instance,
      writer: ANSWERING_WRITER,
      decider: answeringDecider,
      own: answeringCodec,
      foreign: answeringCauses,
      react: (cause, state) =>
        cause.event.type === 'AppealAdmitted'
          ? seekAnswer(state, finder(), host.versions.pack(cause.event.packHash))
          : undefined,
      policy: () => undefined,
    },
    'answerings',
  );
  return {
    grpc: [knowledgeGrpc(finder, shelf)],
    prepare: async () => {
      const profile = host.versions.profile();
      await shelf.fill(shelfArticles(profile));
      built = parts.createFinder(libraryMaterial(profile, civilDayOf(host.now())));
    },
  };
}
