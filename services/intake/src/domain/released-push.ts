// What a held push (IN-1) becomes once its codes have a meaning: the submission it was, with the number, the
// receipt and the time of its arrival.
import type { Appeal, CodedField } from './appeal';
import type { AppealEvent } from './appeal-events';

/** A push that waits for a person. */
export type Held = Extract<Appeal, { status: 'held' }>;

/**
 * The submission a held push is, with the meanings of its codes; `by` is empty where its mapping knows them.
 */
export function released(
  { core, unmapped }: Held,
  meanings: Readonly<Record<CodedField, string>>,
  by: string,
): AppealEvent {
  const { number, channel, sourceNumber, given, deskDueAt: dueAt, words, submittedAt } = core;
  const meant = (field: CodedField, understood: string) =>
    unmapped[field] === undefined ? understood : meanings[field];
  return {
    ...{ type: 'AppealSubmitted', number, channel, sourceNumber, template: '', tags: [], words },
    ...{ kind: meant('kind', core.kind), topic: meant('topic', core.topic) },
    ...{ uscc: given.uscc, region: meant('region', given.region) },
    ...{ deskDueAt: dueAt, receivedAt: submittedAt, releasedBy: by },
  };
}
