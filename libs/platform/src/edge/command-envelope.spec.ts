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
        commandId: 'c-1',
        expectedSeq: 3,
      },
    });
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
  it('tells event, version and the state in the words of the service', () => {
    const outcome = { ok: true, eventId: 'e-7', version: 7, state: { step: 2 } } as const;
    expect(commandAnswer(outcome, ({ step }) => `step ${step}`)).toEqual({
      outcome: { $case: 'accepted', value: { eventId: 'e-7', version: 7, status: 'step 2' } },
    });
  });

  it('tells the refusal with its clause, and a wrong shape with its field', () => {
    const rejection = { code: 'CLOSED', rule: 'HD-1', params: { why: 'rated' } };
    expect(commandAnswer({ ok: false, rejection }, String)).toEqual({
      outcome: { $case: 'rejected', value: rejection },
    });
    expect(malformed('command')).toEqual({
      outcome: { $case: 'rejected', value: { code: 'MALFORMED', rule: '', params: { field: 'command' } } },
    });
  });
});
