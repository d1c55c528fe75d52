// Where an admitted appeal goes (RT-1 即时转办): to the enterprise with an article that answers it (KB-2), else
// to the unit whose duty it is (谁主管谁负责), else to the desk where a clerk decides. A machine decides only what
// it is sure of, and a complaint never goes by itself to a unit that it names (HD-10): whoever is named in a
// complaint may be the one complained about, and telling the two apart is a person's work.
import type { Pack } from '#policy/pack';
import { complainedOfAmong } from './complained-of';
import type { RoutingPolicy } from './routing-commands';
import type { AppealFile, Sorted } from './routing';
import {
  BY_RULE,
  type Candidate,
  type Classification,
  type DeskGround,
  type Reason,
  type RoutingEvent,
} from './routing-events';

const REASONS_SHOWN = 3;
const SOURCES: Record<Reason['source'], string> = {
  duty: '职责',
  appeal: '以往诉求',
  article: '知识条目',
  territory: '辖区',
};

/** What the decision rests on, out of a classification. */
export function sortedBy(classification: Classification): Sorted {
  const [first] = classification.candidates;
  const { assist, sure, proposed, urgent } = classification;
  const lead = first?.unit ?? '';
  return {
    lead,
    assist: assist.filter((unit) => unit !== lead),
    sure: sure && first !== undefined,
    proposed,
    ...(urgent && { urgent }),
    why: first ? reasonsInWords(first) : '',
  };
}

/** The reasons for a unit in words, e.g. `“退税、留抵”见于职责“税收征管”`; at most three. */
export function reasonsInWords({ reasons, score }: Candidate): string {
  const shown = reasons
    .slice(0, REASONS_SHOWN)
    .map(({ words, source, ref }) => `“${words.join('、')}”见于${SOURCES[source]}“${ref}”`);
  return [...shown, `把握 ${(score * 100).toFixed(1)}%`].join('；');
}

/** The one event that ends the sorting: answered, dispatched, or on the desk. */
export function sortAppeal(file: AppealFile, policy: RoutingPolicy, at: number): RoutingEvent {
  const { sorted, sought } = file;
  if (sought?.sure && policy.articleInForce(sought.articleId, at))
    return { type: 'AnsweredDirectly', articleId: sought.articleId, score: sought.score };
  if (sorted === null) return onDesk('unsure');
  if (sorted.proposed !== '') return onDesk('proposed', sorted.proposed);
  const { why } = sorted;
  // It may have been classified before units were merged.
  const lead = policy.successorOf(sorted.lead);
  const assist = [...new Set(sorted.assist.map((unit) => policy.successorOf(unit)))].filter(
    (unit) => unit !== lead,
  );
  if (!sorted.sure || !policy.unitExists(lead)) return onDesk('unsure');
  if (complainedOfAmong([lead, ...assist], file, policy).length > 0) return onDesk('complaint-about-unit');
  if (uncheckedFacts(file, policy.pack(file.packHash)) !== undefined) return onDesk('facts-unchecked');
  const known = assist.filter((unit) => policy.unitExists(unit));
  return {
    type: 'AppealDispatched',
    dispatchNo: file.dispatchNo + 1,
    lead,
    assist: known,
    decidedBy: BY_RULE,
    why,
    reason: '',
  };
}

/**
 * Who has to check the facts before a unit gets it (HD-7; CD 二-3); undefined where nobody has to any more.
 */
export function uncheckedFacts({ factsChecked }: AppealFile, { checks }: Pack): string | undefined {
  return factsChecked || checks?.facts?.before !== 'dispatched' ? undefined : checks.facts.by;
}

/** On the desk for a reason, with what is proposed to the clerk. */
export function onDesk(why: DeskGround, proposed = ''): RoutingEvent {
  return { type: 'DeskEntered', why, proposed };
}
