// 部门直报已闭环诉求 (SZ 二-1, 附1-1.3, 1.4): what a unit closed itself is an appeal that counts – received and closed –
// and has nothing left to be done: no clock, no card, no call. The same matter of the same enterprise that is
// here already is not counted twice (IN-5). A table does not say when a matter was closed: it was by the end
// of its period at the latest, or by the day of the telling, if that was sooner.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import { reachOf } from '#policy/scopes';
import type { Appeal } from './appeal';
import type { AppealPolicy, AppealRefusal, ReportAppeal } from './appeal-commands';
import type { AppealEvent } from './appeal-events';
import { kindGiven } from './take-on';

/** Decides on a row of a table; one that is here already changes nothing. */
export function decideReport(
  { row, number, sourceNumber, enterprise, same, period, periodEndAt, table }: ReportAppeal,
  appeal: Appeal,
  { packFor }: AppealPolicy,
  { actor, at }: Decision,
): Decided<AppealEvent, AppealRefusal> {
  if (appeal.status !== 'none') return decided<AppealEvent>();
  const { channel } = row.submission;
  const { pack, hash: packHash } = packFor(channel, '');
  const { unit = '' } = actor;
  if (reachOf(pack, actor.role, 'ReportAppeals') === 'none' || unit === '')
    return reject('ROLE_NOT_ALLOWED', 'IN-9', { role: actor.role });
  const { title, content, enterpriseName, contactName, contactPhone } = row.submission;
  const { answer, unitContact, unitPhone } = row;
  return decided<AppealEvent>({
    type: 'AppealReported',
    ...{ number, channel, sourceNumber, kind: kindGiven(pack, ''), pack: pack.id, packHash },
    ...{ uscc: enterprise?.uscc ?? '', region: enterprise?.region ?? '', unit, period },
    ...{
      receivedAt: row.receivedAt,
      closedAt: Math.min(at, periodEndAt - 1),
      satisfaction: row.satisfaction,
    },
    ...{ sameAs: same?.id ?? '', sameAsNumber: same?.number ?? '', similarity: same?.similarity ?? 0 },
    ...{ reportedBy: actor.id, table },
    words: { title, content, enterpriseName, contactName, contactPhone, answer, unitContact, unitPhone },
  });
}
