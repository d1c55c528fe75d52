import {
  GIVEN,
  MORNING,
  NOTHING_AGAINST,
  PEOPLE,
  policyOf,
  REGISTERED,
  stateAfter,
  submit,
  SUBMISSION,
  when,
  YICHENG,
  YIHUI,
} from '../../test/scenario';
import type { AppealCommand } from './appeal-commands';
import { appealLookup, takeOnDueAt } from './appeal-decider';
import type { AppealCause, AppealEvent } from './appeal-events';

const { door, enterprise, clerk, supervisor, handler, system } = PEOPLE;
const urge: AppealCommand = { type: 'UrgeAppeal', note: '请尽快' };
const withdraw: AppealCommand = { type: 'WithdrawAppeal', reason: '已自行解决' };
const material: AppealCommand = { type: 'AddMaterial', text: '补充施工图', attachments: [] };
const takeOn = (over: Partial<Extract<AppealCommand, { type: 'TakeOnAppeal' }>> = {}): AppealCommand => ({
  type: 'TakeOnAppeal',
  finding: REGISTERED,
  screening: NOTHING_AGAINST,
  ...over,
});
const decline = (ground: string, explanation = '该事项已由法院受理'): AppealCommand => ({
  type: 'DeclineAppeal',
  ground,
  explanation,
});

describe('提交：an appeal is submitted once (IN-1, IN-7)', () => {
  test('the desk has fifteen minutes in office hours from then on', () => {
    const [event] = when([], door, submit()).events;
    expect(event).toMatchObject({ type: 'AppealSubmitted', deskDueAt: MORNING + 15 * 60_000 });
  });
  test('a repeated push changes nothing, even if it says something else', () => {
    const other = submit({ ...SUBMISSION, title: '完全不同的标题' });
    expect(when(GIVEN.submitted, door, other)).toMatchObject({ types: [], refused: '' });
  });
  test('it waits to be taken on until it has been', () => {
    expect(takeOnDueAt(stateAfter(GIVEN.submitted))).toBe(MORNING);
    expect(takeOnDueAt(stateAfter(GIVEN.admitted))).toBeNull();
  });
});

describe('受理：taken on with what register, earlier appeals and screening say (IN-4, IN-5)', () => {
  test.each<[string, AppealCommand, string[], string]>([
    ['nothing speaks against it', takeOn(), ['IdentityMatched', 'AppealAdmitted'], 'admitted'],
    [
      'a court has the matter: a person decides',
      takeOn({ screening: { ground: 'litigation', words: ['法院'], score: 0.9 } }),
      ['IdentityMatched', 'ScreeningHeld'],
      'screening',
    ],
    [
      'the same matter is open already: joined, uncounted',
      takeOn({ twin: { id: 'first', number: 'N', similarity: 0.7 } }),
      ['IdentityMatched', 'AppealJoined'],
      'joined',
    ],
    [
      'being founded, without a code',
      takeOn({ finding: { found: 'founding' } }),
      ['IdentityFounding', 'AppealAdmitted'],
      'admitted',
    ],
    [
      'registered in another city: proposed to be declined, by a person',
      takeOn({ finding: { found: 'elsewhere', words: ['320400'] } }),
      ['ScreeningHeld'],
      'screening',
    ],
    [
      'the code is nobody’s: a person looks',
      takeOn({ finding: { found: 'doubt', reason: 'code-unknown', candidates: [] } }),
      ['IdentityQueried'],
      'identity-review',
    ],
  ])('%s', (_name, command, types, status) => {
    const reply = when(GIVEN.submitted, system, command);
    expect(reply.types).toEqual(types);
    expect(stateAfter([...GIVEN.submitted, ...reply.events]).status).toBe(status);
  });
  test('the register’s domicile, tags and the pack of this moment stand in the admission', () => {
    const admitted = GIVEN.admitted.at(-1);
    expect(admitted).toMatchObject({
      region: YIHUI.region,
      uscc: YIHUI.uscc,
      tags: ['sme'],
      pack: 'yicheng',
      packHash: 'hash-of-pack',
      decidedBy: '',
    });
  });
  test('an admitted appeal is not taken on again', () => {
    expect(when(GIVEN.admitted, system, takeOn()).refused).toBe('NOT_AT_THIS_STAGE');
  });
});

describe('身份核验：a person rules whose appeal it is (IN-4)', () => {
  test('matched: back to be taken on, and its screening still comes', () => {
    const ruling = { ruling: 'matched', uscc: YIHUI.uscc, enterprise: YIHUI } as const;
    const reply = when(GIVEN.review, clerk, { type: 'RuleIdentity', ruling });
    expect(reply.events).toEqual([
      expect.objectContaining({ type: 'IdentityMatched', ruledBy: 'wang', nameDiffers: false }),
    ]);
    const past = [...GIVEN.review, ...reply.events];
    const next = when(past, system, { type: 'TakeOnAppeal', screening: NOTHING_AGAINST });
    expect(next.types).toEqual(['AppealAdmitted']);
  });
  test('a code the register has not is refused', () => {
    const ruling = { ruling: 'matched', uscc: 'X' } as const;
    expect(when(GIVEN.review, clerk, { type: 'RuleIdentity', ruling }).refused).toBe('USCC_NOT_REGISTERED');
  });
  test('“matched” needs the code it was matched with', () => {
    const ruling = { ruling: 'matched', uscc: '' } as const;
    expect(when(GIVEN.review, clerk, { type: 'RuleIdentity', ruling }).refused).toBe('USCC_NOT_GIVEN');
  });
  test('not registered here: on to screening with that ground', () => {
    const reply = when(GIVEN.review, clerk, {
      type: 'RuleIdentity',
      ruling: { ruling: 'not-registered' },
    });
    expect(reply.events).toEqual([{ type: 'ScreeningHeld', ground: 'not-registered', words: [], score: 1 }]);
  });
  test('an identity that is settled is not ruled again', () => {
    const again: AppealCommand = { type: 'RuleIdentity', ruling: { ruling: 'founding' } };
    expect(when(GIVEN.admitted, clerk, again).refused).toBe('NOT_AT_THIS_STAGE');
  });
});

describe('审查：a person decides what screening holds (IN-5)', () => {
  const sendBack: AppealCommand = { type: 'SendBackAppeal', wanted: '请补充判决书' };
  test('admitted all the same, by name', () => {
    const reply = when(GIVEN.screening, clerk, { type: 'AdmitAppeal' });
    expect(reply.events).toEqual([expect.objectContaining({ type: 'AppealAdmitted', decidedBy: 'wang' })]);
  });
  test('declined only on a ground of the pack and with words the enterprise can read', () => {
    expect(when(GIVEN.screening, clerk, decline('litigation')).types).toEqual(['AppealDeclined']);
    expect(when(GIVEN.screening, clerk, decline('weather')).refused).toBe('GROUND_UNKNOWN');
    expect(when(GIVEN.screening, clerk, decline('litigation', ' ')).refused).toBe('REASON_MISSING');
  });
  test('sent back, mended, admitted', () => {
    const back = when(GIVEN.screening, clerk, sendBack);
    const past = [...GIVEN.screening, ...back.events];
    const mended = [...past, ...when(past, enterprise, material).events];
    expect(when(mended, clerk, { type: 'AdmitAppeal' }).types).toEqual(['AppealAdmitted']);
  });
  test('where the pack declines a ground by default, only the named authority admits', () => {
    const declining = YICHENG.admission.decline.map((one) => ({ ...one, byDefault: 'decline' as const }));
    const pack = { ...YICHENG, admission: { ...YICHENG.admission, decline: declining } };
    expect(when(GIVEN.screening, clerk, { type: 'AdmitAppeal' }, policyOf(pack)).refused).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(when(GIVEN.screening, supervisor, { type: 'AdmitAppeal' }, policyOf(pack)).types).toEqual([
      'AppealAdmitted',
    ]);
  });
  test.each<[string, AppealCommand]>([
    ['admit', { type: 'AdmitAppeal' }],
    ['decline', decline('litigation')],
    ['send back', sendBack],
    ['rule an identity', { type: 'RuleIdentity', ruling: { ruling: 'founding' } }],
  ])('people of a unit may not %s', (_name, command) => {
    expect(when(GIVEN.screening, handler, command).refused).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('补充、催办、撤回：the enterprise’s own hand (IN-7)', () => {
  test('urging is counted, at every open stage, and never makes a second appeal', () => {
    for (const past of [GIVEN.submitted, GIVEN.review, GIVEN.screening, GIVEN.admitted]) {
      const first = when(past, enterprise, urge);
      const second = when([...past, ...first.events], enterprise, urge);
      expect([first, second].flatMap(({ events }) => events)).toMatchObject([
        { type: 'AppealUrged', count: 1 },
        { type: 'AppealUrged', count: 2 },
      ]);
    }
  });
  test('after two hundred additions no more is appended; what is not admitted can still be let go', () => {
    const filled = (start: readonly AppealEvent[]) => {
      let past = [...start];
      for (let count = 0; count < 200; count += 1)
        past = [...past, ...when(past, enterprise, count % 2 ? urge : material).events];
      return past;
    };
    const admitted = filled(GIVEN.admitted);
    for (const command of [urge, withdraw, material])
      expect(when(admitted, enterprise, command).refused).toBe('ADDITIONS_ENOUGH');
    expect(when(filled(GIVEN.screening), enterprise, withdraw).types).toEqual(['AppealWithdrawn']);
  });
  test('withdrawn at once before admission, asked of the owner afterwards', () => {
    expect(when(GIVEN.screening, enterprise, withdraw).types).toEqual(['AppealWithdrawn']);
    expect(when(GIVEN.admitted, enterprise, withdraw).types).toEqual(['WithdrawalRequested']);
  });
  test('nobody else speaks for the enterprise', () => {
    for (const command of [urge, withdraw, material]) {
      expect(when(GIVEN.admitted, handler, command).refused).toBe('ROLE_NOT_ALLOWED');
    }
  });
  test('empty material and unreadable words are refused', () => {
    const empty: AppealCommand = { type: 'AddMaterial', text: ' ', attachments: [] };
    expect(when(GIVEN.submitted, enterprise, empty).refused).toBe('TEXT_MISSING');
    expect(when(GIVEN.submitted, enterprise, { ...urge, note: '请\u200b快' }).refused).toBe('TEXT_REFUSED');
  });
  test.each<[string, readonly (AppealEvent | AppealCause)[], string]>([
    ['closed by casework', [...GIVEN.admitted, { type: 'AppealClosed' }], 'CLOSED'],
    ['let go by triage', [...GIVEN.admitted, { type: 'WithdrawalGranted' }], 'CLOSED'],
    ['joined to another', GIVEN.joined, 'JOINED'],
    ['never submitted', [], 'NOT_SUBMITTED'],
  ])('nothing is appended to an appeal that was %s', (_name, past, code) => {
    for (const command of [urge, withdraw, material]) {
      expect(when(past, enterprise, command).refused).toBe(code);
    }
  });
  test('reopened: it is open again', () => {
    const past = [...GIVEN.admitted, { type: 'AppealClosed' } as const, { type: 'AppealReopened' } as const];
    expect(when(past, enterprise, urge).types).toEqual(['AppealUrged']);
  });
  test('an appeal is found under its enterprise only while it is open', () => {
    expect(appealLookup(stateAfter(GIVEN.admitted))).toMatchObject({ openOf: YIHUI.uscc });
    expect(appealLookup(stateAfter(GIVEN.joined))).not.toHaveProperty('openOf');
  });
});
