// One partition of the journal in memory. What stands far behind its end is packed, a thousand entries to a
// lump of bytes outside the heap: nobody reads it while the town lives on, and millions of entries held as
// objects would cost more than everything else. Where it is read again, from the start or to be exported, it
// is unpacked lump by lump.
import { deserialize, serialize } from 'node:v8';
import type { ReadItem } from '#platform/journal/record';

const LUMP = 1000;
/** Entries at the end that are never packed; readers that keep up read nothing else. */
const LOOSE = 4 * LUMP;

/** Entries in order; the place in the log is the offset. */
export class MemoryLog {
  private lumps: Buffer[] = [];
  private loose: ReadItem[] = [];
  private unpacked: { readonly lump: number; readonly items: readonly ReadItem[] } | undefined;

  get length(): number {
    return this.packed + this.loose.length;
  }

  push(item: ReadItem): void {
    this.loose.push(item);
    if (this.loose.length < LOOSE + LUMP) return;
    this.lumps.push(serialize(this.loose.slice(0, LUMP)));
    this.loose = this.loose.slice(LUMP);
  }

  /** The entry at an offset. */
  at(offset: number): ReadItem | undefined {
    return offset >= this.packed ? this.loose[offset - this.packed] : this.lump(offset)[offset % LUMP];
  }

  /** Entries from an offset on; fewer than asked for at the end of a lump, none only at the end of the log. */
  from(offset: number, most: number): readonly ReadItem[] {
    if (offset >= this.packed) return this.loose.slice(offset - this.packed, offset - this.packed + most);
    const within = offset % LUMP;
    return this.lump(offset).slice(within, within + most);
  }

  /** Everything from an offset on is lost. */
  truncate(offset: number): void {
    if (offset >= this.length) return;
    const kept = Math.min(this.packed, offset - (offset % LUMP));
    this.loose = [...this.items(kept)].slice(0, offset - kept);
    this.lumps.length = kept / LUMP;
    this.unpacked = undefined;
  }

  /** All entries from an offset on, in order. */
  *items(offset = 0): Generator<ReadItem> {
    for (let at = offset; at < this.length; ) {
      const some = this.from(at, LUMP);
      yield* some;
      at += some.length;
    }
  }

  private get packed(): number {
    return this.lumps.length * LUMP;
  }

  private lump(offset: number): readonly ReadItem[] {
    const lump = Math.floor(offset / LUMP);
    if (this.unpacked?.lump !== lump) {
      const items = deserialize(this.lumps[lump] as Buffer) as ReadItem[];
      this.unpacked = { lump, items: items.map(bare) };
    }
    return this.unpacked.items;
  }
}

/** Bytes come back as a view of the lump they were packed in. */
function bare(item: ReadItem): ReadItem {
  return { ...item, value: Uint8Array.from(item.value) };
}
