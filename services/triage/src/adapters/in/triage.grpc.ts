// Triage's door: commands of clerks and of those who deliberate, the question of intake whether something
// speaks against admitting a text, and the question of a reader which units it would name for a text that it
// has not sorted.
import {
  type RankRequest,
  type RankResponse,
  type ScreenRequest,
  type ScreenResponse,
  TriageServiceService,
  type ExecuteRequest,
} from '#contracts/gen/zhitong/triage/v1/service';
import type { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import { commandAnswer, malformed } from '#platform/edge/command-envelope';
import type { AppealText, UnitClassifier } from '../../app/classifier-port';
import { orderRouting } from '../../app/order-routing';
import type { Deliberations, Routings } from '../../app/ports';
import { rankUnits } from '../../app/rank-units';
import type { Rulings } from '../../app/rulings';
import { screenText } from '../../app/screen-text';
import { statusWord } from '../../domain/routing';
import { isForSession, readRouting, readSession } from '../mapping/routing-requests';

/** What the door opens on; the classifier and its rulings throw while they are not at hand yet. */
export interface TriageDoor {
  readonly routings: Routings;
  readonly deliberations: Deliberations;
  readonly classifier: () => UnitClassifier;
  readonly rulings: () => Rulings;
}

/** Handlers by the methods of the contract. */
export interface TriageHandlers {
  readonly execute: (request: ExecuteRequest) => Promise<CommandAnswer>;
  readonly screen: (request: ScreenRequest) => Promise<ScreenResponse>;
  readonly rank: (request: RankRequest) => Promise<RankResponse>;
}

/** The contract the handlers fulfil. */
export const triageDefinition = TriageServiceService;

/** Opens the door. */
export function triageHandlers({ routings, deliberations, classifier, rulings }: TriageDoor): TriageHandlers {
  return {
    execute: async (request) => {
      if (isForSession(request)) {
        const asked = readSession(request);
        return asked.ok
          ? commandAnswer(await deliberations.execute(asked.order), () => '')
          : malformed(asked.field);
      }
      const read = readRouting(request);
      if (!read.ok) return malformed(read.field);
      return commandAnswer(await orderRouting(read.order, routings, rulings()), statusWord);
    },
    screen: async ({ title, content, kind, topic }) => {
      const { ground, words, score } = screenText(textOf(title, content, kind, topic), classifier());
      return { ground, words: [...words], score };
    },
    rank: async ({ title, content, kind, topic }) => ({
      candidates: rankUnits(textOf(title, content, kind, topic), classifier()),
    }),
  };
}

function textOf(title: string, content: string, kind: string, topic: string): AppealText {
  return { title, content, ...(kind && { kind }), ...(topic && { topic }) };
}
