// 向平台反馈 (YC-6): texts by which the platform hears what a unit found or did. The pack says whether it is told;
// the loader holds its texts against that, and none goes out where it is not.
import type { Message } from './pack-texts';

const OF_THE_UNIT: readonly Message['on'][] = ['opinion-given', 'completed'];
/** Recipients of texts beside the roles of the pack. */
export const RECIPIENTS: readonly string[] = ['enterprise', 'unit', 'assist', 'sponsors'];

/** Whether a text tells a role of the platform of a unit's opinion or completion. */
export function tellsPlatform({ on, to }: Pick<Message, 'on' | 'to'>): boolean {
  return OF_THE_UNIT.includes(on) && !RECIPIENTS.includes(to);
}
