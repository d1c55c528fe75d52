import {
  type CaseView,
  ENDS,
  type Outcome,
  account,
  agreement,
  endOf,
  isSettled,
  reportRow,
} from './account';

function view(summary: Partial<CaseView>, rest: Partial<CaseView> = {}): CaseView {
  return {
    number: 'ZT1',
    status: 'admitted',
    lead: '',
    assist: [],
    proposed: '',
    dispatchNo: 0,
    ...summary,
    candidates: [{ unit: 'tax', score: 0.9, reasons: ['发票'] }],
    articleId: '',
    screeningGround: '',
    linkedEvent: '',
    stepTimes: { submitted: '2026-11-22T15:37:22.498+08:00' },
    ...rest,
  };
}

const outcome = (v: CaseView | undefined, line = 1): Outcome => ({
  line,
  sourceNumber: `S${line}`,
  id: `id-${line}`,
  number: 'ZT1',
  ...(v && { view: v }),
});

describe('the end of a line', () => {
  it.each([
    ['answered from the library', view({ status: 'answered' }, { articleId: 'K001' }), 'answered'],
    ['answered and already closed', view({ status: 'closed' }, { articleId: 'K001' }), 'answered'],
    ['dispatched', view({ status: 'dispatched', lead: 'tax', dispatchNo: 1 }), 'dispatched'],
    [
      'dispatched and long completed',
      view({ status: 'completed', lead: 'tax', dispatchNo: 2 }),
      'dispatched',
    ],
    [
      'recalled: back at the desk, but it was dispatched',
      view({ status: 'desk', dispatchNo: 1 }),
      'dispatched',
    ],
    ['at the desk', view({ status: 'desk' }), 'desk'],
    ['identity under review', view({ status: 'identity-review' }), 'identity-review'],
    ['held for screening', view({ status: 'screening' }, { screeningGround: 'litigation' }), 'screening'],
    ['joined', view({ status: 'joined' }), 'joined'],
    [
      'linked, whatever else became of it',
      view({ status: 'dispatched', dispatchNo: 1 }, { linkedEvent: 'c1' }),
      'linked',
    ],
    ['admitted only: not settled', view({ status: 'admitted' }), 'unsettled'],
    ['submitted only: not settled', view({ status: 'submitted' }), 'unsettled'],
  ])('%s', (_name, v, end) => {
    expect(endOf(outcome(v))).toBe(end);
    expect(isSettled(v)).toBe(end !== 'unsettled');
  });

  it('is refused when the door refused it, and unsettled when nobody knows it', () => {
    expect(endOf({ line: 1, sourceNumber: 'S1', errors: [{ code: 'USCC_CHECK_DIGIT' }] })).toBe('refused');
    expect(endOf(outcome(undefined))).toBe('unsettled');
  });
});

describe('the account', () => {
  const outcomes: Outcome[] = [
    outcome(view({ status: 'dispatched', lead: 'tax', dispatchNo: 1 }), 1),
    outcome(view({ status: 'dispatched', lead: 'hrs', dispatchNo: 1 }), 2),
    outcome(view({ status: 'screening' }, { screeningGround: 'litigation' }), 3),
    { line: 4, sourceNumber: 'S4', errors: [{ code: 'PHONE_INVALID' }] },
  ];

  it('counts every line once and adds up', () => {
    const { counts, sums } = account(outcomes);
    expect(sums).toBe(true);
    expect(ENDS.reduce((sum, end) => sum + counts[end], 0)).toBe(4);
    expect(counts).toMatchObject({ dispatched: 2, screening: 1, refused: 1 });
  });

  it('says names beside the codes of units and grounds', () => {
    const names = {
      units: { tax: { zh: '税务局' } },
      grounds: { litigation: { zh: '已进入诉讼' } },
      clocks: {},
      statuses: {},
      events: {},
    };
    const text = account(outcomes, names).lines.join('\n');
    expect(text).toMatch(/1 {2}tax 税务局\n[^]*1 {2}hrs\n[^]*1 {2}litigation 已进入诉讼\n/);
  });

  it('does not add up while a line is unsettled', () => {
    expect(account([...outcomes, outcome(undefined, 5)]).sums).toBe(false);
  });

  it('reports the ground proposed, the lead and always the candidates', () => {
    expect(reportRow(outcomes[2] as Outcome)).toMatchObject({
      disposition: 'screening',
      proposed: 'decline-litigation',
      candidates: [{ unit: 'tax' }],
    });
    expect(reportRow(outcomes[0] as Outcome)).toMatchObject({
      disposition: 'dispatch',
      lead: 'tax',
      proposed: null,
    });
    expect(reportRow(outcomes[3] as Outcome)).toMatchObject({
      disposition: 'error',
      number: null,
      errors: [{ code: 'PHONE_INVALID' }],
    });
    expect(reportRow(outcome(view({ status: 'desk', proposed: 'panel' }))).proposed).toBe('panel');
  });

  it('compares with labels only where there are any', () => {
    expect(agreement(outcomes, new Map())).toEqual([]);
    const labels = new Map([
      ['S1', { lead: 'tax', disposition: 'dispatch' }],
      ['S2', { lead: 'mib', disposition: 'dispatch' }],
    ]);
    const text = agreement(outcomes, labels).join('\n');
    expect(text).toContain('lead first 1/2');
    expect(text).toContain('automatic dispatch right 1/2');
    expect(text).not.toContain('训练材料');
    expect(agreement(outcomes, labels, new Set(['S1'])).join('\n')).toContain(
      '其中 1/2 行是分类器的训练材料',
    );
  });
});
