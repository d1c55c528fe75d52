import { YICHENG } from '../../test/scenario';
import { type DoorSwitch, switchDoor } from './door-switch';

const SHUT = { door: 'leader-board', open: false, reason: '平台升级' };
const OPS = { role: 'ops', id: 'o-1', at: 1000 };
const shut: DoorSwitch = { ...SHUT, by: 'o-1', at: 1000 };

test('is done by whom the pack gives it, on record with reason, name and time', () => {
  expect(switchDoor(SHUT, OPS, undefined, [YICHENG])).toEqual({ ok: true, value: shut });
  expect(switchDoor({ ...SHUT, open: true }, OPS, shut, [YICHENG])).toMatchObject({ ok: true });
});

test.each([
  ['no such door', { ...SHUT, door: 'nowhere' }, OPS, undefined, 'CHANNEL_UNKNOWN'],
  ['another role', SHUT, { ...OPS, role: 'handler' }, undefined, 'ROLE_NOT_ALLOWED'],
  ['no reason', { ...SHUT, reason: ' ' }, OPS, undefined, 'REASON_MISSING'],
  ['characters nobody sees', { ...SHUT, reason: '升级\u200b' }, OPS, undefined, 'TEXT_REFUSED'],
  ['a door that is shut', SHUT, OPS, shut, 'DOOR_STANDS_SO'],
  ['a door that is open', { ...SHUT, open: true }, OPS, undefined, 'DOOR_STANDS_SO'],
])('%s is refused', (_what, wish, who, before, code) => {
  expect(switchDoor(wish, who, before, [YICHENG])).toMatchObject({ ok: false, error: { code } });
});
