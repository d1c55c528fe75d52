import type { Actor } from '#kernel/decider';
import { YICHENG, wall } from '../../test/officer';
import { type OutageCommand, type Outages, outagesDecider, outagesThatHold } from './outages';

const OPS: Actor = { role: 'ops', id: 'zhao' };
const HOUR = 3_600_000;
const policy = { packs: () => [YICHENG], longestMs: 7 * 24 * HOUR };
const NOON = wall('2026-03-02 12:00');
const STATE: OutageCommand = {
  ...{ type: 'StateOutage', fromAt: NOON - 2 * HOUR, toAt: NOON - HOUR, reason: '政务外网中断' },
};

function give(list: Outages, command: OutageCommand, actor: Actor = OPS) {
  const at = NOON;
  const answer = outagesDecider.decide(command, list, policy, { at, commandId: 'c', actor });
  if (!answer.ok) return { said: answer.error.code, list };
  const after = answer.value.reduce(
    (now, event) => outagesDecider.evolve(now, { event, at, id: 'e', writer: 'w', seq: 1 }),
    list,
  );
  return { said: answer.value.map(({ type }) => type).join(' '), list: after };
}

const EMPTY = outagesDecider.initial;

test.each<[string, OutageCommand, Actor, string]>([
  ['ops states one that is over', STATE, OPS, 'OutageRecorded'],
  ['a handler', STATE, { role: 'handler', id: 'li', unit: 'tax' }, 'ROLE_NOT_ALLOWED'],
  ['without a reason', { ...STATE, reason: ' ' } as OutageCommand, OPS, 'REASON_MISSING'],
  ['without length', { ...STATE, toAt: NOON - 2 * HOUR } as OutageCommand, OPS, 'OUTAGE_EMPTY'],
  ['in the future', { ...STATE, toAt: NOON + 1 } as OutageCommand, OPS, 'OUTAGE_NOT_OVER'],
  ['up to now', { ...STATE, toAt: NOON } as OutageCommand, OPS, 'OutageRecorded'],
  ['too long', { ...STATE, fromAt: NOON - 8 * 24 * HOUR } as OutageCommand, OPS, 'OUTAGE_TOO_LONG'],
  [
    'withdrawn, but never stated',
    { type: 'WithdrawOutage', outageId: 'stated/1', reason: '误报' },
    OPS,
    'OUTAGE_UNKNOWN',
  ],
])('%s', (_name, command, actor, expected) => {
  expect(give(EMPTY, command, actor).said).toBe(expected);
});

test('a gap is noted once, and is no statement that anybody may withdraw', () => {
  const gap: OutageCommand = {
    ...{ type: 'NoteGap', source: 'casework.workorder', fromAt: NOON - HOUR, toAt: NOON },
  };
  const once = give(EMPTY, gap);
  expect(once.said).toBe('OutageRecorded');
  expect(give(once.list, gap).said).toBe('');
  const outageId = once.list.list[0]?.id ?? '';
  expect(give(once.list, { type: 'WithdrawOutage', outageId, reason: '误报' }).said).toBe(
    'OUTAGE_NOT_STATED',
  );
});

test('two at a time count once; what was withdrawn counts no more, and stays on the list', () => {
  const gap: OutageCommand = {
    ...{ type: 'NoteGap', source: 'triage.routing', fromAt: NOON - 3 * HOUR, toAt: NOON - 1.5 * HOUR },
  };
  const { list } = give(give(EMPTY, STATE).list, gap);
  expect(outagesThatHold(list)).toEqual([{ from: NOON - 3 * HOUR, until: NOON - HOUR }]);
  const withdrawn = give(list, { type: 'WithdrawOutage', outageId: 'stated/1', reason: '误报' });
  expect(outagesThatHold(withdrawn.list)).toEqual([{ from: NOON - 3 * HOUR, until: NOON - 1.5 * HOUR }]);
  expect(withdrawn.list.list).toHaveLength(2);
  expect(give(withdrawn.list, { type: 'WithdrawOutage', outageId: 'stated/1', reason: '误报' }).said).toBe(
    'OUTAGE_WITHDRAWN',
  );
});
