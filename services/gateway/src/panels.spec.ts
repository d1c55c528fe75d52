// A panel at the door (KB-5): who is offered what while it sits, what a refusal tells whoever convenes or
// votes, and that the examples of the page of the API, here and inside a unit (HD-9), are what the door
// takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TimelineEntry } from '#contracts/gen/zhitong/casework/v1/service';
import type { Problem } from '#contracts/problem';
import { CASE_ID } from '../test/fake-case';
import { deskCase } from '../test/fake-peers';
import { ask, gatewayWorld, headersOf } from '../test/world';
import { insideBodies } from './adapters/in/http/routes/order-acts';
import { sessionBodies } from './adapters/in/http/routes/session-bodies';

const world = gatewayWorld();
const { gateway, cases, refusals } = world;
afterAll(() => gateway.stop?.());

const DUE_AT = Date.parse('2026-03-05T00:00:00+08:00');
const entry = (seq: number, type: string, by: string, fields: Record<string, string>) =>
  TimelineEntry.fromPartial({
    ...{ eventId: `test/${CASE_ID}/triage.deliberation/${seq}`, at: DUE_AT - 100_000 + seq, type, by },
    fields: { sessionNo: '1', ...fields },
  });
const members = 'expert-1, expert-2';
const convened = entry(1, 'PanelConvened', 'wang', {
  ...{ question: 'responsibility', members, chair: 'expert-2', dueAt: String(DUE_AT) },
});
const voted = entry(2, 'VoteCast', 'expert-2', { option: 'grid' });
const has = (...added: readonly TimelineEntry[]) => {
  const found = deskCase();
  cases.set(CASE_ID, { ...found, timeline: [...found.timeline, ...added] });
};
const headers = (role: string, actor: string) => ({ ...headersOf(role), 'x-actor': actor, 'x-unit': '' });
const fileFor = async (role: string, actor: string) => {
  const url = `/api/v1/cases/${CASE_ID}`;
  const reply = await ask(gateway, { method: 'GET', url, headers: headers(role, actor) });
  return reply.json() as { possible: string[]; timeline: { fields: Record<string, string> }[] };
};
const acts = async (role: string, actor: string) => {
  const { possible } = await fileFor(role, actor);
  return ['panel', 'recusal', 'vote', 'meeting'].filter((act) => possible.includes(act));
};
const does = (act: string, payload: object, role: string, actor: string) =>
  ask(gateway, {
    ...{ method: 'POST', url: `/api/v1/cases/${CASE_ID}/${act}`, payload },
    headers: headers(role, actor),
  });
const PANEL = { question: 'responsibility', members: ['expert-2', 'expert-9'], chair: 'expert-2' };

test('only what can be done is offered, to whom it can', async () => {
  has();
  expect([await acts('clerk', 'wang'), await acts('panel', 'expert-2')]).toEqual([['panel'], []]);
  has(convened);
  expect(await acts('clerk', 'wang')).toEqual([]);
  expect(await acts('leader', 'qin')).toEqual([]);
  expect(await acts('panel', 'expert-2')).toEqual(['recusal', 'vote']);
  expect(await acts('panel', 'somebody')).toEqual([]);
  has(convened, voted);
  expect(await acts('panel', 'expert-2')).toEqual([]);
  expect(await acts('panel', 'expert-1')).toEqual(['recusal', 'vote']);
  has(entry(1, 'AppealDispatched', 'wang', { dispatchNo: '1', lead: 'grid', assist: '' }), convened);
  expect(await acts('panel', 'expert-1')).toEqual(['recusal']);
  has(convened, voted, entry(3, 'SessionLapsed', '', { why: 'no-quorum' }));
  expect([await acts('clerk', 'wang'), await acts('leader', 'qin')]).toEqual([
    ...[['panel'], ['panel', 'meeting']],
  ]);
});

test('whoever finds a session there is told who convened it and when, and not to do it again', async () => {
  has(convened);
  refusals.push({ code: 'SESSION_PENDING', rule: 'KB-5', params: { session: '1' } });
  const reply = await does('panel', PANEL, 'clerk', 'li');
  const { changed, instead } = reply.json() as Problem;
  expect(reply.statusCode).toBe(409);
  expect(changed).toEqual([
    {
      ...{ eventId: convened.eventId, type: 'PanelConvened', by: { id: 'wang', role: '' }, unit: '' },
      ...{ what: { zh: '提交专家研判', en: 'Panel convened' }, at: '2026-03-04T23:58:20.001+08:00' },
    },
  ]);
  expect(instead).not.toContain('panel');
});

test('every wrong member is told with his place and why', async () => {
  has();
  const wrong = [
    { code: 'EXPERT_UNKNOWN', field: 'members[1]', params: { expert: 'expert-9' } },
    { code: 'EXPERT_CONCERNED', field: 'members[2]', params: { expert: '电专家', units: 'grid' } },
    { code: 'DATE_PAST', field: 'dueOn', params: { field: 'dueOn' } },
  ];
  const refusal = { code: 'EXPERT_UNKNOWN', rule: 'KB-5', params: { expert: 'expert-9' } };
  refusals.push({ ...refusal, fields: wrong });
  const { errors, title } = (await does('panel', PANEL, 'clerk', 'wang')).json() as Problem;
  expect(title).toContain('“expert-9”');
  expect(errors.map(({ code, field }) => ({ code, field }))).toEqual(
    wrong.map(({ code, field }) => ({ code, field })),
  );
  expect(errors.map(({ message }) => message)).toEqual([
    expect.stringContaining('GET /api/v1/experts'),
    expect.stringContaining('“电专家”所在单位（供电公司）'),
    expect.stringContaining('“dueOn”早于今天'),
  ]);
});

test('the course says until when in Chinese time, not in milliseconds', async () => {
  has(convened);
  const { timeline } = await fileFor('clerk', 'wang');
  expect(timeline.at(-1)?.fields['dueAt']).toBe('2026-03-05T00:00:00.000+08:00');
  expect(timeline[1]?.fields['deadlineAt']).toMatch(/^2026-03-02T\d\d:45:00\.000\+08:00$/);
});

test('an answer without a status of the case leaves it out', async () => {
  const found = deskCase();
  cases.set(CASE_ID, { ...found, summary: undefined });
  const reply = await does('vote', { sessionNo: 1, option: 'grid', reason: '依职责' }, 'panel', 'expert-2');
  expect([reply.statusCode, Object.keys(reply.json() as object)]).toEqual([200, ['eventId', 'version']]);
});

test('the page of the API shows bodies as the door takes them', () => {
  const page = readFileSync(join(__dirname, '../../../deploy/docs/api.md'), 'utf8');
  const { meeting: _meeting, record: _record, ...ofPanels } = sessionBodies;
  for (const [act, body] of Object.entries({ ...ofPanels, ...insideBodies })) {
    const [, example = ''] =
      new RegExp(`cases/\\{case\\}/${act}\`[^\\n]*\\n\`\`\`json\\n([^\`]*)\`\`\``).exec(page) ?? [];
    expect([act, body.safeParse(JSON.parse(example || 'null')).success]).toEqual([act, true]);
  }
  for (const word of ['responsibility', 'result', 'advice', 'approved', 'rejected', 'advised', 'cannot-say'])
    expect(page).toContain(`\`${word}\``);
});
