// Between the events of a deliberation and the bytes of the journal. What is put to a panel, why somebody
// stands aside or votes as he does, and what a meeting concluded is sealed; who, when and how it ended stands
// in clear.
import * as wire from '#contracts/gen/zhitong/triage/v1/events';
import { type EventCodec, eventCodec, rowsOf } from '#platform/runtime/codec';
import type { Concern } from '#policy/panel-concern';
import type { Question } from '../../domain/deliberation';
import type { DeliberationEvent, LapseGround, StoodAside } from '../../domain/deliberation-events';
import { openWords, sealWords } from '#contracts/sealed-words';

const row = rowsOf<DeliberationEvent>();

function concernedOf(members: readonly wire.ConcernedMember[]): { concerned?: readonly StoodAside[] } {
  if (members.length === 0) return {};
  return { concerned: members.map(({ why, ...one }) => ({ ...one, why: why as Concern })) };
}

/** Events of `triage.deliberation`. */
export const deliberationCodec: EventCodec<DeliberationEvent> = eventCodec<DeliberationEvent>({
  'zhitong.triage.v1.PanelConvened': row(
    'PanelConvened',
    wire.PanelConvened,
    ({ reason, members, ...event }, seal) => ({
      ...event,
      members: [...members],
      sealed: sealWords(reason, seal),
    }),
    ({ sealed, question, ...event }, open) => ({
      type: 'PanelConvened',
      ...event,
      question: question as Question,
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.triage.v1.RecusalDeclared': row(
    'RecusalDeclared',
    wire.RecusalDeclared,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'RecusalDeclared', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.VoteCast': row(
    'VoteCast',
    wire.VoteCast,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'VoteCast', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.PanelRuled': row(
    'PanelRuled',
    wire.PanelRuled,
    ({ dissenting, absent, recused, concerned = [], ...event }) => ({
      ...event,
      dissenting: [...dissenting],
      absent: [...absent],
      recused: [...recused],
      concerned: [...concerned],
    }),
    ({ question, concerned, ...event }) => ({
      type: 'PanelRuled',
      ...event,
      question: question as Question,
      ...concernedOf(concerned),
    }),
  ),
  'zhitong.triage.v1.SessionLapsed': row(
    'SessionLapsed',
    wire.SessionLapsed,
    ({ absent, recused, concerned = [], ...event }) => ({
      ...event,
      absent: [...absent],
      recused: [...recused],
      concerned: [...concerned],
    }),
    ({ question, why, concerned, ...event }) => ({
      type: 'SessionLapsed',
      ...event,
      question: question as Question | '',
      why: why as LapseGround,
      ...concernedOf(concerned),
    }),
  ),
  'zhitong.triage.v1.MeetingConvened': row(
    'MeetingConvened',
    wire.MeetingConvened,
    ({ reason, units, ...event }, seal) => ({ ...event, units: [...units], sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'MeetingConvened', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.MeetingRecorded': row(
    'MeetingRecorded',
    wire.MeetingRecorded,
    ({ conclusion, assist, attended, absent, ...event }, seal) => ({
      ...event,
      assist: [...assist],
      attended: [...attended],
      absent: [...absent],
      sealed: sealWords(conclusion, seal),
    }),
    ({ sealed, ...event }, open) => ({
      type: 'MeetingRecorded',
      ...event,
      conclusion: openWords(sealed, open),
    }),
  ),
});
