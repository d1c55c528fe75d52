// The desk of the doors (IN-1): which there are, on or off, what came in today; shutting one and opening it.
import type { Pack } from '#policy/pack';
import type { DoorState, SwitchDoorRequest } from '#contracts/gen/zhitong/intake/v1/service';
import type { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import { HELD_MOST } from '../../app/hold-push';
import type { IntakePorts } from '../../app/ports';
import { switchDoor } from '../../domain/door-switch';
import type { DoorBook } from '../out/door-book';

/** What the desk stands on. */
export interface DoorDeskPorts {
  readonly book: DoorBook;
  readonly packs: () => readonly Pack[];
  readonly appeals: Pick<IntakePorts['appeals'], 'heldAt'>;
  readonly now: () => number;
}

/** Every door of the packs in force. */
export async function listDoors({ book, packs, appeals }: DoorDeskPorts): Promise<DoorState[]> {
  const doors = [...new Set(packs().flatMap((pack) => pack.doors.map(({ id }) => id)))].sort();
  return Promise.all(
    doors.map(async (door) => {
      const last = book.lastSwitch(door);
      const { today, lastAt } = book.day(door);
      const held = (await appeals.heldAt(door, HELD_MOST)).length;
      const switched = { switchedBy: last?.by ?? '', reason: last?.reason ?? '', switchedAt: last?.at ?? 0 };
      return { door, open: !book.isShut(door), ...switched, today: { ...today }, held, lastAt };
    }),
  );
}

/** Shuts or opens; stored before it is answered. */
export async function answerSwitch(
  { actor, door, open, reason }: SwitchDoorRequest,
  { book, packs, now }: DoorDeskPorts,
): Promise<CommandAnswer> {
  const who = { role: actor?.role ?? '', id: actor?.id ?? '', at: now() };
  const decided = switchDoor({ door, open, reason }, who, book.lastSwitch(door), packs());
  if (!decided.ok) {
    const { code, params } = decided.error;
    const value = { code, rule: 'IN-1', params: { ...params }, asOf: '', fields: [] };
    return { outcome: { $case: 'rejected', value } };
  }
  await book.enter(decided.value);
  return {
    outcome: { $case: 'accepted', value: { eventId: '', version: 0, status: open ? 'open' : 'shut' } },
  };
}
