// Who has a vote while a panel sits (KB-5): an, bo and dai are of no unit, shui is of tax and pai of what is
// now part of the water bureau. Three votes are the quorum, between equals the chair's decides; convened on
// Monday at nine, the time is over with Wednesday (63 hours later).
import { PEOPLE } from '../../test/scenario';
import {
  CONVENE,
  SESSIONS,
  type SessionPast,
  expert,
  inSession,
  onHearing,
  sessionAfter,
  sessionPolicy,
  voting,
} from '../../test/sessions';
import { deliberationDecider } from './deliberation-decider';
import type { DeliberationCause } from './deliberation-events';

const CLOSE = { type: 'CloseSession' } as const;
const vote = { type: 'CastVote', sessionNo: 1, option: 'market', reason: '依职责清单' } as const;
const aside = { type: 'DeclareRecusal', sessionNo: 1, reason: '本单位已承办' } as const;
const given = (lead: string, assist: readonly string[] = []): DeliberationCause => ({
  ...{ type: 'AppealDispatched', dispatchNo: 1, lead, assist },
});
/** A panel on a matter that nobody has yet. */
const sittingOf = (...members: readonly string[]): readonly SessionPast[] =>
  inSession(SESSIONS.admitted, PEOPLE.clerk, { ...CONVENE, members, chair: members[0] ?? '' }, 0).past;
const atTheEnd = (past: readonly SessionPast[]) => inSession(past, expert('x'), CLOSE, 63).events;
const ofTax = (voted: boolean) => ({ member: 'shui', unit: 'tax', why: 'in-charge', voted });
const votes = (...cast: readonly string[]) =>
  cast.map((one): readonly [string, string] => {
    const [member = '', option = ''] = one.split(' ');
    return [member, option];
  });

describe('whose unit gets the matter', () => {
  const sitting = sittingOf('an', 'bo', 'shui', 'dai');
  const after = onHearing(sitting, given('tax')).past;

  test('has no vote any more, is told why, and may still say so himself', () => {
    expect(inSession(sitting, expert('shui'), vote).refused).toBe('');
    expect(inSession(after, expert('shui'), vote)).toMatchObject({
      ...{ refused: 'EXPERT_CONCERNED', params: { expert: '税', units: 'tax' } },
    });
    expect(inSession(after, expert('shui'), aside).types).toEqual(['RecusalDeclared']);
    expect(inSession(after, expert('an'), vote).refused).toBe('');
  });

  test('is waited for by nobody: the last vote of the others ends the session', () => {
    const cast = voting(after, votes('an market', 'bo market', 'dai tax'));
    expect(cast.events[1]).toEqual({
      ...{ type: 'PanelRuled', sessionNo: 1, question: 'responsibility', option: 'market', votesFor: 2 },
      ...{ votesCast: 3, byChair: false, dissenting: ['dai'], absent: [], recused: [] },
      concerned: [ofTax(false)],
    });
  });

  test('ends it by that when all others have voted', () => {
    const three = voting(sitting, votes('an market', 'bo market', 'dai tax')).past;
    expect(sessionAfter(three).status).toBe('sitting');
    const heard = onHearing(three, given('water', ['tax']));
    expect(heard.events).toMatchObject([
      { type: 'PanelRuled', option: 'market', votesCast: 3, absent: [], concerned: [ofTax(false)] },
    ]);
    expect(sessionAfter(heard.past).status).toBe('idle');
    expect(onHearing(three, given('water')).events).toEqual([]);
  });

  test('is not called absent when the time is over; who could have voted is', () => {
    const three = sittingOf('an', 'bo', 'cheng', 'dai', 'shui');
    const late = voting(onHearing(three, given('tax')).past, votes('an market', 'bo market', 'cheng tax'));
    expect(atTheEnd(late.past)).toMatchObject([
      { type: 'PanelRuled', option: 'market', absent: ['dai'], recused: [], concerned: [ofTax(false)] },
    ]);
  });

  test('had voted: the vote does not count, and the record says whose it was', () => {
    const five = sittingOf('an', 'bo', 'cheng', 'dai', 'shui');
    const cast = voting(five, votes('shui market', 'an market', 'bo tax', 'cheng market'));
    const heard = onHearing(cast.past, given('tax'));
    expect(heard.events).toEqual([]);
    expect(voting(heard.past, votes('dai tax')).events[1]).toEqual({
      // Two and two of four: the chair's vote decides, not three of five.
      ...{ type: 'PanelRuled', sessionNo: 1, question: 'responsibility', option: 'market', votesFor: 2 },
      ...{ votesCast: 4, byChair: true, dissenting: ['bo', 'dai'], absent: [], recused: [] },
      concerned: [ofTax(true)],
    });
  });

  test('leaves no quorum: the session is over at once, whatever was cast', () => {
    const cast = voting(sittingOf('an', 'bo', 'shui'), votes('an tax', 'shui tax'));
    expect(onHearing(cast.past, given('tax')).events).toEqual([
      {
        ...{ type: 'SessionLapsed', sessionNo: 1, question: 'responsibility', why: 'no-quorum' },
        ...{ absent: [], recused: [], concerned: [ofTax(true)] },
      },
    ]);
  });

  test('leaves too few votes, though not too few members: at the end of the time there is no quorum', () => {
    const cast = voting(sitting, votes('an tax', 'bo tax', 'shui tax'));
    const heard = onHearing(cast.past, given('tax'));
    expect(heard.events).toEqual([]);
    expect(atTheEnd(cast.past)).toMatchObject([{ type: 'PanelRuled', votesCast: 3 }]);
    expect(atTheEnd(heard.past)).toMatchObject([
      { type: 'SessionLapsed', why: 'no-quorum', absent: ['dai'], concerned: [ofTax(true)] },
    ]);
  });

  test('was the chair: between equals nobody decides', () => {
    const cast = voting(
      sittingOf('shui', 'an', 'bo', 'cheng', 'dai'),
      votes('shui tax', 'an tax', 'bo tax', 'cheng market'),
    );
    const tied = (past: readonly SessionPast[]) => voting(past, votes('dai market')).events[1];
    expect(tied(onHearing(cast.past, given('tax')).past)).toMatchObject({
      ...{ type: 'SessionLapsed', why: 'tied', concerned: [ofTax(true)] },
    });
  });

  test('has his vote again once the dispatch was taken back without a mark, while the session lasts', () => {
    const cast = voting(sitting, votes('shui market', 'an market'));
    const heard = onHearing(cast.past, given('tax')).past;
    const back = (withoutMark: boolean) =>
      onHearing(heard, { type: 'DispatchRecalled', dispatchNo: 1, withoutMark }).past;
    const end = (past: readonly SessionPast[]) => voting(past, votes('bo market', 'dai tax')).events[1];
    expect(end(back(true))).toMatchObject({ votesCast: 4, votesFor: 3 });
    expect(end(back(true))).not.toHaveProperty('concerned');
    expect(end(back(false))).toMatchObject({ votesCast: 3, concerned: [ofTax(true)] });
  });

  test('stood aside by himself before: he is named once, as he said it', () => {
    const recused = inSession(sitting, expert('shui'), aside).past;
    const cast = voting(onHearing(recused, given('tax')).past, votes('an tax', 'bo tax', 'dai tax'));
    expect(cast.events[1]).toMatchObject({ recused: ['shui'] });
    expect(cast.events[1]).not.toHaveProperty('concerned');
  });
});

test('whose unit is found to be the one complained of stands aside for that', () => {
  const heard = onHearing(sittingOf('an', 'bo', 'cheng', 'pai'), {
    ...{ type: 'AppealClassified', complainedOf: ['drainage'] },
  });
  expect(voting(heard.past, votes('an tax', 'bo tax', 'cheng tax')).events[1]).toMatchObject({
    concerned: [{ member: 'pai', unit: 'drainage', why: 'complained-of', voted: false }],
  });
});

test('a merger is heard of by nobody: what it changes counts from the next step on', () => {
  const past = onHearing(sittingOf('an', 'bo', 'cheng', 'pai'), given('tax')).past;
  const cast = voting(past, votes('an tax', 'bo tax', 'cheng tax')).past;
  const merged = {
    ...sessionPolicy(),
    successorOf: (code: string) => (code === 'drainage' ? 'tax' : code),
  };
  expect(onHearing(cast, { type: 'DeskEntered' }).events).toEqual([]);
  expect(onHearing(cast, { type: 'DeskEntered' }, 2, merged).events).toMatchObject([
    { type: 'PanelRuled', concerned: [{ member: 'pai', unit: 'drainage', why: 'in-charge' }] },
  ]);
});

describe('units that became part of others while the panel sat', () => {
  const now: Readonly<Record<string, string>> = { market: 'tax', approved: 'rejected' };
  const merged = { ...sessionPolicy(), successorOf: (code: string) => now[code] ?? code };
  const endUnder = (policy: typeof merged, past: readonly SessionPast[]) => {
    const decision = { at: Date.parse('2026-03-05T00:00+08:00'), commandId: 'c', actor: expert('x') };
    const found = deliberationDecider.decide(CLOSE, sessionAfter(past), policy, decision);
    return found.ok ? found.value : [];
  };

  test('votes for the former unit and its successor add up; who voted for either does not dissent', () => {
    const { past } = voting(
      sittingOf('an', 'bo', 'cheng', 'dai', 'en'),
      votes('an water', 'bo market', 'cheng tax', 'dai market'),
    );
    expect(endUnder(sessionPolicy(), past)).toMatchObject([{ type: 'SessionLapsed', why: 'no-majority' }]);
    expect(endUnder(merged, past)).toMatchObject([
      {
        ...{ type: 'PanelRuled', option: 'tax', votesFor: 3, votesCast: 4, byChair: false },
        ...{ dissenting: ['an'], absent: ['en'] },
      },
    ]);
  });

  test("the chair's vote for the former unit decides for its successor", () => {
    const { past } = voting(
      sittingOf('an', 'bo', 'cheng', 'dai', 'en'),
      votes('an market', 'bo tax', 'cheng water', 'dai water'),
    );
    expect(endUnder(merged, past)).toMatchObject([
      { type: 'PanelRuled', option: 'tax', votesFor: 2, byChair: true, dissenting: ['cheng', 'dai'] },
    ]);
  });

  test('an option that is no unit stays what it is', () => {
    const { past } = voting(SESSIONS.onResult, votes('an approved', 'bo approved', 'cheng rejected'));
    expect(endUnder(merged, past)).toMatchObject([{ option: 'approved', dissenting: ['cheng'] }]);
  });
});

describe('whoever was in office when he was seated finishes the session (our default)', () => {
  const until = { until: '2026-03-02' };
  const leaving = {
    ...sessionPolicy(),
    expert: (id: string) => {
      const known = sessionPolicy().expert(id);
      return known && { ...known, ...until };
    },
  };
  const gone = { ...sessionPolicy(), expert: () => undefined };

  test.each([
    ['his term ended yesterday', leaving],
    ['the profile no longer knows him', gone],
  ])('%s: he votes, and is absent where he does not', (_, policy) => {
    const state = sessionAfter(sittingOf('an', 'bo', 'cheng'));
    const at = Date.parse('2026-03-03T09:00+08:00');
    const answer = (who: string, command: typeof vote | typeof CLOSE, when = at) => {
      const reply = { at: when, commandId: 'c', actor: expert(who) };
      const found = deliberationDecider.decide(command, state, policy, reply);
      return found.ok ? found.value : [];
    };
    expect(answer('an', vote)).toMatchObject([{ type: 'VoteCast', member: 'an' }]);
    expect(answer('x', CLOSE, Date.parse('2026-03-05T00:00+08:00'))).toMatchObject([
      { type: 'SessionLapsed', absent: ['an', 'bo', 'cheng'] },
    ]);
  });
});
