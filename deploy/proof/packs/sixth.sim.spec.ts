// A programme for which nobody wrote code: roles, clocks, stages, doors and kinds are named as no other pack
// names them. Cases live under it to their end in an officer's words, over the instance as shipped under
// virtual time. Seed 7; nothing is drawn. Deadlines are counted by hand on the calendar of 2026: Qingming 4–6
// April off.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import { ExecuteRequest, type GetOversightResponse } from '#contracts/gen/zhitong/supervision/v1/service';
import type { Pack } from '#policy/pack';
import { refusalOf } from '../../../services/simulation/src/adapters/mapping/person-requests';
import { officer } from '../../../services/simulation/test/officer';
import { townUnder } from '../../../services/simulation/test/town';

const SIXTH = '../proof/packs/sixth';
const PACKS = readdirSync(join(__dirname, '../../packs'));

let town: Awaited<ReturnType<typeof officer>>;
const opens = async (at: string) => {
  town = await officer(at, SIXTH);
  return town;
};
const TAX = '【tax】三次申请退税均被退回，未说明理由，请依法办理。';
const RESULT = { dispatchNo: 1, completionType: 'solved', answer: '退税款已于当日到账，企业已确认。' };
const CONTENT = { contacted: true, solved: true, satisfied: true, reasons: '' };
const REACHED = { dispatchNo: 1, outcome: 'reached', arrived: false, visitWaived: false, note: '' };

/** Gives a command to supervision; answers the code of the refusal, empty when it is accepted. */
async function overseen(
  appealId: string,
  role: string,
  $case: string,
  value: object,
  unit = '',
): Promise<string> {
  const meta = { appealId, commandId: '', actor: { role, id: `${role}-1`, unit } };
  const request = ExecuteRequest.fromPartial({ meta, command: { $case, value } } as never);
  const answer = await town.simulation.town.call<CommandAnswer>('supervision', 'execute', request);
  await town.simulation.runTo(town.simulation.time.now() + 5000);
  return refusalOf(answer);
}

test('no name of another programme: roles, clocks, stages, doors and supervision steps', () => {
  const names = ({ roles, clocks, stages, doors, supervision }: Pack) =>
    [roles, clocks, stages, doors, supervision.steps].flatMap((list) => list.map(({ id }) => id));
  const others = new Set(PACKS.flatMap((name) => names(townUnder(name).pack)));
  expect(names(townUnder(SIXTH).pack).filter((name) => others.has(name))).toEqual([]);
});

describe('lived', () => {
  afterEach(() => town.closes());

  test('replied to, put right, fed back, heard, closed; 15 working days over Qingming', async () => {
    // Monday 23 March; 24–27 are days 1–4, 30 March–3 April 5–9, 7–10 April 10–13, 13 and 14 April 14 and 15.
    const { appeal, does, running, status, letters, cards } = await opens('2026-03-23 10:00');
    const id = await appeal(TAX);
    expect(await running(id)).toEqual(
      expect.arrayContaining(['first-reply tax 2026-03-26 00:00', 'remedy tax 2026-04-15 00:00']),
    );
    expect(await letters(id, 'passed-on-unit')).toEqual(['tax']);
    expect(await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 })).toBe('');
    expect(await does('tax', id, 'casework.contact', REACHED)).toBe('');
    expect(await running(id)).toEqual(['remedy tax 2026-04-15 00:00']);
    expect(await does('tax', id, 'casework.complete', RESULT)).toBe('');
    // Completed on Monday the 23rd: 24–27 and Monday the 30th.
    expect([await status(id), await running(id)]).toEqual(['answer-held', ['feedback 2026-03-31 00:00']]);
    for (const who of ['tax', 'examiner', 'listener', 'inspector', 'coordinator'])
      expect(await does(who, id, 'casework.releaseAnswer', { dispatchNo: 1 })).toBe('ROLE_NOT_ALLOWED');
    expect(await does('dispatcher', id, 'casework.releaseAnswer', { dispatchNo: 1 })).toBe('');
    expect(await running(id)).toEqual(['hearing 2026-03-27 00:00']);
    expect(await letters(id, 'feedback-complainant')).toEqual(['enterprise']);
    expect(await does('inspector', id, 'casework.followUp', CONTENT)).toBe('ROLE_NOT_ALLOWED');
    expect(await does('listener', id, 'casework.followUp', CONTENT)).toBe('');
    expect(await does('enterprise', id, 'casework.rate', { rating: 'satisfied', comment: '' })).toBe('');
    expect([await status(id), await running(id), await cards(id)]).toEqual(['closed', [], []]);
  });

  test('no reply for two natural days: yellow, two working days later red, an order, an answer', async () => {
    const { appeal, does, until, cards, letters } = await opens('2026-03-23 10:00');
    const id = await appeal(TAX);
    await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
    await until('2026-03-25 23:59');
    expect(await cards(id)).toEqual([]);
    await until('2026-03-26 00:02');
    expect(await cards(id)).toEqual(['yellow first-reply tax 2026-03-26 00:00']);
    expect(await letters(id, 'yellow-unit')).toEqual(['tax']);
    // The notice is of Thursday the 26th: Friday the 27th and Monday the 30th.
    await until('2026-03-30 23:59');
    expect(await letters(id, 'red-unit')).toEqual([]);
    await until('2026-03-31 00:02');
    expect(await cards(id)).toContain('red first-reply tax 2026-03-31 00:00');
    expect(await letters(id, 'red-unit')).toEqual(['tax']);

    const asked = { appealId: id };
    const register = () =>
      town.simulation.town.call<GetOversightResponse>('supervision', 'getOversight', asked);
    const entry = (await register()).entries.find(({ ground }) => ground === 'yellow');
    const order = {
      step: 'office-notice',
      entryId: entry?.entryId,
      demand: '请立即联系投诉人。',
      within: 'workingDays:1',
    };
    expect(await overseen(id, 'coordinator', 'issueOrder', order)).toBe('STEP_NOT_YOURS');
    expect(await overseen(id, 'inspector', 'issueOrder', order)).toBe('');
    const answer = { orderNo: 1, answer: '已联系投诉人并说明进展。' };
    expect(await overseen(id, 'solver', 'answerOrder', answer, 'tax')).toBe('');
    expect((await register()).orders.map(({ step, status }) => [step, status])).toEqual([
      ['office-notice', 'answered'],
    ]);
  });

  test('handed to and fro twice, the coordinator alone decides; a unit names the other', async () => {
    const { appeal, does, status, file } = await opens('2026-03-02 09:00');
    const id = await appeal('【tax】历史遗留用地问题，多部门互相推诿。');
    const object = (dispatchNo: number, proposedUnit: string) => ({
      dispatchNo,
      proposedUnit,
      reason: '不属本单位职责。',
    });
    expect(await does('tax', id, 'casework.object', object(1, ''))).toBe('UNIT_NOT_NAMED');
    expect(await does('tax', id, 'casework.object', object(1, 'nrp'))).toBe('');
    const toLand = { dispatchNo: 1, upheld: true, toUnit: 'nrp' };
    expect(await does('dispatcher', id, 'triage.ruleObjection', toLand)).toBe('ROLE_NOT_ALLOWED');
    expect(await does('coordinator', id, 'triage.ruleObjection', toLand)).toBe('');
    expect(await does('nrp', id, 'casework.object', object(2, 'drc'))).toBe('');
    const designated = { dispatchNo: 2, upheld: true, toUnit: 'drc', note: '指定牵头单位' };
    expect(await does('coordinator', id, 'triage.ruleObjection', designated)).toBe('');
    expect([await status(id), (await file(id)).summary.lead]).toEqual(['dispatched', 'drc']);
  });

  test('kinds keep their nature: a complaint waits for somebody, the library answers', async () => {
    const { appeal, until, status } = await opens('2026-03-02 09:00');
    const words = '【tax】税务局三次退回退税申请，互相推诿。';
    const [complaint, plea] = [await appeal(words, { kind: 'misfeasance' }), await appeal(words)];
    const enquiry = await appeal('一个地址能不能登记多家公司？', { kind: 'enquiry', title: '一址多照' });
    await until('2026-03-02 09:02');
    expect([await status(complaint), await status(plea)]).toEqual(['desk', 'dispatched']);
    expect(await status(enquiry)).toBe('answered');
  });

  test('more time is asked by the unit and given by the inspector, ten working days at most', async () => {
    const { appeal, does, running } = await opens('2026-03-02 09:00');
    const id = await appeal(TAX);
    await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
    await does('tax', id, 'casework.contact', REACHED);
    // From Monday the 2nd: 3–6, 9–13, 16–20 and Monday the 23rd.
    expect(await running(id)).toEqual(['remedy tax 2026-03-24 00:00']);
    const wish = { dispatchNo: 1, wishedOn: '2026-03-27', reason: '需调取档案' };
    expect(await does('tax', id, 'casework.requestExtension', wish)).toBe('');
    const given = { dispatchNo: 1, granted: true, untilOn: '', reason: '' };
    expect(await does('coordinator', id, 'casework.ruleExtension', given)).toBe('ROLE_NOT_ALLOWED');
    expect(await does('inspector', id, 'casework.ruleExtension', given)).toBe('');
    expect(await running(id)).toEqual(['remedy tax 2026-03-28 00:00']);
  });

  test('silent for seven natural days: unrated and closed', async () => {
    const { appeal, does, until, running, status, happened } = await opens('2026-03-02 09:00');
    const id = await appeal(TAX);
    await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
    await does('tax', id, 'casework.complete', RESULT);
    await does('dispatcher', id, 'casework.releaseAnswer', { dispatchNo: 1 });
    const unreached = { contacted: false, solved: false, satisfied: false, reasons: '' };
    expect(await does('listener', id, 'casework.followUp', unreached)).toBe('');
    await until('2026-03-02 09:05');
    expect(await running(id)).toEqual(['verdict 2026-03-10 00:00']);
    await until('2026-03-10 00:02');
    expect([await status(id), (await happened(id, 'RatingLapsed')).length]).toEqual(['closed', 1]);
  });
});
