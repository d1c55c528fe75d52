// What goes to an enterprise as a short message goes also to the door its appeal came in by, where that door
// can speak (IN-1, IN-7): intake, whose door it is, is told. It is said beside the short message and never
// instead of it: whatever becomes of it, the message itself goes its way.
import type { ServiceHost } from '#platform/host-ports';
import { type ClaimedMessage, type Messages, waitingOf } from '../../domain/messages';
import { intakeClient, type IntakePeer } from '../mapping/intake-peer';

/** It is waited for no longer than this, in ms. */
const DEADLINE_MS = 3000;

/** Tells the door of an appeal what waits for its enterprise. */
export function alsoAtDoor(
  host: ServiceHost,
  pastUntil: number,
): (appealId: string, state: Messages) => Promise<void> {
  let intake: IntakePeer | undefined;
  const doors = new Set(host.versions.profile().wechat.map(({ door }) => door));
  return async (appealId, state) => {
    if (!doors.has(state.course.door)) return;
    if ((await host.vault.keys([appealId])).get(appealId) === 'destroyed') return;
    intake ??= host.peer(intakeClient, 'intake');
    for (const message of waitingOf(state, pastUntil).filter(isForEnterprise)) {
      const { id: messageId, letter } = message;
      if (letter === 'erased') continue;
      const outcome = await intake
        .tell({ appealId, messageId, text: letter.text }, { deadlineMs: DEADLINE_MS })
        .then((told) => told.outcome)
        .catch(() => 'away');
      host.metrics.add('zt_door_tidings_total', 1, { door: state.course.door, outcome });
    }
  };
}

/** What goes by e-mail is told as a short message too, or is for staff. */
function isForEnterprise({ recipient, channel }: ClaimedMessage): boolean {
  return recipient === 'enterprise' && channel === undefined;
}
