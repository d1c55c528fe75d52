import { type AnswerSought, type Answering, type AnsweringCause, answeringDecider } from './answering';

const submitted: AnsweringCause = {
  type: 'AppealSubmitted',
  kind: 'help',
  topic: 'tax',
  wording: { title: '退税', content: '如何申请留抵退税' },
};
const admitted: AnsweringCause = { type: 'AppealAdmitted', packHash: '', kind: 'consultation', topic: '' };
const sought: AnswerSought = { type: 'AnswerSought', articles: [], sure: false };
const finding = (count: number, sure: boolean) => ({
  type: 'RecordFinding' as const,
  articles: Array.from({ length: count }, (_, i) => ({ articleId: `K00${i}`, score: 1 / (i + 1) })),
  sure,
});
const after = (...events: readonly (AnsweringCause | AnswerSought)[]): Answering =>
  events.reduce<Answering>(
    (state, event, i) =>
      answeringDecider.evolve(state, { event, at: i, id: `e${i}`, writer: 'w', seq: i + 1 }),
    answeringDecider.initial,
  );
const decide = (state: Answering, command: ReturnType<typeof finding>) => {
  const decision = { at: 9, commandId: 'c', actor: { role: 'system', id: 'knowledge' } };
  const answer = answeringDecider.decide(command, state, undefined, decision);
  return answer.ok ? answer.value : [];
};

describe('直接解答：the library is asked once', () => {
  test.each([
    ['before anything is known', after()],
    ['before admission', after(submitted)],
    ['after it was asked', after(submitted, admitted, sought)],
    ['after it was asked, admission repeated', after(submitted, admitted, sought, submitted, admitted)],
  ])('nothing is recorded %s', (_when, state) => {
    expect(decide(state, finding(1, true))).toEqual([]);
  });

  test.each([
    ['a sure answer', 2, true, 2, true],
    ['at most five articles', 8, true, 5, true],
    ['no article is never sure', 0, true, 0, false],
    ['an unsure finding', 3, false, 3, false],
  ])('on admission: %s', (_name, found, said, recorded, sure) => {
    const [event] = decide(after(submitted, admitted), finding(found, said));
    expect(event).toMatchObject({ type: 'AnswerSought', sure });
    expect(event?.articles).toHaveLength(recorded);
    expect(event?.articles[0]?.articleId).toBe(recorded > 0 ? 'K000' : undefined);
  });

  test('admission rules the kind; a topic it leaves open stays the one chosen', () => {
    expect(after(submitted, admitted)).toMatchObject({ kind: 'consultation', topic: 'tax' });
  });

  test('once asked, the words are dropped', () => {
    expect(JSON.stringify(after(submitted, admitted, sought))).not.toContain('退税');
  });
});
