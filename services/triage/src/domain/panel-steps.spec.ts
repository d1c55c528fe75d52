import { PEOPLE, YICHENG } from '../../test/scenario';
import {
  CONVENE,
  SESSIONS,
  type SessionPast,
  expert,
  inSession,
  sessionAfter,
  voting,
} from '../../test/sessions';
import type { DeliberationCause } from './deliberation-events';

const { clerk, supervisor, handler } = PEOPLE;
const vote = (option: string, sessionNo = 1) =>
  ({ type: 'CastVote', sessionNo, option, reason: '依职责清单' }) as const;
const aside = { type: 'DeclareRecusal', sessionNo: 1, reason: '曾任该企业顾问' } as const;
const completed: DeliberationCause = { type: 'AppealCompleted', dispatchNo: 1 };
const CLOSE = { type: 'CloseSession' } as const;

describe('convening a panel (KB-5, YC-2)', () => {
  test('has a number, and time until the end of the second working day', () => {
    const { events } = inSession(SESSIONS.dispatched, clerk, CONVENE, 0);
    expect(events).toEqual([
      {
        ...{ type: 'PanelConvened', sessionNo: 1, question: 'responsibility', chair: 'an', by: 'wang' },
        ...{ members: CONVENE.members, reason: CONVENE.reason, dueAt: Date.parse('2026-03-05T00:00+08:00') },
      },
    ]);
  });

  test.each([
    ['before admission', SESSIONS.nothing, clerk, {}, 'NOT_ADMITTED'],
    ['by a role without the right', SESSIONS.dispatched, handler, {}, 'ROLE_NOT_ALLOWED'],
    ['while another sits', SESSIONS.sitting, clerk, {}, 'SESSION_PENDING'],
    [
      'on what the pack does not put',
      SESSIONS.dispatched,
      clerk,
      { question: 'advice' },
      'QUESTION_NOT_FORESEEN',
    ],
    ['on no question at all', SESSIONS.dispatched, clerk, { question: 'luck' }, 'QUESTION_NOT_FORESEEN'],
    ['on a result that is not there', SESSIONS.dispatched, clerk, { question: 'result' }, 'NOT_ANSWERED'],
    ['on whose duty was done', SESSIONS.answered, clerk, {}, 'ALREADY_ANSWERED'],
    ['with fewer than the quorum', SESSIONS.dispatched, clerk, { members: ['an', 'bo'] }, 'MEMBERS_TOO_FEW'],
    ['with somebody twice', SESSIONS.dispatched, clerk, { members: ['an', 'bo', 'bo'] }, 'NAMED_TWICE'],
    ['chaired by a stranger', SESSIONS.dispatched, clerk, { chair: 'zhu' }, 'CHAIR_NOT_MEMBER'],
    ['until a day that is none', SESSIONS.dispatched, clerk, { dueOn: '2026-02-30' }, 'DATE_UNREAL'],
    ['until yesterday', SESSIONS.dispatched, clerk, { dueOn: '2026-03-01' }, 'DATE_PAST'],
    ['longer than the pack lets', SESSIONS.dispatched, clerk, { dueOn: '2026-03-05' }, 'DATE_TOO_LATE'],
    ['of a closed appeal', [...SESSIONS.answered, [0, { type: 'AppealEnded' }]], clerk, {}, 'CLOSED'],
  ] as const)('%s is refused', (_name, past, actor, change, code) => {
    expect(inSession(past, actor, { ...CONVENE, ...change }, 0).refused).toBe(code);
  });

  test.each([
    [{ members: ['an', 'bo', 'bo'] }, ['members[2] NAMED_TWICE']],
    [{ members: ['an', 'bo'] }, ['members MEMBERS_TOO_FEW']],
    [{ chair: 'zhu' }, ['chair CHAIR_NOT_MEMBER']],
    [{ dueOn: '2026-03-01' }, ['dueOn DATE_PAST']],
    [{ question: 'luck' }, ['question QUESTION_NOT_FORESEEN']],
    [{ question: 'result' }, ['question NOT_ANSWERED']],
    [
      { members: ['an', 'zhu'], chair: 'bo', dueOn: '2026-03-05' },
      [
        ...['members MEMBERS_TOO_FEW', 'chair CHAIR_NOT_MEMBER', 'members[1] EXPERT_UNKNOWN'],
        'dueOn DATE_TOO_LATE',
      ],
    ],
  ])('what is wrong with %j is told field by field', (change, wrong) => {
    expect(inSession(SESSIONS.dispatched, clerk, { ...CONVENE, ...change }, 0).wrong).toEqual(wrong);
  });

  test('what the pack puts before a panel is told to whoever asks another thing', () => {
    const { params } = inSession(SESSIONS.dispatched, clerk, { ...CONVENE, question: 'advice' }, 0);
    expect(params).toEqual({ question: 'advice', allowed: 'responsibility, result' });
  });

  test('an earlier day may be set', () => {
    const [convened] = inSession(SESSIONS.dispatched, supervisor, { ...CONVENE, dueOn: '2026-03-03' }).events;
    expect(convened).toMatchObject({ dueAt: Date.parse('2026-03-04T00:00+08:00') });
  });
});

test('a period that ends within a day ends then, on whatever day the panel is to end', () => {
  const { panel } = YICHENG;
  const voting = panel && { ...panel.voting, within: 'hours:36' };
  const pack = { ...YICHENG, ...(panel && voting && { panel: { ...panel, voting } }) };
  const lasts = (dueOn: string) =>
    inSession(SESSIONS.dispatched, clerk, { ...CONVENE, dueOn }, 0, pack).events[0];
  expect(lasts('')).toMatchObject({ dueAt: Date.parse('2026-03-03T21:00+08:00') });
  expect(lasts('2026-03-03')).toMatchObject({ dueAt: Date.parse('2026-03-03T21:00+08:00') });
  expect(lasts('2026-03-02')).toMatchObject({ dueAt: Date.parse('2026-03-03T00:00+08:00') });
});

describe('voting', () => {
  test('the last vote ends the session; dissent is on record', () => {
    const cast = voting(SESSIONS.sitting, [
      ['an', 'tax'],
      ['bo', 'market'],
      ['cheng', 'tax'],
      ['dai', 'tax'],
    ]);
    expect(cast.events[1]).toEqual({
      ...{ type: 'PanelRuled', sessionNo: 1, question: 'responsibility', option: 'tax', votesFor: 3 },
      ...{ votesCast: 4, byChair: false, dissenting: ['bo'], absent: [], recused: [] },
    });
    expect(sessionAfter(cast.past).status).toBe('idle');
  });

  test('at the end of the time the votes there are count, if they are a quorum', () => {
    const three = voting(SESSIONS.sitting, [
      ['an', 'tax'],
      ['bo', 'tax'],
      ['cheng', 'market'],
    ]);
    expect(inSession(three.past, expert('x'), CLOSE, 62).types).toEqual([]);
    expect(inSession(three.past, expert('x'), CLOSE, 63).events).toMatchObject([
      {
        type: 'PanelRuled',
        option: 'tax',
        votesFor: 2,
        votesCast: 3,
        absent: ['dai'],
        dissenting: ['cheng'],
      },
    ]);
    const two = voting(SESSIONS.sitting, [
      ['an', 'tax'],
      ['bo', 'tax'],
    ]);
    expect(inSession(two.past, expert('x'), CLOSE, 63).events).toMatchObject([
      { type: 'SessionLapsed', why: 'no-quorum', absent: ['cheng', 'dai'] },
    ]);
  });

  test('a session that lapsed is counted, and another is convened', () => {
    const over = inSession(SESSIONS.sitting, expert('x'), CLOSE, 63);
    expect(sessionAfter(over.past).matter).toMatchObject({ sessions: 1, lapsed: 1 });
    expect(inSession(over.past, clerk, CONVENE, 64).events).toMatchObject([{ sessionNo: 2 }]);
  });

  test.each([
    ['by whom nobody asked', 'zhu', vote('tax'), 'NOT_A_MEMBER'],
    ['for a unit that is none', 'an', vote('moon'), 'UNIT_UNKNOWN'],
    ['without a reason', 'an', { ...vote('tax'), reason: ' ' }, 'REASON_MISSING'],
    ['in another session', 'an', vote('tax', 2), 'STALE_SESSION'],
  ] as const)('%s is refused', (_name, who, command, code) => {
    expect(inSession(SESSIONS.sitting, expert(who), command).refused).toBe(code);
  });

  test('what is wrong with a vote is told with its field', () => {
    const wrong = (change: object, past = SESSIONS.sitting) =>
      inSession(past, expert('an'), { ...vote('tax'), ...change }).wrong;
    expect(wrong({ option: 'moon', reason: '' })).toEqual(['option UNIT_UNKNOWN', 'reason REASON_MISSING']);
    expect(wrong({}, SESSIONS.onResult)).toEqual(['option OPTION_UNKNOWN']);
    expect(wrong({ sessionNo: 2 })).toEqual(['sessionNo STALE_SESSION']);
    expect(inSession(SESSIONS.sitting, expert('an'), { ...aside, reason: '' }).wrong).toEqual([
      'reason REASON_MISSING',
    ]);
  });

  test('once, in time, and by the role of the panel', () => {
    const voted = voting(SESSIONS.sitting, [['an', 'tax']]);
    expect(inSession(voted.past, expert('an'), vote('market')).refused).toBe('ALREADY_VOTED');
    expect(inSession(voted.past, expert('an'), aside).refused).toBe('ALREADY_VOTED');
    expect(inSession(SESSIONS.sitting, expert('an'), vote('tax'), 63).refused).toBe('SESSION_OVER');
    expect(inSession(SESSIONS.dispatched, expert('an'), vote('tax')).refused).toBe('NO_SESSION');
    expect(inSession(SESSIONS.sitting, expert('an', 'clerk'), vote('tax')).refused).toBe('ROLE_NOT_ALLOWED');
    const lets = { ...YICHENG, scopes: [...YICHENG.scopes] };
    lets.scopes.push({ role: 'clerk', clause: 'c', sees: 'all', on: 'all', may: ['CastVote'] });
    expect(inSession(SESSIONS.sitting, expert('an', 'clerk'), vote('tax'), 1, lets).refused).toBe(
      'NOT_A_MEMBER',
    );
  });

  test('on a result there is a yes and a no', () => {
    expect(inSession(SESSIONS.onResult, expert('an'), vote('tax')).refused).toBe('OPTION_UNKNOWN');
    expect(inSession(SESSIONS.onResult, expert('an'), vote('approved')).types).toEqual(['VoteCast']);
  });
});

describe('standing aside', () => {
  test('takes the vote away; below the quorum the session is over at once', () => {
    const one = inSession(SESSIONS.sitting, expert('dai'), aside);
    expect(one.types).toEqual(['RecusalDeclared']);
    expect(inSession(one.past, expert('dai'), vote('tax')).refused).toBe('ALREADY_RECUSED');
    expect(inSession(one.past, expert('cheng'), aside).events[1]).toMatchObject({
      ...{ type: 'SessionLapsed', why: 'no-quorum', recused: ['dai', 'cheng'], absent: [] },
    });
  });

  test('of the last who had not voted ends the session', () => {
    const three = voting(SESSIONS.sitting, [
      ['an', 'tax'],
      ['bo', 'tax'],
      ['cheng', 'tax'],
    ]);
    expect(inSession(three.past, expert('dai'), aside).types).toEqual(['RecusalDeclared', 'PanelRuled']);
  });

  test('needs a reason', () => {
    expect(inSession(SESSIONS.sitting, expert('an'), { ...aside, reason: '' }).refused).toBe(
      'REASON_MISSING',
    );
  });
});

test.each<[string, readonly SessionPast[], DeliberationCause]>([
  ['on whose duty it is, once the unit answered', SESSIONS.sitting, completed],
  ['once the appeal passed to another pack', SESSIONS.sitting, { type: 'PackChanged', packHash: 'pack-2' }],
  ['on a result, once it was taken up anew', SESSIONS.onResult, { type: 'AppealReopened' }],
])('%s, nobody votes or stands aside before the panel is dissolved', (_name, past, cause) => {
  const then: readonly SessionPast[] = [...past, [1, cause]];
  const { matter } = sessionAfter(then);
  expect([sessionAfter(then).status, matter.stage === 'over']).toEqual(['sitting', false]);
  const refused = [vote('tax'), vote('approved'), aside].map(
    (command) => inSession(then, expert('an'), command).refused,
  );
  expect(refused).toEqual(['NO_SESSION', 'NO_SESSION', 'NO_SESSION']);
});

test('what an appeal outran is dissolved', () => {
  const dissolve = { type: 'DissolveSession' } as const;
  const ended = [...SESSIONS.sitting, [1, { type: 'AppealEnded' }]] as const;
  expect(inSession(ended, expert('x'), dissolve, 2).events).toMatchObject([{ why: 'overtaken' }]);
  const answered = [...SESSIONS.sitting, [1, completed]] as const;
  expect(inSession(answered, expert('x'), dissolve, 2).types).toEqual(['SessionLapsed']);
  const older = [...SESSIONS.sitting, [1, { type: 'AppealCompleted', dispatchNo: 0 }]] as const;
  expect(inSession(older, expert('x'), dissolve, 2).types).toEqual([]);
  const moved = [...SESSIONS.sitting, [1, { type: 'PackChanged', packHash: 'pack-2' }]] as const;
  expect(inSession(moved, expert('x'), dissolve, 2).types).toEqual(['SessionLapsed']);
  const reopened = [...SESSIONS.onResult, [1, { type: 'AppealReopened' }]] as const;
  expect(inSession(reopened, expert('x'), dissolve, 2).types).toEqual(['SessionLapsed']);
});
