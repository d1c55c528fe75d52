// Two people at once 两人同时办理, over the services as they run: one wins, and the other is told by whom he was
// overtaken, when, and what changed. The gateway is asked over HTTP, the services behind it directly; only
// time and stores are the simulation's.
import { townWithDoor as openTown, type Who } from './town-with-door';

/** A town under Yicheng with its web door, asked about cases. */
async function townWithDoor() {
  const town = await openTown();
  const send = (method: string, path: string, who: Who, payload?: object, version?: number) =>
    town.send(method, `/api/v1/cases/${path}`, who, { payload, version });
  return { ...town, send };
}

const [WANG, LI]: readonly Who[] = [
  { role: 'clerk', id: 'wang' },
  { role: 'clerk', id: 'li' },
];
const handler = (id: string, unit: string): Who => ({ role: 'handler', id, unit });

describe('two people at once', () => {
  let door: Awaited<ReturnType<typeof townWithDoor>>;
  let id = '';
  beforeAll(async () => {
    door = await townWithDoor();
    id = await door.said.appeal('本月厂区已断电三次，请协调。');
    await door.said.until('2026-03-02 09:05');
  });
  afterAll(async () => {
    await door.gateway.stop?.();
    await door.said.closes();
  });
  const file = async (who: Who) => (await door.atOnce(door.send('GET', id, who)))[0]?.json();

  it('dispatch: both saw the same version, the second is told who sent it where', async () => {
    const { status, seen } = await file(WANG as Who);
    expect(status).toBe('desk');
    const version = seen['triage.routing'] as number;
    const replies = await door.atOnce(
      door.send('POST', `${id}/dispatch`, WANG as Who, { lead: 'tax' }, version),
      door.send('POST', `${id}/dispatch`, LI as Who, { lead: 'com' }, version),
    );
    const [won, lost] = [...replies].sort((a, b) => a.statusCode - b.statusCode);
    expect([won?.statusCode, lost?.statusCode, lost?.json().code]).toEqual([200, 409, 'CHANGED_MEANWHILE']);
    const winner = replies[0] === won ? 'wang' : 'li';
    const { changed, caseStatus, instead } = lost?.json() ?? {};
    expect([caseStatus, instead.includes('recall')]).toEqual(['dispatched', true]);
    expect(changed).toEqual([
      {
        ...{ eventId: won?.json().eventId, type: 'AppealDispatched', what: { zh: '派单', en: 'Dispatched' } },
        ...{ by: { id: winner, role: '' }, unit: winner === 'wang' ? 'tax' : 'com' },
        at: expect.stringMatching(/^2026-03-02T09:05:.*\+08:00$/),
      },
    ]);
  });

  it('dispatch without a version: the second is told where it is, and by whom', async () => {
    const [reply] = await door.atOnce(door.send('POST', `${id}/dispatch`, LI as Who, { lead: 'com' }));
    const { code, changed, rule, clause } = reply?.json() ?? {};
    expect([reply?.statusCode, code, rule, clause]).toEqual([409, 'ALREADY_DISPATCHED', 'RT-1', undefined]);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({
      type: 'AppealDispatched',
      by: { id: expect.stringMatching(/wang|li/) },
    });
  });

  it('acknowledge: the second of the same unit is told who took it', async () => {
    const { lead: unit } = await file(WANG as Who);
    const [zhao, sun] = [handler('zhao', unit), handler('sun', unit)];
    const replies = await door.atOnce(
      ...[zhao, sun].map((who) => door.send('POST', `${id}/acknowledge`, who, { dispatchNo: 1 })),
    );
    const [won, lost] = [...replies].sort((a, b) => a.statusCode - b.statusCode);
    expect([won?.statusCode, lost?.statusCode]).toEqual([200, 409]);
    const winner = replies[0] === won ? 'zhao' : 'sun';
    expect(lost?.json()).toMatchObject({
      ...{ code: 'ALREADY_ACKNOWLEDGED', rule: 'RT-2', caseStatus: 'acknowledged' },
      changed: [{ eventId: won?.json().eventId, by: { id: winner, role: 'handler' }, unit }],
      instead: ['object', 'contact', 'opinion', 'complete'],
    });
  });

  it('a clerk whose recall comes too late is told who has it in hand, and by which article', async () => {
    const [reply] = await door.atOnce(
      door.send('POST', `${id}/recall`, WANG as Who, { dispatchNo: 1, reason: '派错' }),
    );
    const { code, clause, changed } = reply?.json() ?? {};
    expect(code).toBe('NOT_OWNER');
    expect(clause).toMatchObject({ pack: 'yicheng', text: expect.stringContaining('YC-7') });
    expect(clause.messages.zh).toContain('峄政字〔2023〕8号');
    expect(changed[0]).toMatchObject({ type: 'WorkOrderAcknowledged' });
  });

  it('another unit is told nothing, as of a case that does not exist', async () => {
    const stranger = handler('zhou', 'edu');
    const [known, unknown] = await door.atOnce(
      door.send('POST', `${id}/acknowledge`, stranger, { dispatchNo: 1 }),
      door.send('POST', `00000000-0000-5000-8000-000000000000/acknowledge`, stranger, { dispatchNo: 1 }),
    );
    expect([known?.statusCode, known?.body]).toEqual([404, unknown?.body]);
  });
});
