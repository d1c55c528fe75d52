// Whoever is refused is told what he may do instead, on which clause it rests, and who was there before him –
// unless he does not see the case: then it is for him as if there were none.
import { EVENT_NAMES } from '#contracts/event-names';
import type { ProblemChange, ProblemClause } from '#contracts/problem';
import type { Pack } from '#policy/pack';
import { clauseOf } from '#policy/refusal-clause';
import type { AskedCommand } from '#policy/scopes';
import { shownTo } from '../../../../app/sight';
import { changesOf, type CourseEntry, isOvertaken, roleBehind } from '../../../../app/who-was-first';
import { isoOf } from '../../../mapping/case-json';
import { actsFor, packOf, sightFor } from '../case-rights';
import type { Edge } from '../edge';
import { type Asking, type Refused, refused } from '../route';

/** A refusal of a command on a case. */
interface RefusedOn {
  readonly appealId: string;
  readonly command: AskedCommand;
  readonly refusal: Refused;
}

/**
 * The refusal with all that, as far as the case file knows it; it is read up to what the refusal rests on.
 */
export async function withWayOut(
  edge: Edge,
  asking: Asking,
  { appealId, command, refusal }: RefusedOn,
): Promise<Refused> {
  const { service, code, asOf = '' } = refusal;
  const overtaken = isOvertaken(code);
  const question = { appealId, number: '', view: 'staff', covering: overtaken ? asOf : '' };
  const found = (await edge.peers.casework.getCase(question)).case;
  const sight = sightFor(edge, asking);
  const summary = found?.summary;
  // An appeal just handed in may have no file yet; only who sees all may hear of it from its owner.
  if (!found || !summary) return sight.words === 'all' ? refusal : refused('NOT_FOUND');
  if (shownTo(sight, summary) === 'nothing') return refused('NOT_FOUND');
  const pack = packOf(edge, summary);
  const clause = clauseOf(pack, { code, params: refusal.params, command });
  const changes = overtaken
    ? changesOf({ service, code, asOf, seen: asking.expectedSeq }, found.timeline)
    : [];
  return {
    ...refusal,
    caseStatus: summary.status,
    instead: actsFor(edge, asking, summary, found),
    ...(clause !== undefined && { clause: clauseJson(pack, clause) }),
    ...(overtaken && { changed: changes.map((entry) => changeJson(pack, entry)) }),
  };
}

function clauseJson({ id, legalBasis }: Pack, text: string): ProblemClause {
  const { document, title } = legalBasis;
  const zh = `依据：${title}（${document}），${text}。`;
  return { pack: id, text, messages: { zh, en: `Laid down in ${document}: ${text}.` } };
}

function changeJson(pack: Pack, entry: CourseEntry): ProblemChange {
  const { eventId, type, by, unit, at } = entry;
  const what = EVENT_NAMES[type] ?? { zh: type, en: type };
  return { eventId, type, what, by: { id: by, role: roleBehind(pack, entry) }, unit, at: isoOf(at) ?? '' };
}
