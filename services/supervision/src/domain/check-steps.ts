// 抽查复核 (SV-4, CR 二-6): a case that was drawn is looked at by somebody the pack names and who had no hand in
// it, against the standard of its completion type. It passes, or it is handed back with a demand and a
// deadline, or it was perfunctory and the case is worked on again (敷衍的重新办理). What was handed back the unit
// mends, and the reviewer says whether that is enough. A case that is opened again for any reason overtakes
// its check.
import { type Decided, type Decision, type Rejection, decided, reject } from '#kernel/decider';
import type { Ground } from '#policy/pack-words';
import { FINDINGS } from './appraisal-events';
import type { KnownOversight, SpotCheck } from './oversight';
import type { CheckCommand, OversightPolicy, OversightRefusal } from './oversight-commands';
import type { OversightEvent } from './oversight-events';
import { isOfUnit } from './own-unit';
import { clearance, noticed } from './register-steps';
import { deadlineOf } from './term';

type Answer = Decided<OversightEvent, OversightRefusal>;
type Refused = { readonly ok: false; readonly error: Rejection<OversightRefusal> };
type Command<T extends CheckCommand['type']> = Extract<CheckCommand, { type: T }>;

/** The reviewer says what he found. */
export function giveFindings(
  command: Command<'GiveFindings'>,
  state: KnownOversight,
  policy: OversightPolicy,
  { at, actor }: Decision,
): Answer {
  const check = checkFor(command.checkNo, state, policy, actor);
  if ('ok' in check) return check;
  if (check.status !== 'drawn') return ended(check);
  const { no: checkNo, unit } = check;
  const verdict = FINDINGS.find((one) => one === command.verdict);
  if (verdict === undefined) return reject('VERDICT_UNKNOWN', 'SV-4', { allowed: FINDINGS.join(', ') });
  if (verdict === 'passed') return decided({ type: 'SpotCheckPassed', checkNo, unit, by: actor.id });
  const foreign = command.missing.find((one) => !check.standard.includes(one));
  if (foreign !== undefined)
    return reject('NOT_OF_STANDARD', 'SV-4', {
      field: foreign.slice(0, 40),
      standard: check.standard.join(', '),
    });
  if (command.demand.trim() === '') return reject('TEXT_MISSING', 'SV-4', { field: 'demand' });
  const reopen = verdict === 'perfunctory';
  const deadlineAt = reopen ? 0 : mendBy(command.dueOn, state, policy, at);
  if (typeof deadlineAt !== 'number') return deadlineAt;
  const { missing, demand } = command;
  const ground: Ground = reopen ? 'perfunctory' : 'poor-quality';
  const about = aboutCheck(checkNo);
  return decided<OversightEvent>(
    { type: 'SpotCheckFailed', checkNo, unit, missing, reopen, deadlineAt, by: actor.id, demand },
    ...noticed(state, { ground, unit, cause: about, about }, policy.pack(state.packHash)),
  );
}

/** The unit mends what was handed back, in time or late. */
export function mendAnswer(
  { checkNo, answer }: Command<'MendAnswer'>,
  state: KnownOversight,
  policy: OversightPolicy,
  { at, actor }: Decision,
): Answer {
  const check = state.checks.find(({ no }) => no === checkNo);
  if (check === undefined) return reject('CHECK_UNKNOWN', 'SV-4', { check: String(checkNo) });
  if (!isOfUnit(actor, check.unit, policy)) return reject('NOT_YOUR_UNIT', 'SV-4', { unit: check.unit });
  if (check.status !== 'mending') return ended(check);
  if (answer.trim() === '') return reject('TEXT_MISSING', 'SV-4', { field: 'answer' });
  const late = at >= check.deadlineAt;
  return decided({ type: 'AnswerMended', checkNo, unit: check.unit, late, by: actor.id, answer });
}

/** The reviewer is content with what was mended, or hands it back once more. */
export function ruleMending(
  command: Command<'RuleMending'>,
  state: KnownOversight,
  policy: OversightPolicy,
  { at, actor }: Decision,
): Answer {
  const check = checkFor(command.checkNo, state, policy, actor);
  if ('ok' in check) return check;
  if (check.status !== 'mended') return ended(check);
  const { accepted, reason } = command;
  const ruled = { checkNo: check.no, unit: check.unit, accepted, by: actor.id, reason };
  if (accepted) {
    const about = aboutCheck(check.no);
    const entries = state.entries.filter((entry) => entry.open && entry.about === about);
    return decided<OversightEvent>(
      { type: 'MendingRuled', ...ruled, deadlineAt: 0 },
      ...entries.map((entry) => clearance(entry, 'mended', about, actor.id)),
    );
  }
  if (reason.trim() === '') return reject('REASON_MISSING', 'SV-4');
  const deadlineAt = mendBy(command.dueOn, state, policy, at);
  return typeof deadlineAt === 'number'
    ? decided({ type: 'MendingRuled', ...ruled, deadlineAt })
    : deadlineAt;
}

/** The pack's time to mend; where it names none, the day the reviewer names. */
function mendBy(dueOn: string, state: KnownOversight, policy: OversightPolicy, at: number): number | Refused {
  const within = policy.pack(state.packHash).review?.mendWithin ?? '';
  return deadlineOf({ within: dueOn === '' ? within : '', dueOn }, state, policy, at);
}

/** The check, if the actor may review it: named by the pack, and not one who handled the case. */
function checkFor(
  checkNo: number,
  state: KnownOversight,
  policy: OversightPolicy,
  { role, id }: Decision['actor'],
): SpotCheck | Refused {
  const check = state.checks.find(({ no }) => no === checkNo);
  if (check === undefined) return reject('CHECK_UNKNOWN', 'SV-4', { check: String(checkNo) });
  const by = policy.pack(state.packHash).review?.by ?? [];
  if (!by.includes(role)) return reject('ROLE_NOT_ALLOWED', 'SV-4', { role });
  return state.course.handledBy.includes(id) ? reject('SAME_PERSON', 'SV-4') : check;
}

function aboutCheck(checkNo: number): string {
  return `check/${checkNo}`;
}

function ended({ no, status }: SpotCheck): Refused {
  return reject('NOT_AT_THIS_STEP', 'SV-4', { check: String(no), status });
}
