import {
  GIVEN,
  PEOPLE,
  POLICY,
  type Past,
  admittedAs,
  classification,
  stateAfter,
  when,
} from '../../test/scenario';
import type { Classification, RoutingCause, RoutingEvent } from './routing-events';
import { reasonsInWords, sortAppeal } from './sort-appeal';

type Found = Partial<Classification>;
const sought = (sure: boolean, articleId = 'K001'): Past => [
  0,
  { type: 'AnswerSought', best: { articleId, score: 0.98 }, sure } satisfies RoutingCause,
];
const sorted = (past: readonly Past[], found: Found, library: Past): RoutingEvent => {
  const classified: Past = [0, { type: 'AppealClassified', ...classification(found) }];
  return sortAppeal(stateAfter([...past, classified, library]).file, POLICY, 0);
};
const toTax = { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: ['market'], decidedBy: 'rule' };
const desk = (why: string, proposed = '') => ({ type: 'DeskEntered', why, proposed });
const help = admittedAs('help');
const complaint = (content: string) => admittedAs('complaint', content);

describe('即时转办：where an admitted appeal goes', () => {
  const rows: readonly [string, readonly Past[], Found, Past, object][] = [
    [
      'the library is sure',
      help,
      {},
      sought(true),
      { type: 'AnsweredDirectly', articleId: 'K001', score: 0.98 },
    ],
    ['the library is sure of an article out of force', help, {}, sought(true, 'K009'), toTax],
    ['the library is unsure, the unit is sure', help, {}, sought(false), toTax],
    ['the unit is unsure', help, { sure: false }, sought(false), desk('unsure')],
    ['a panel is proposed', help, { proposed: 'panel' }, sought(false), desk('proposed', 'panel')],
    [
      'the library is sure though a panel is proposed',
      help,
      { proposed: 'panel' },
      sought(true),
      {
        type: 'AnsweredDirectly',
      },
    ],
    [
      'the unit does not exist any more',
      help,
      { candidates: [{ unit: 'gone', score: 1, reasons: [] }] },
      sought(false),
      desk('unsure'),
    ],
    ['no unit could be named', help, { candidates: [] }, sought(false), desk('unsure')],
    ['a request that names the unit', admittedAs('help', '请税务局退税'), {}, sought(false), toTax],
    [
      'a complaint that names the lead (HD-10)',
      complaint('投诉税务局推诿'),
      {},
      sought(false),
      desk('complaint-about-unit'),
    ],
    ['a complaint that names nobody', complaint('退税三个月未到'), {}, sought(false), toTax],
    [
      'a complaint that names an assisting unit',
      complaint('投诉税务局推诿'),
      {
        candidates: [{ unit: 'market', score: 1, reasons: [] }],
        assist: ['tax'],
      },
      sought(false),
      desk('complaint-about-unit'),
    ],
    [
      'an assisting unit that is gone is left out',
      help,
      { assist: ['gone', 'market'] },
      sought(false),
      toTax,
    ],
  ];
  test.each(rows)('%s', (_name, past, found, library, event) => {
    expect(sorted(past, found, library)).toMatchObject(event);
  });

  test('a complaint whose words are erased goes to the desk', () => {
    const past: readonly Past[] = [
      [0, { type: 'AppealSubmitted', kind: 'complaint', topic: '', region: '', wording: 'erased' }],
      ...admittedAs('complaint').slice(1),
    ];
    expect(sorted(past, {}, sought(false))).toMatchObject(desk('complaint-about-unit'));
  });

  test('the reasons are told in words', () => {
    const [first] = classification().candidates;
    expect(first && reasonsInWords(first)).toBe('“退税、留抵”见于职责“税收征管”；把握 99.0%');
  });
});

describe('classification and library in either order', () => {
  const classify = { type: 'ClassifyAppeal', classification: classification() } as const;
  const settle = { type: 'SettleRouting' } as const;
  const withLibrary: readonly Past[] = [...GIVEN.admitted, sought(false)];
  const both: readonly Past[] = [...GIVEN.classified, sought(false)];
  const rows: readonly [
    string,
    readonly Past[],
    typeof classify | typeof settle,
    number,
    readonly string[],
  ][] = [
    ['classified first: the library is waited for', GIVEN.admitted, classify, 0, ['AppealClassified']],
    ['the library first: at once', withLibrary, classify, 0, ['AppealClassified', 'AppealDispatched']],
    ['both at hand', both, settle, 0, ['AppealDispatched']],
    ['the library is silent for 59 s', GIVEN.classified, settle, 59 / 60, []],
    ['the library is silent for 60 s', GIVEN.classified, settle, 1, ['AppealDispatched']],
    ['only the library spoke within the time', withLibrary, settle, 0.5, []],
    ['nobody spoke for 60 s', GIVEN.admitted, settle, 1, ['DeskEntered']],
    ['classified twice', GIVEN.classified, classify, 5, []],
    ['settled twice', GIVEN.dispatched, settle, 5, []],
    ['not admitted', GIVEN.nothing, settle, 5, []],
    ['withdrawn meanwhile', GIVEN.withdrawn, classify, 5, []],
  ];
  test.each(rows)('%s', (_name, past, command, minute, types) => {
    expect(when(past, PEOPLE.system, command, minute).types).toEqual(types);
  });

  test('what admission rules anew counts, what it leaves open stays', () => {
    expect(stateAfter(GIVEN.admitted).file).toMatchObject({ kind: 'help', topic: 'tax', region: 'r2' });
  });
});
