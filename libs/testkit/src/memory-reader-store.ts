// Positions and parked keys of reader groups in memory, with copies to put back.
import type { ParkedKey, ReaderPosition, ReaderStore } from '#platform/store/ports';
import { plainCopy } from './plain-copy';

interface Group {
  positions: ReaderPosition[];
  types?: readonly string[];
  parked: ParkedKey[];
}

/** A copy of all groups at one moment. */
export type MemoryReaderSnapshot = Readonly<Record<string, Group>>;

/** The port and its copies. */
export interface MemoryReaderStore extends ReaderStore {
  snapshot(): MemoryReaderSnapshot;
  restore(snapshot: MemoryReaderSnapshot): void;
}

/** A reader store in memory. */
export function memoryReaderStore(): MemoryReaderStore {
  let groups = new Map<string, Group>();
  const group = (name: string): Group => {
    const held = groups.get(name) ?? { positions: [], parked: [] };
    groups.set(name, held);
    return held;
  };
  return {
    positions: async (name) => plainCopy(group(name).positions),
    async savePosition(name, position) {
      const held = group(name);
      const others = held.positions.filter(({ partition }) => partition !== position.partition);
      held.positions = [...others, plainCopy(position)].sort((a, b) => a.partition - b.partition);
    },
    types: async (name) => plainCopy(group(name).types),
    async saveTypes(name, types) {
      group(name).types = [...types];
    },
    async forget(name) {
      const held = group(name);
      held.positions = [];
      delete held.types;
    },
    parked: async (name) => plainCopy(group(name).parked),
    async park(name, parked) {
      const held = group(name);
      held.parked = [...held.parked.filter(({ key }) => key !== parked.key), plainCopy(parked)];
    },
    async unpark(name, key) {
      const held = group(name);
      held.parked = held.parked.filter((parked) => parked.key !== key);
    },
    snapshot: () => plainCopy(Object.fromEntries(groups)),
    restore(snapshot) {
      groups = new Map(Object.entries(plainCopy(snapshot)));
    },
  };
}
