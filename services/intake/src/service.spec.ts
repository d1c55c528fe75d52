import { AppealClosed } from '#contracts/gen/zhitong/casework/v1/events';
import { AppealSubmitted, AppealSubmittedPrivate } from '#contracts/gen/zhitong/intake/v1/events';
import { checkCharacter } from '#policy/credit-code';
import { receiptOf, startWorld, submissionWire, type World } from '../test/world';
import { SUBMISSION, YIHUI } from '../test/scenario';
import { instanceCodes } from './adapters/out/instance-codes';

const HOME_BUT_UNKNOWN = `91320585XNAAAAAAA${checkCharacter('91320585XNAAAAAAA')}`;

describe('intake at work', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('taken in, answered, then matched, screened and admitted', async () => {
    const answer = await world.submit(submissionWire());
    expect(answer.outcome?.$case).toBe('created');
    const receipt = receiptOf(answer);
    expect(receipt).toMatchObject({ status: 'submitted', nextStep: 'verify-and-screen' });
    expect(receipt.number).toMatch(/^ZT260302\d{9}$/);
    expect(receipt.queryCode).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(await world.ends(receipt.id, 'AppealAdmitted')).toEqual([
      'AppealSubmitted',
      'IdentityMatched',
      'AppealAdmitted',
    ]);
  });

  test('a repeated push gets its first receipt, even if it differs or would be refused today', async () => {
    const first = receiptOf(await world.submit(submissionWire()));
    for (const over of [{}, { title: '另一个标题' }, { content: '' }, { kind: 'gossip' }]) {
      world.clock.now += 86_400_000;
      const again = await world.submit(submissionWire(over));
      expect(again.outcome).toEqual({ $case: 'repeated', value: first });
    }
    await world.ends(first.id, 'AppealAdmitted');
    expect(world.typesOf(first.id).filter((type) => type === 'AppealSubmitted')).toHaveLength(1);
  });

  test('two pushes at the same time make one appeal', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.submit(submissionWire())));
    expect(new Set(answers.map((answer) => receiptOf(answer).number)).size).toBe(1);
    expect(answers.filter(({ outcome }) => outcome?.$case === 'created')).toHaveLength(1);
  });

  test('the same matter is joined to the first, also when both come at once', async () => {
    const [first, second] = await Promise.all([
      world.submit(submissionWire()),
      world.submit(submissionWire({ channel: 'hotline', sourceNumber: 'H-1', title: '储能站防雷归口不清' })),
    ]);
    const ids = [receiptOf(first).id, receiptOf(second).id].sort();
    const other = receiptOf(
      await world.submit(
        submissionWire({ sourceNumber: 'W-2', title: '停电', content: '厂区昨夜停电八小时。' }),
      ),
    );
    expect((await world.ends(ids[0] ?? '', 'AppealAdmitted')).length).toBe(3);
    expect((await world.ends(ids[1] ?? '', 'AppealJoined')).length).toBe(3);
    await world.ends(other.id, 'AppealAdmitted');
  });

  test('the same matter is joined to one as protected as itself alone (HD-10)', async () => {
    const ends = async (sourceNumber: string, protect: boolean, last: string) => {
      const { id } = receiptOf(await world.submit(submissionWire({ sourceNumber, protect })));
      world.clock.now += 1000;
      return (await world.ends(id, last)).at(-1);
    };
    expect(await ends('W-1', false, 'AppealAdmitted')).toBe('AppealAdmitted');
    expect(await ends('W-2', true, 'AppealAdmitted')).toBe('AppealAdmitted');
    expect(await ends('W-3', true, 'AppealJoined')).toBe('AppealJoined');
    expect(await ends('W-4', false, 'AppealJoined')).toBe('AppealJoined');
  });

  test('while triage is away an appeal waits, and goes on when it is back', async () => {
    let asked = 0;
    world.screenBy(async () => {
      asked += 1;
      throw new Error('away');
    });
    const { id } = receiptOf(await world.submit(submissionWire()));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(world.typesOf(id)).toEqual(['AppealSubmitted']);
    expect(asked).toBe(1);
    world.screenBy(async () => ({ ground: 'not-enterprise', words: ['家里'], score: 0.75 }));
    world.clock.now += 3000;
    expect(await world.ends(id, 'ScreeningHeld')).toEqual([
      'AppealSubmitted',
      'IdentityMatched',
      'ScreeningHeld',
    ]);
    expect(await world.execute(id, 'clerk', { $case: 'admit', value: {} })).toBe('admitted');
  });

  test.each([
    ['web', '913205850000000000', 'USCC_CHECK_DIGIT', ''],
    ['web', '91320508XN39TNFC00', 'USCC_CHECK_DIGIT', ''],
    ['hotline', '913205850000000000', '', 'IdentityQueried'],
    ['web', '91330400XNAE07KCX6', '', 'ScreeningHeld'],
    ['web', HOME_BUT_UNKNOWN, 'USCC_UNKNOWN', ''],
    ['grid', HOME_BUT_UNKNOWN, '', 'IdentityQueried'],
    ['web', '', 'USCC_MISSING', ''],
    ['window', '', '', 'IdentityQueried'],
  ])('at the %s door the code "%s": %s%s', async (channel, uscc, refusal, last) => {
    const enterprise = { name: SUBMISSION.enterpriseName, uscc, region: 'gusu', tags: [] };
    const { outcome } = await world.submit(submissionWire({ channel, enterprise }));
    if (outcome?.$case === 'refused') {
      expect(outcome.value.problems).toEqual([{ code: refusal, field: 'enterprise.uscc', params: {} }]);
      expect(world.records()).toEqual([]);
      return;
    }
    expect(refusal).toBe('');
    await world.ends(outcome?.value.id ?? '', last);
  });

  test('found by number and query code; a wrong number and a wrong code are told alike', async () => {
    const { id, number, queryCode } = receiptOf(await world.submit(submissionWire()));
    await world.ends(id, 'AppealAdmitted');
    expect(await world.find({ number, queryCode: queryCode.toLowerCase() })).toMatchObject({
      appealId: id,
      status: 'admitted',
    });
    const nothing = { appealId: '', status: '', submittedAt: 0 };
    expect(await world.find({ number, queryCode: 'WRONG234' })).toEqual(nothing);
    expect(await world.find({ number, queryCode: '' })).toEqual(nothing);
    expect(await world.find({ number: 'ZT260302000000011', queryCode })).toEqual(nothing);
    expect(await world.findBySource({ channel: 'web', sourceNumber: 'W-1' })).toEqual({
      appealId: id,
      number,
    });
  });

  test('when casework has closed it, nothing is appended any more', async () => {
    const { id } = receiptOf(await world.submit(submissionWire()));
    await world.ends(id, 'AppealAdmitted');
    const urge = { $case: 'urge', value: { note: '' } };
    expect(await world.execute(id, 'enterprise', urge)).toBe('admitted');
    const closed = AppealClosed.encode(AppealClosed.fromPartial({ why: 'ruled', by: 'x' })).finish();
    const writer = 'casework.workorder';
    await world.plant([
      { key: id, writer, seq: 1, type: 'zhitong.casework.v1.AppealClosed', encode: () => closed },
    ]);
    expect(await world.execute(id, 'enterprise', urge)).toBe('CLOSED');
    expect(await world.execute(id, 'enterprise', { $case: 'withdraw', value: { reason: '' } })).toBe(
      'CLOSED',
    );
  });

  test('a clerk rules an identity from the register, and the appeal goes on by itself', async () => {
    const enterprise = { name: '太仓奕辉', uscc: '', region: 'gusu', tags: [] };
    const { id } = receiptOf(await world.submit(submissionWire({ channel: 'hotline', enterprise })));
    await world.ends(id, 'IdentityQueried');
    const rule = (uscc: string) => ({ $case: 'ruleIdentity', value: { ruling: 'matched', uscc } });
    expect(await world.execute(id, 'clerk', rule('91330400XNAE07KCX6'))).toBe('USCC_NOT_REGISTERED');
    expect(await world.execute(id, 'clerk', rule(YIHUI.uscc))).toBe('submitted');
    expect(await world.ends(id, 'AppealAdmitted')).toHaveLength(4);
  });

  test('the review list names whom it may be of; it is shorter once a clerk has ruled', async () => {
    const enterprise = { name: YIHUI.name, uscc: '', region: 'gusu', tags: [] };
    const first = receiptOf(await world.submit(submissionWire({ channel: 'hotline', enterprise })));
    await world.ends(first.id, 'IdentityQueried');
    const hidden = submissionWire({ channel: 'hotline', sourceNumber: 'W-2', enterprise, protect: true });
    const second = receiptOf(await world.submit(hidden));
    await world.ends(second.id, 'IdentityQueried');
    const reviews = await world.reviews();
    expect(reviews.find(({ appealId }) => appealId === first.id)).toMatchObject({
      ...{ reason: 'code-missing', name: YIHUI.name, protect: false },
      candidates: [{ uscc: YIHUI.uscc, why: ['same-name'], status: 'active', likeness: 1 }],
    });
    expect(reviews.find(({ appealId }) => appealId === second.id)).toMatchObject({
      ...{ protect: true, name: '', uscc: '', region: '', candidates: [] },
    });
    const value = { ruling: 'matched', uscc: YIHUI.uscc };
    await world.execute(first.id, 'clerk', { $case: 'ruleIdentity', value });
    expect((await world.reviews()).map(({ appealId }) => appealId)).toEqual([second.id]);
  });

  test('no words of people stand in the journal in clear', async () => {
    const { id } = receiptOf(await world.submit(submissionWire()));
    await world.execute(id, 'enterprise', { $case: 'urge', value: { note: '殷慧澄再催' } });
    await world.ends(id, 'AppealAdmitted');
    const bytes = Buffer.concat(world.records().map(({ value }) => value)).toString('utf8');
    expect(bytes).not.toMatch(/殷慧澄|19900006305|防雷|奕辉/);
  });

  test('rebuilt from the journal it is what it was', async () => {
    for (const sourceNumber of ['a', 'b', 'c']) {
      const { id } = receiptOf(await world.submit(submissionWire({ sourceNumber })));
      await world.execute(id, 'enterprise', { $case: 'urge', value: { note: '催' } });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [comparison] = await world.host.runtime.compare();
    expect(comparison).toMatchObject({ documents: 3, rebuilt: 3, differing: [] });
  });
});

test('a number that another appeal has already is never given twice', async () => {
  const codes = instanceCodes('test', new Uint8Array(32), 'ZT');
  const id = codes.appealId('web', 'W-1');
  const number = codes.number(id, Date.UTC(2026, 2, 2, 1), 0);
  const taken = AppealSubmitted.fromPartial({ number, channel: 'grid', sourceNumber: 'G-9' });
  const world = await startWorld([
    {
      key: 'another',
      writer: 'intake.appeal',
      seq: 1,
      type: 'zhitong.intake.v1.AppealSubmitted',
      encode: (seal) =>
        AppealSubmitted.encode({
          ...taken,
          sealed: seal(AppealSubmittedPrivate.encode(AppealSubmittedPrivate.fromPartial({})).finish()),
        }).finish(),
    },
  ]);
  const receipt = receiptOf(await world.submit(submissionWire()));
  expect(receipt.number).not.toBe(number);
  expect(receipt.number).toBe(codes.number(id, world.clock.now, 1));
  await world.stop();
});
