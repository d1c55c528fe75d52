// Shutting a door 渠道停用 and opening it again (IN-1): by whom a pack that has the door gives it, with a reason,
// on record. What a shut door is sent is told so and loses nothing: it is sent again later.
import { type Result, ok } from '#kernel/result';
import type { Pack } from '#policy/pack';
import { reachOf } from '#policy/scopes';
import { readText } from './plain-text';

/** A switching, as it stays on record. */
export interface DoorSwitch {
  readonly door: string;
  readonly open: boolean;
  readonly by: string;
  readonly reason: string;
  readonly at: number;
}

/** Why it is refused. */
export type SwitchRefusal =
  | 'CHANNEL_UNKNOWN'
  | 'ROLE_NOT_ALLOWED'
  | 'REASON_MISSING'
  | 'TEXT_REFUSED'
  | 'DOOR_STANDS_SO';

/** Decides; `before` is the last switching of the door. */
export function switchDoor(
  wish: Omit<DoorSwitch, 'by' | 'at'>,
  { role, id, at }: { readonly role: string; readonly id: string; readonly at: number },
  before: DoorSwitch | undefined,
  packs: readonly Pack[],
): Result<DoorSwitch, { readonly code: SwitchRefusal; readonly params: Readonly<Record<string, string>> }> {
  const { door, open } = wish;
  const refuse = (code: SwitchRefusal, params: Readonly<Record<string, string>> = {}) => {
    return { ok: false as const, error: { code, params } };
  };
  const having = packs.filter(({ doors }) => doors.some((one) => one.id === door));
  if (having.length === 0) return refuse('CHANNEL_UNKNOWN', { value: door });
  if (having.every((pack) => reachOf(pack, role, 'SwitchDoor') === 'none'))
    return refuse('ROLE_NOT_ALLOWED', { role });
  const reason = readText(wish.reason, 'reason', { min: 2, max: 500 });
  if (!reason.ok) {
    const missing = reason.error.code === 'FIELD_MISSING';
    return missing ? refuse('REASON_MISSING') : refuse('TEXT_REFUSED', { reason: reason.error.code });
  }
  if ((before?.open ?? true) === open) return refuse('DOOR_STANDS_SO', { door });
  return ok({ door, open, by: id, reason: reason.value, at });
}
