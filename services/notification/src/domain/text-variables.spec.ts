// What a pack's text may say on which occasion stands in a table of the loader (KNOWN_ON); here every event
// that anybody is told of shows what its texts can really say. What reads “—” is not known.
import { MESSAGE_VARIABLES, type Occasion, OCCASIONS } from '#policy/pack-words';
import { KNOWN_ON, deadlineIsTold } from '#policy/text-variables';
import type { Pack } from '#policy/pack';
import { MessageDesk, SUBMITTED, YICHENG, wall } from '../../test/desk';
import type { MessageCause } from './message-events';

const at = wall('2026-03-02 09:00');
const unit = 'tax';
const reason = '缘由';
const dueAt = wall('2026-03-04 09:00');
const ALL = MESSAGE_VARIABLES.map((name) => `${name}={${name}}`).join('|');
const DISPATCHED: MessageCause = { type: 'AppealDispatched', lead: unit, assist: [] };

type Samples = { readonly [T in MessageCause['type']]: readonly (MessageCause & { readonly type: T })[] };

/** Before a unit has it. */
const EARLY: readonly MessageCause['type'][] = [
  ...(['AppealSubmitted', 'AppealAdmitted', 'AppealDeclined', 'AppealSentBack', 'AppealJoined'] as const),
  ...(['DeskEntered', 'AnsweredDirectly', 'AppealDispatched'] as const),
];

const SAMPLES: Samples = {
  AppealSubmitted: [SUBMITTED],
  AppealAdmitted: [{ type: 'AppealAdmitted', packHash: 'p' }],
  UrgencyConfirmed: [{ type: 'UrgencyConfirmed' }],
  PackChanged: [{ type: 'PackChanged', packHash: 'p' }],
  AppealDeclined: [{ type: 'AppealDeclined', ground: 'other', reason }],
  AppealSentBack: [{ type: 'AppealSentBack', reason }],
  AppealJoined: [{ type: 'AppealJoined', joinedToNumber: 'YC-0' }],
  AppealUrged: [{ type: 'AppealUrged' }],
  AppealWithdrawn: [{ type: 'AppealWithdrawn' }],
  ProtectionLifted: [],
  PushHeld: [],
  PushRejected: [],
  WithdrawalGranted: [{ type: 'WithdrawalGranted' }],
  DeskEntered: [{ type: 'DeskEntered' }],
  AnsweredDirectly: [{ type: 'AnsweredDirectly', articleId: 'K001' }],
  AppealDispatched: [{ type: 'AppealDispatched', lead: unit, assist: [] }],
  DispatchRecalled: [{ type: 'DispatchRecalled', unit, reason }],
  ObjectionRuled: [{ type: 'ObjectionRuled', unit, upheld: true, reason }],
  WorkOrderAcknowledged: [{ type: 'WorkOrderAcknowledged', unit }],
  DispatchObjected: [{ type: 'DispatchObjected', unit, reason }],
  EnterpriseContacted: [{ type: 'EnterpriseContacted', unit, reached: true, arrived: true, satisfies: true }],
  AssistAcknowledged: [{ type: 'AssistAcknowledged', unit }],
  AssistObjected: [{ type: 'AssistObjected', unit, reason }],
  AssistObjectionRuled: [{ type: 'AssistObjectionRuled', unit, upheld: true, reason }],
  ContributionGiven: [{ type: 'ContributionGiven', unit }],
  EscalationRequested: [{ type: 'EscalationRequested', unit, reason }],
  EscalationRuled: [{ type: 'EscalationRuled', unit, reason }],
  PreliminaryOpinionGiven: [{ type: 'PreliminaryOpinionGiven', unit, opinion: '拟办' }],
  AppealCompleted: [{ type: 'AppealCompleted', unit, result: '已办' }],
  AnswerReleased: [{ type: 'AnswerReleased', unit }],
  AnswerReturned: [{ type: 'AnswerReturned', unit, reason }],
  ExtensionRuled: [{ type: 'ExtensionRuled', unit, granted: true, deadlineAt: dueAt }],
  FactsChecked: [{ type: 'FactsChecked', note: reason }],
  ResultChecked: [{ type: 'ResultChecked', note: reason }],
  AppealFollowedUp: [{ type: 'AppealFollowedUp', content: true }],
  AppealRated: [{ type: 'AppealRated' }],
  AppealReopened: [{ type: 'AppealReopened', unit, reason }],
  AppealClosed: [{ type: 'AppealClosed', why: 'satisfied' }],
  DataRequested: [{ type: 'DataRequested', unit, purpose: reason, dueAt }],
  InsideStepOverdue: [{ type: 'InsideStepOverdue', unit, step: 'draft', dueAt, persons: [] }],
  DataRequestNear: [{ type: 'DataRequestNear', unit, dueAt }],
  DataRequestOverdue: [{ type: 'DataRequestOverdue', unit, fromUnit: 'water' }],
  DataAnswered: [{ type: 'DataAnswered', unit }],
  DeadlineNear: [{ type: 'DeadlineNear', unit, clock: 'resolve', deadlineAt: dueAt }],
  YellowCardIssued: [{ type: 'YellowCardIssued', unit, clock: 'resolve', deadlineAt: dueAt }],
  RedCardIssued: [{ type: 'RedCardIssued', unit, clock: 'resolve' }],
};

/** One text on each occasion, with every variable, to the enterprise. */
function packTelling(clocks: Pack['clocks']): Pack {
  const text = { zh: ALL, en: ALL };
  const messages = OCCASIONS.map((on) => ({ id: on, on, to: 'enterprise', channel: 'sms' as const, text }));
  return { ...YICHENG, clocks, messages };
}

/** What is filled in on each occasion that comes. */
function filledUnder(pack: Pack): ReadonlyMap<string, readonly string[]> {
  const filled = new Map<string, readonly string[]>();
  for (const event of Object.values<readonly MessageCause[]>(SAMPLES).flat()) {
    const desk = new MessageDesk(pack);
    if (event.type !== 'AppealSubmitted') desk.happens(at, SUBMITTED);
    if (!EARLY.includes(event.type)) desk.happens(at + 1, DISPATCHED);
    if (event.type === 'AnswerReleased')
      desk.happens(at + 2, { type: 'AppealCompleted', unit, result: '已办' });
    const before = desk.book.length;
    desk.happens(at + 3, event);
    for (const { event: told } of desk.book.slice(before)) {
      if (told.type !== 'MessageClaimed' || told.letter === 'erased') continue;
      const pairs = told.letter.text.split('|').map((pair) => pair.split('=') as [string, string]);
      filled.set(
        told.template,
        pairs.flatMap(([name, value]) => (value === '—' ? [] : [name])),
      );
    }
  }
  return filled;
}

test.each(OCCASIONS.map((on) => [on]))('%s says what the table says, and nothing else', (on) => {
  const known = MESSAGE_VARIABLES.filter((name) => KNOWN_ON[name].includes(on));
  expect(filledUnder(packTelling([])).get(on)).toEqual(known);
});

const [CLOCK] = YICHENG.clocks;

test.each<[on: Occasion, starts: Pack['clocks'][number]['starts'][number], told: boolean]>([
  ['recalled', 'recalled', true],
  ['recalled', 'reopened', false],
  ['urged', 'dispatched', true],
  ['urged', 'recalled', false],
])('a deadline on %s by a clock that starts on %s: %s', (on, start, told) => {
  if (CLOCK === undefined) throw new Error('A pack without clocks');
  const { onlyIf: _any, ...clock } = { onlyIf: undefined, ...CLOCK, appliesTo: 'unit' as const };
  const pack = packTelling([{ ...clock, starts: [start] }]);
  expect(deadlineIsTold({ id: on, on }, pack)).toBe(told);
  expect(filledUnder(pack).get(on)?.includes('deadline')).toBe(told);
});
