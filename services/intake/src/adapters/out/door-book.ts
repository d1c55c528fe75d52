// The book of the doors 渠道台账: every switching with its reason, and what came in by day. Rows of intake's own
// tables: they survive a start, a rebuild leaves them. Days are written every few seconds, so a crash may
// lose the last of the counting, never a switching: that is stored before it is answered.
import type { ServiceHost } from '#platform/host-ports';
import { civilDayOf } from '#working-calendar/civil-day';
import type { DoorSwitch } from '../../domain/door-switch';

interface SwitchRow extends DoorSwitch {
  readonly id: string;
}

interface DayRow {
  /** `<door>/<day>` */
  readonly id: string;
  readonly door: string;
  readonly day: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly lastAt: number;
}

/** What came in at a door. */
interface DoorDay {
  readonly today: Readonly<Record<string, number>>;
  /** Within a week (epoch ms); 0 for nothing. */
  readonly lastAt: number;
}

/** The book. */
export interface DoorBook {
  /** Learns what was written before; nothing is shut until then. */
  readonly begin: () => Promise<void>;
  readonly lastSwitch: (door: string) => DoorSwitch | undefined;
  readonly isShut: (door: string) => boolean;
  readonly enter: (one: DoorSwitch) => Promise<void>;
  readonly count: (door: string, outcome: string) => void;
  readonly day: (door: string) => DoorDay;
  readonly flush: () => Promise<void>;
}

const DAYS_LOOKED_AT = 7;
const MOST_ROWS = 10_000;
const DAY_MS = 86_400_000;

/** The book of a host. */
export function doorBook({ table, now }: Pick<ServiceHost, 'table' | 'now'>): DoorBook {
  const switches = table<SwitchRow>('door-switches', [['at']]);
  const days = table<DayRow>('door-days', [['day']]);
  const last = new Map<string, DoorSwitch>();
  const known = new Map<string, DayRow>();
  const lastAt = new Map<string, number>();
  const changed = new Set<string>();
  const learn = (row: DayRow) => {
    known.set(row.id, row);
    lastAt.set(row.door, Math.max(lastAt.get(row.door) ?? 0, row.lastAt));
  };
  return {
    begin: async () => {
      const options = { sort: { at: 1 as const }, limit: MOST_ROWS };
      for (const { id: _, ...one } of await switches.find({}, options)) last.set(one.door, one);
      const since = civilDayOf(now() - DAYS_LOOKED_AT * DAY_MS);
      for (const row of await days.find({ day: { $gte: since } }, { limit: MOST_ROWS })) learn(row);
    },
    lastSwitch: (door) => last.get(door),
    isShut: (door) => last.get(door)?.open === false,
    enter: async (one) => {
      await switches.put([{ id: `${one.door}/${one.at}`, ...one }]);
      last.set(one.door, one);
    },
    count: (door, outcome) => {
      const day = civilDayOf(now());
      const id = `${door}/${day}`;
      const counts = known.get(id)?.counts ?? {};
      learn({ id, door, day, counts: { ...counts, [outcome]: (counts[outcome] ?? 0) + 1 }, lastAt: now() });
      changed.add(id);
    },
    day: (door) => {
      const today = known.get(`${door}/${civilDayOf(now())}`)?.counts ?? {};
      return { today, lastAt: lastAt.get(door) ?? 0 };
    },
    flush: async () => {
      const rows = [...changed].flatMap((id) => known.get(id) ?? []);
      changed.clear();
      if (rows.length > 0) await days.put(rows);
      const today = civilDayOf(now());
      for (const [id, { day }] of known) if (day !== today) known.delete(id);
    },
  };
}
