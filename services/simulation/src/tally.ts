// What is counted while a simulation runs: submissions, events, acts and their refusals, cards.
import type { Command, Heard } from './domain/acts';
import { notedAs } from './domain/noted';

/** Counts by name, in the order of the names. */
export type Counts = Readonly<Record<string, number>>;

/** Cards by unit and clock. */
export interface CardCounts {
  readonly yellow: number;
  readonly red: number;
  readonly revoked: number;
  readonly byUnit: Readonly<Record<string, { readonly yellow: number; readonly red: number }>>;
  readonly byClock: Readonly<Record<string, { readonly yellow: number; readonly red: number }>>;
}

/** A running count. */
export class Tally {
  private readonly counts = new Map<string, Map<string, number>>();

  /** A submission; `refused` is the code, or empty. */
  submitted(refused: string): void {
    this.add('submitted', refused === '' ? 'taken-in' : refused);
  }

  /** An act; `refused` is the code, or empty. */
  acted({ door, name }: Command, refused: string): void {
    this.add('acts', `${door}.${name}`);
    if (refused !== '') this.add('refused', `${door}.${name} ${refused}`);
  }

  /** An event was written. */
  recorded(type: string): void {
    this.add('events', type);
  }

  /** Cards and answers are counted by what the journal says. */
  heard(heard: Heard): void {
    if (heard.type === 'CardRevoked') this.add('cards', 'revoked');
    if (heard.type === 'AppealCompleted') this.add('answers', heard.verdict);
    const noted = notedAs(heard);
    if (noted !== undefined) this.add('noted', noted);
    if (heard.type !== 'CardShown') return;
    const { colour, unit, clock } = heard;
    this.add('cards', colour);
    this.add(`cards by unit ${colour}`, unit === '' ? 'platform' : unit);
    this.add(`cards by clock ${colour}`, clock);
  }

  /** The counts of one kind. */
  of(kind: string): Counts {
    const names = [...(this.counts.get(kind) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(names);
  }

  /** The sum of one kind. */
  sum(kind: string): number {
    return Object.values(this.of(kind)).reduce((sum, count) => sum + count, 0);
  }

  get cards(): CardCounts {
    const { yellow = 0, red = 0, revoked = 0 } = this.of('cards');
    return { yellow, red, revoked, byUnit: this.both('unit'), byClock: this.both('clock') };
  }

  private both(by: 'unit' | 'clock'): CardCounts['byUnit'] {
    const [yellow, red] = [this.of(`cards by ${by} yellow`), this.of(`cards by ${by} red`)];
    const names = [...new Set([...Object.keys(yellow), ...Object.keys(red)])].sort();
    return Object.fromEntries(
      names.map((name) => [name, { yellow: yellow[name] ?? 0, red: red[name] ?? 0 }]),
    );
  }

  private add(kind: string, name: string): void {
    const counts = this.counts.get(kind) ?? new Map<string, number>();
    this.counts.set(kind, counts);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
}
