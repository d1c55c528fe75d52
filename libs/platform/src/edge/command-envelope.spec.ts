import { commandAnswer, malformed, readOrder, type WireMeta } from './command-envelope';

const meta: WireMeta = {
  commandId: 'c-1',
  appealId: 'a-1',
  expectedSeq: 3,
  actor: { role: 'handler', id: 'zhang', unit: 'tax' },
};
const urge = (wire: string | undefined) => (wire === 'urge' ? { type: 'Urge' as const } : 'command');

describe('the envelope of a command', () => {
  it('carries appeal, actor, repetition and the state that was seen', () => {
    expect(readOrder({ meta, command: 'urge' }, urge)).toEqual({
      ok: true,
      order: {
        id: 'a-1',
        command: { type: 'Urge' },
        actor: { role: 'handler', id: 'zhang', unit: 'tax' },
        commandId: expect.stringMatching(/^[\w-]{22}\.c-1$/),
        expectedSeq: 3,
      },
    });
  });

  it('takes for a repeat only the same id with the same words of the same person', () => {
    const idOf = (given: WireMeta, words = 'urge') => {
      const read = readOrder({ meta: given, command: words }, () => ({ type: 'Urge' }));
      return read.ok ? read.order.commandId : '';
    };
    expect(idOf({ ...meta })).toBe(idOf(meta));
    expect(idOf({ ...meta, expectedSeq: 9 })).toBe(idOf(meta));
    const others = [
      idOf(meta, 'withdraw'),
      idOf({ ...meta, commandId: 'c-2' }),
      idOf({ ...meta, actor: { role: 'clerk', id: 'zhang', unit: 'tax' } }),
      idOf({ ...meta, actor: { role: 'handler', id: 'li', unit: 'tax' } }),
      idOf({ ...meta, actor: { role: 'handler', id: 'zhang', unit: 'psb' } }),
    ];
    expect(new Set([idOf(meta), ...others]).size).toBe(6);
  });

  it('lets no id pass for one of the platform', () => {
    for (const commandId of ['cause:demo/a-1/triage.routing/1', 'submit:a-1']) {
      const read = readOrder({ meta: { ...meta, commandId }, command: 'urge' }, urge);
      expect(read.ok && read.order.commandId).toMatch(/^[\w-]{22}\./);
    }
  });

  it('leaves out what an empty text stands for, but keeps a state seen at 0', () => {
    const bare = { commandId: '', appealId: 'a-1', actor: { role: 'clerk', id: 'li', unit: '' } };
    const read = readOrder({ meta: { ...bare, expectedSeq: 0 }, command: 'urge' }, urge);
    expect(read).toEqual({
      ok: true,
      order: { id: 'a-1', command: { type: 'Urge' }, actor: { role: 'clerk', id: 'li' }, expectedSeq: 0 },
    });
    const unseen = readOrder({ meta: { ...bare, expectedSeq: undefined }, command: 'urge' }, urge);
    expect(unseen.ok && 'expectedSeq' in unseen.order).toBe(false);
  });

  it.each<[string, WireMeta | undefined, string | undefined]>([
    ['meta.appealId', undefined, 'urge'],
    ['meta.appealId', { ...meta, appealId: '' }, 'urge'],
    ['meta.actor', { ...meta, actor: undefined }, 'urge'],
    ['meta.actor', { ...meta, actor: { role: '', id: 'zhang', unit: '' } }, 'urge'],
    ['meta.actor', { ...meta, actor: { role: 'clerk', id: '', unit: '' } }, 'urge'],
    ['command', meta, undefined],
    ['meta.actor', { ...meta, actor: undefined }, undefined],
  ])('names %s when its shape is wrong', (field, given, command) => {
    expect(readOrder({ meta: given, ...(command !== undefined && { command }) }, urge)).toEqual({
      ok: false,
      field,
    });
  });
});

describe('the answer to a command', () => {
  it('tells event, its seq to be quoted as seen, and the state in the words of the service', () => {
    const eventId = 'demo/a-1/casework.workorder/3';
    const outcome = { ok: true, eventId, version: 7, state: { step: 2 } } as const;
    expect(commandAnswer(outcome, ({ step }) => `step ${step}`)).toEqual({
      outcome: { $case: 'accepted', value: { eventId, version: 3, status: 'step 2' } },
    });
    expect(commandAnswer({ ...outcome, eventId: '' }, () => 'as before')).toEqual({
      outcome: { $case: 'accepted', value: { eventId: '', version: 0, status: 'as before' } },
    });
  });

  it('tells the refusal with its clause, and a wrong shape with its field', () => {
    const rejection = { code: 'CLOSED', rule: 'HD-1', params: { why: 'rated' } };
    const asOf = 'test/x/casework.workorder/3';
    expect(commandAnswer({ ok: false, rejection, asOf }, String)).toEqual({
      outcome: { $case: 'rejected', value: { ...rejection, asOf, fields: [] } },
    });
    const fields = [{ code: 'DATE_PAST', field: 'dueOn', params: { field: 'dueOn' } }];
    expect(commandAnswer({ ok: false, rejection: { ...rejection, fields }, asOf }, String)).toMatchObject({
      outcome: { value: { code: 'CLOSED', fields } },
    });
    expect(malformed('command')).toEqual({
      outcome: {
        $case: 'rejected',
        value: { code: 'MALFORMED', rule: '', params: { field: 'command' }, asOf: '', fields: [] },
      },
    });
  });
});
