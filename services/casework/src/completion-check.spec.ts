// The answer check 答非所问 where it meets a case: before handing in, in the event, on the staff page, in the
// list.
import { SUBMITTED, intakeSays, triageSays } from '../test/others';
import { GIVEN, hours, policyOf, stateAfter } from '../test/scenario';
import { type World, deskAsks, startWorld } from '../test/world';
import { checkCompletion } from './app/check-completion';
import { UNCHECKED } from './domain/answer-remarks';

const handler = { role: 'handler', id: 'li', unit: 'tax' };
const meta = (commandId: string, actor: object = handler) => ({ commandId, appealId: 'a1', actor });
const EVASIVE = {
  ...{ dispatchNo: 1, completionType: 'solved', basis: '', plan: '', plannedOn: '' },
  withoutContributions: '已催告协办单位',
  answer: '您反映的问题我局高度重视，将进一步加强服务，感谢您的理解与支持。',
};
const SOUND = { ...EVASIVE, answer: '三月申请的留抵退税86万元已于3月9日退至企业账户，因系统比对延误。' };

let world: World;
beforeEach(async () => {
  world = await startWorld([...intakeSays('a1', 'YC-1'), ...triageSays('a1', 'tax')]);
  world.setNow(hours(1));
  await world.execute({ meta: meta('c1'), command: { $case: 'acknowledge', value: { dispatchNo: 1 } } });
});
afterEach(() => world.stop());

const complete = async (value: object) => {
  const { eventId } = await world.execute({ meta: meta('c2'), command: { $case: 'complete', value } });
  return world.staffCase('a1', eventId);
};
const dryRun = (completion: object, actor: object = handler) =>
  world.casework.handlers.checkCompletion({ meta: meta('', actor), completion } as never);
const listed = async (answerVerdict: string) =>
  (await world.casework.handlers.listCases(deskAsks({ answerVerdict }))).cases.map(({ number }) => number);

test('an evasive answer is taken, and staff read the verdict with the clauses meant', async () => {
  expect(await complete(EVASIVE)).toMatchObject({
    case: {
      summary: { status: 'completed', answerVerdict: 'evasive' },
      findings: expect.arrayContaining([
        { code: 'STOCK_PHRASES_ONLY', quotes: expect.arrayContaining(['感谢您的理解与支持']) },
      ]),
    },
  });
  expect([await listed('evasive'), await listed('answers')]).toEqual([['YC-1'], []]);
});

test('a sound one has no remark', async () => {
  expect(await complete(SOUND)).toMatchObject({
    case: { summary: { answerVerdict: 'answers' }, findings: [] },
  });
});

test('the enterprise reads neither verdict nor remarks', async () => {
  await complete(EVASIVE);
  const { handlers } = world.casework;
  const seen = await handlers.getCase({ appealId: 'a1', number: '', view: 'enterprise', covering: '' });
  expect(seen.case).toMatchObject({ findings: [], summary: { answerVerdict: '' } });
  expect(JSON.stringify(seen)).not.toContain('STOCK_PHRASES_ONLY');
});

test('what stands in clear in the journal are codes, no word of the answer', async () => {
  await complete(EVASIVE);
  await world.settle();
  const bytes = Buffer.concat(world.bytesOf('AppealCompleted')).toString('utf8');
  expect(bytes).toContain('STOCK_PHRASES_ONLY');
  for (const word of ['高度重视', '感谢', SUBMITTED.title]) expect(bytes).not.toContain(word);
});

test('before it is handed in the handler is told the same, and nothing is written', async () => {
  const { outcome } = await dryRun(EVASIVE);
  expect(outcome).toMatchObject({ $case: 'checked', value: { verdict: 'evasive' } });
  await world.settle();
  expect(world.bytesOf('AppealCompleted')).toEqual([]);
  expect((await dryRun({ ...EVASIVE, answer: '' })).outcome).toMatchObject({
    $case: 'rejected',
    value: { code: 'COMPLETION_FIELD_MISSING', rule: 'HD-3', params: { field: 'result' } },
  });
});

test('another unit learns nothing of the appeal by asking', async () => {
  const { outcome } = await dryRun(EVASIVE, { role: 'handler', id: 'sun', unit: 'water' });
  expect(outcome).toMatchObject({ $case: 'rejected', value: { code: 'NOT_YOUR_UNIT' } });
});

test('whose words are erased is completed unchecked', async () => {
  await world.stop();
  world = await startWorld([...intakeSays('a1', 'YC-1'), ...triageSays('a1', 'tax')], ['a1']);
  await world.execute({ meta: meta('c1'), command: { $case: 'acknowledge', value: { dispatchNo: 1 } } });
  expect(await complete(SOUND)).toMatchObject({
    case: { summary: { status: 'completed', answerVerdict: 'unchecked' }, findings: [] },
  });
});

test('where the case file is behind, an answer goes unchecked', async () => {
  const checked = await checkCompletion(
    'a1',
    { type: 'CompleteAppeal', ...EVASIVE, agreement: null, check: UNCHECKED },
    {
      orders: {
        find: async () => stateAfter(GIVEN.acknowledged),
        execute: () => Promise.reject(new Error()),
      },
      files: { byIds: async () => new Map(), byNumber: async () => undefined },
      policy: policyOf(),
      now: () => hours(2),
    },
  );
  expect(checked).toEqual({ verdict: 'unchecked', codes: [] });
});
