// Supervision's own setting.
import type { ConfigRow } from '#platform/edge/config';
import type { ServiceHost } from '#platform/host-ports';

const GRACE = 'SUPERVISION_CARD_GRACE_MS';
const GRACE_MS = 30_000;
const LONGEST_OUTAGE = 'SUPERVISION_LONGEST_OUTAGE_MS';
const LONGEST_OUTAGE_MS = 7 * 86_400_000;

/** Settings beside those every service has. */
export const supervisionRows: readonly ConfigRow[] = [
  {
    name: GRACE,
    type: 'ms',
    unit: 'ms',
    default: String(GRACE_MS),
    meaning: {
      zh: '期限届满后等待多久再亮牌',
      en: 'how long a card waits after its deadline for what was decided in time',
    },
  },
  {
    name: LONGEST_OUTAGE,
    type: 'ms',
    unit: 'ms',
    default: String(LONGEST_OUTAGE_MS),
    meaning: {
      zh: '人工登记的一次停机最长多久',
      en: 'how long an outage that a person states may be at most',
    },
  },
];

/** Grace after a deadline in milliseconds. */
export function graceMsOf(host: ServiceHost): number {
  return Number(host.setting(GRACE) ?? GRACE_MS);
}

/** How long an outage that a person states may be at most (ms). */
export function longestOutageMsOf(host: ServiceHost): number {
  return Number(host.setting(LONGEST_OUTAGE) ?? LONGEST_OUTAGE_MS);
}
