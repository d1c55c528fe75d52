// 提请专家研判: a panel is convened with a question the pack puts, by who may convene it (KB-5, HD-5; YC-2 派遣研判、
// 办结情况验收; SZ 二-2). Whoever is refused is told everything that is wrong at once, field by field.
import { type Decision, decided, reject, rejectFields } from '#kernel/decider';
import { PANEL_QUESTIONS, panelQuestionsOf } from '#policy/panel-questions';
import type { Deliberation, Question } from './deliberation';
import type { DeliberationPolicy, SessionCommand } from './deliberation-commands';
import type { Voting } from './panel-count';
import { wrongExperts } from './panel-members';
import {
  type SessionAnswer,
  type WrongOnes,
  endOfDay,
  endOfPeriod,
  inList,
  namedTwice,
  notOpen,
  sessionPending,
  shortened,
  wrongDay,
} from './session-rules';

type ConvenePanel = Extract<SessionCommand, { type: 'ConvenePanel' }>;

/** Convenes a panel on a question the pack foresees. */
export function convenePanel(
  command: ConvenePanel,
  state: Deliberation,
  policy: DeliberationPolicy,
  { at, actor }: Decision,
): SessionAnswer {
  const refused = notOpen(command, state, policy, actor) ?? sessionPending(state);
  if (refused) return refused;
  const { matter } = state;
  const { members, chair, dueOn, reason } = command;
  const pack = policy.pack(matter.packHash);
  const question = PANEL_QUESTIONS.find((one) => one === command.question);
  const foreseen = panelQuestionsOf(pack);
  if (pack.panel === undefined || question === undefined || !foreseen.includes(question)) {
    const allowed = foreseen.length === 0 ? {} : { allowed: foreseen.join(', ') };
    const params = { question: shortened(command.question), ...allowed };
    return reject('QUESTION_NOT_FORESEEN', 'KB-5', params, 'question');
  }
  const latestAt = endOfPeriod(pack.panel.voting.within, at, pack, policy);
  const wrong = rejectFields('KB-5', [
    ...wrongStage(question, state),
    ...wrongMembers(command, pack.panel.voting),
    ...wrongExperts(members, matter, policy, at),
    ...(dueOn === '' ? [] : wrongDay(dueOn, 'dueOn', at, latestAt)),
  ]);
  if (wrong) return wrong;
  const dueAt = dueOn === '' ? latestAt : Math.min(endOfDay(dueOn), latestAt);
  const sessionNo = matter.sessions + 1;
  const called = { sessionNo, question, members, chair, dueAt, by: actor.id, reason };
  return decided({ type: 'PanelConvened', ...called });
}

function wrongStage(question: Question, { matter }: Deliberation): WrongOnes {
  const answered = matter.stage === 'answered';
  if (question === 'result' && !answered) return [{ code: 'NOT_ANSWERED', field: 'question', params: {} }];
  return question === 'responsibility' && answered
    ? [{ code: 'ALREADY_ANSWERED', field: 'question', params: {} }]
    : [];
}

function wrongMembers({ members, chair }: ConvenePanel, { quorum }: Voting): WrongOnes {
  const params = { quorum: String(quorum) };
  return [
    ...namedTwice(inList('members', members)),
    ...(members.length < quorum ? [{ code: 'MEMBERS_TOO_FEW', field: 'members', params } as const] : []),
    ...(members.includes(chair)
      ? []
      : [{ code: 'CHAIR_NOT_MEMBER', field: 'chair', params: { chair: shortened(chair) } } as const]),
  ];
}
