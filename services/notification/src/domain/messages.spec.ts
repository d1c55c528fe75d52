import { MessageDesk, SUBMITTED, WORDS, YICHENG, wall } from '../../test/desk';
import type { MessageCause } from './message-events';
import { MOST_ATTEMPTS, nextSendAt, waitingOf } from './messages';
import { shownDeadline } from './texts';

const NINE = wall('2026-03-02 09:00');
const admitted: MessageCause = { type: 'AppealAdmitted', packHash: 'p' };
const dispatched: MessageCause = { type: 'AppealDispatched', lead: 'tax', assist: ['water'] };
const inWork = () =>
  new MessageDesk().happens(NINE, SUBMITTED).happens(NINE, admitted).happens(NINE, dispatched);
const lettersAfter = (event: MessageCause, at = NINE + 1000) => {
  const desk = inWork();
  const before = desk.letters.length;
  return desk.happens(at, event).letters.slice(before);
};

describe('who is told what', () => {
  test('the receipt carries number, query code, next step and date (IN-7)', () => {
    expect(new MessageDesk().happens(NINE, SUBMITTED).letters).toEqual([
      'enterprise 19900009904: 【峄企速办】您的诉求已收到，编号YC-1，查询码QC7。下一步：平台甄别转办，预计2026-03-02 09:15前。',
    ]);
  });

  test('a dispatch is told to enterprise, lead and assisting units, with the first deadline of each', () => {
    expect(inWork().letters.slice(1)).toEqual([
      'enterprise 19900009904: 【峄企速办】诉求YC-1已转区税务局办理，将在2026-03-02 11:00前与您联系并到场。',
      'tax 19900009901: 【峄企速办】新工单YC-1“水压不足”（峄城甲公司），请签收，并在2026-03-02 11:00前联系企业、到达现场。',
      'water 19900009902: 【峄企速办】请协办工单YC-1“水压不足”（峄城甲公司）：签收后在2026-03-05 24:00前向牵头单位提出协办意见；如有异议请尽快提出。',
    ]);
  });

  test.each<[string, MessageCause, readonly string[]]>([
    [
      'a card on a clock is told to the unit with the clock’s name; the supervisor has no phone and is skipped on record',
      { type: 'YellowCardIssued', unit: 'tax', clock: 'contact', deadlineAt: wall('2026-03-02 11:00') },
      [
        'tax 19900009901: 【峄企速办】督办通知：工单YC-1“2小时内联系并到达现场”已逾期（2026-03-02 11:00），亮黄牌，请在1个工作日内反馈。',
        'supervisor : 【峄企速办】区税务局工单YC-1“2小时内联系并到达现场”逾期，已亮黄牌。',
      ],
    ],
    [
      'urging goes to the lead, with the last deadline of its order',
      { type: 'AppealUrged' },
      ['tax 19900009901: 【峄企速办】企业催办YC-1“水压不足”，请尽快办理，期限2026-03-09 24:00。'],
    ],
    [
      'the request to rate names the time its delivery will start',
      { type: 'AppealFollowedUp', content: true },
      [
        'enterprise 19900009904: 【峄企速办】请对诉求YC-1的办理评价（满意/不满意），凭查询码QC7，2026-03-07 24:00前有效；逾期记为未评价。',
      ],
    ],
    [
      'nobody is asked to rate an answer that his discontent has just sent back',
      { type: 'AppealFollowedUp', content: false },
      [],
    ],
    [
      'declined without words of its own names the pack’s ground',
      { type: 'AppealDeclined', ground: 'litigation', reason: '' },
      [
        'enterprise 19900009904: 【峄企速办】诉求YC-1不予受理，原因：已进入诉讼、仲裁或行政复议。有新的材料可重新提交诉求，也可联系峄企速办。',
      ],
    ],
    [
      'a reason that ends its own sentence gets no second full stop',
      { type: 'AppealDeclined', ground: 'litigation', reason: '本案法院已经立案。' },
      [
        'enterprise 19900009904: 【峄企速办】诉求YC-1不予受理，原因：本案法院已经立案。有新的材料可重新提交诉求，也可联系峄企速办。',
      ],
    ],
    [
      'an objection upheld is told to the unit that made it',
      { type: 'ObjectionRuled', unit: 'tax', upheld: true, reason: '' },
      ['tax 19900009901: 【峄企速办】贵单位对工单YC-1的异议已获支持，该工单不再由贵单位办理。'],
    ],
    [
      'an objection not upheld takes nothing away',
      { type: 'ObjectionRuled', unit: 'tax', upheld: false, reason: '' },
      [],
    ],
    [
      'an answer from the library is quoted with its source',
      { type: 'AnsweredDirectly', articleId: 'K001' },
      [
        'enterprise 19900009904: 【峄企速办】您的咨询YC-1已答复：凭申请书减免。（依据：水费减免）。如未解决，请回复或凭查询码QC7继续反映。',
      ],
    ],
    [
      'a withdrawal that casework closed is a withdrawal to the units',
      { type: 'AppealClosed', why: 'withdrawn' },
      [
        'tax 19900009901: 【峄企速办】工单YC-1已由企业撤回，停止办理。',
        'water 19900009902: 【峄企速办】工单YC-1已由企业撤回，停止办理。',
      ],
    ],
    ['nothing is said where the pack says nothing', { type: 'AppealRated' }, []],
  ])('%s', (_, event, letters) => {
    expect(lettersAfter(event)).toEqual(letters);
  });

  test('every text of the pack is filled: no brace is left for anybody to read', () => {
    const desk = inWork();
    const all: readonly MessageCause[] = [
      { type: 'AppealSentBack', reason: '请补合同' },
      { type: 'AppealJoined', joinedToNumber: 'YC-0' },
      { type: 'DispatchRecalled', unit: 'tax', reason: '转错' },
      { type: 'DispatchObjected', unit: 'tax', reason: '非本单位职责' },
      { type: 'PreliminaryOpinionGiven', unit: 'tax', opinion: '受理' },
      { type: 'AppealCompleted', unit: 'tax', result: '已解决' },
      { type: 'AppealReopened', unit: 'tax', reason: '未解决' },
      { type: 'DeadlineNear', unit: 'tax', clock: 'resolve', deadlineAt: NINE },
      { type: 'RedCardIssued', unit: 'tax', clock: 'resolve' },
      { type: 'UrgencyConfirmed' },
      { type: 'AppealClosed', why: 'rated' },
    ];
    for (const [index, event] of all.entries()) desk.happens(NINE + 1000 * index, event);
    const texts = desk.letters.join('\n');
    expect(texts).not.toMatch(/[{}]|undefined|—/);
    const used = new Set(
      desk.own.flatMap((event) => (event.type === 'MessageClaimed' ? [event.template] : [])),
    );
    const left = YICHENG.messages.map(({ id }) => id).filter((id) => !used.has(id));
    expect(left.sort()).toEqual([
      'answered-from-library',
      'declined',
      'objection-upheld-unit',
      'rating-reminder',
      'urged-unit',
      'withdrawn-unit',
      'yellow-supervisor',
      'yellow-unit',
    ]);
  });

  test('of an erased person nothing is claimed but the fact, and it is given up at once', () => {
    const desk = new MessageDesk().happens(NINE, { ...SUBMITTED, words: 'erased' });
    expect(desk.own).toMatchObject([
      { type: 'MessageClaimed', letter: 'erased' },
      { type: 'MessageFailed', reason: 'erased', givenUp: true, attempt: 0 },
    ]);
  });
});

describe('claimed → sent → delivered', () => {
  const ids = (desk: MessageDesk) => waitingOf(desk.state).map(({ id }) => id);
  const failed = (messageId: string, final = false) =>
    ({ messageId, outcome: 'failed', reason: 'busy', final }) as const;

  test('sent and delivered come in one report, and a second report changes nothing', () => {
    const desk = new MessageDesk().happens(NINE, SUBMITTED);
    const reports = ids(desk).map((messageId) => {
      return { messageId, outcome: 'sent', provider: 'sandbox', providerId: 'p', delivered: true } as const;
    });
    desk.command(NINE + 500, { type: 'ReportSending', reports });
    expect(desk.own.map(({ type }) => type)).toEqual(['MessageClaimed', 'MessageSent', 'MessageDelivered']);
    expect(JSON.stringify(desk.state.messages)).not.toContain(WORDS.phone);
    desk.command(NINE + 600, { type: 'ReportSending', reports });
    desk.command(NINE + 600, {
      type: 'ReportDelivery',
      messageIds: reports.map(({ messageId }) => messageId),
    });
    expect(desk.own).toHaveLength(3);
    expect(nextSendAt(desk.state)).toBeNull();
  });

  test('of a loaded history nothing is sent; what is claimed after its end is', () => {
    const desk = new MessageDesk().happens(NINE, SUBMITTED);
    const [claimed] = waitingOf(desk.state);
    const at = claimed?.claimedAt ?? 0;
    expect([waitingOf(desk.state, at), nextSendAt(desk.state, at)]).toEqual([[], null]);
    expect(waitingOf(desk.state, at - 1)).toEqual([claimed]);
    expect(nextSendAt(desk.state, at - 1)).toBe(claimed?.tryAt);
  });

  test('a provider that reports later: sent now, delivered when it says so', () => {
    const desk = new MessageDesk().happens(NINE, SUBMITTED);
    const [messageId = ''] = ids(desk);
    const sent = { messageId, outcome: 'sent', provider: 'x', providerId: 'p', delivered: false } as const;
    desk.command(NINE, { type: 'ReportSending', reports: [sent] });
    expect(desk.state.messages).toMatchObject([{ status: 'sent' }]);
    desk.command(NINE + 9000, { type: 'ReportDelivery', messageIds: [messageId] });
    expect(desk.state.messages).toMatchObject([{ status: 'delivered' }]);
  });

  test('failing again and again: 1, 5, 15, 60, 240 minutes apart, then given up', () => {
    const desk = new MessageDesk().happens(NINE, SUBMITTED);
    const [messageId = ''] = ids(desk);
    const waits: number[] = [];
    for (let at = NINE, attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      desk.command(at, { type: 'ReportSending', reports: [failed(messageId)] });
      const next = nextSendAt(desk.state);
      const last = desk.book.at(-1)?.at ?? 0;
      if (next !== null) waits.push((next - last) / 60_000);
      at = next ?? at;
    }
    expect(waits).toEqual([1, 5, 15, 60, 240]);
    expect(desk.own.at(-1)).toMatchObject({ type: 'MessageFailed', givenUp: true, attempt: MOST_ATTEMPTS });
    expect(desk.state.messages).toMatchObject([{ status: 'given-up', reason: 'busy' }]);
  });

  test('what can never succeed is given up at once', () => {
    const desk = new MessageDesk().happens(NINE, SUBMITTED);
    desk.command(NINE, { type: 'ReportSending', reports: [failed(ids(desk)[0] ?? '', true)] });
    expect(desk.state.messages).toMatchObject([{ status: 'given-up' }]);
  });
});

test.each([
  ['2026-10-01 16:00', '2026-10-01 16:00'],
  ['2026-10-14 00:00', '2026-10-13 24:00'],
])('a deadline at %s is read as %s', (at, text) => {
  expect(shownDeadline(wall(at))).toBe(text);
});
