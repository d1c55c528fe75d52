// A world for the runtime's own tests: two small services over one journal. The ledger takes sums and
// remembers how often the clerk answered; the clerk answers every third sum by itself and takes notes on
// command. Each reads the other, so that every kind of interleaving between a command and the other's event
// occurs.
import { type Decider, decided, reject } from '#kernel/decider';
import { type EventCodec, eventCodec, eventRow } from '#platform/runtime/codec';
import type { AggregateSpec } from '#platform/runtime/step';

type Summed = { type: 'Summed'; amount: number };
type Answered = { type: 'Answered'; total: number };
type Noted = { type: 'Noted'; text: string };
type ClerkEvent = Answered | Noted;

/** What the ledger knows. */
export interface Ledger {
  readonly total: number;
  readonly sums: number;
  /** What it had added up when the clerk's words reached it: depends on the interleaving. */
  readonly heard: readonly string[];
}

/** What the clerk knows. */
export interface Clerk {
  readonly total: number;
  readonly said: readonly string[];
}

const utf8 = {
  encode: (text: string) => new TextEncoder().encode(text),
  decode: (b: Uint8Array) => new TextDecoder().decode(b),
};

function jsonMessage<M>() {
  return {
    encode: (message: M) => ({ finish: () => utf8.encode(JSON.stringify(message)) }),
    decode: (bytes: Uint8Array) => JSON.parse(utf8.decode(bytes)) as M,
  };
}

const summed: EventCodec<Summed> = eventCodec<Summed>({
  'test.Summed': eventRow<Summed, Summed>(
    'Summed',
    jsonMessage(),
    (e) => e,
    (m) => m,
  ),
});

const clerkEvents: EventCodec<ClerkEvent> = eventCodec<ClerkEvent>({
  'test.Answered': eventRow<ClerkEvent, ClerkEvent>(
    'Answered',
    jsonMessage(),
    (e) => e,
    (m) => m,
  ),
  'test.Noted': eventRow<ClerkEvent, { box: string }>(
    'Noted',
    jsonMessage(),
    (e, seal) => ({
      box: Buffer.from(seal(utf8.encode(e.type === 'Noted' ? e.text : ''))).toString('base64'),
    }),
    (m, open) => {
      const plain = open(new Uint8Array(Buffer.from(m.box, 'base64')));
      return { type: 'Noted', text: plain === 'erased' ? 'erased' : utf8.decode(plain) };
    },
  ),
});

const ledger: Decider<Ledger, { amount: number }, Summed, ClerkEvent, undefined> = {
  initial: { total: 0, sums: 0, heard: [] },
  decide: ({ amount }, state) =>
    state.total + amount < 0 ? reject('OVERDRAWN', 'T-1') : decided<Summed>({ type: 'Summed', amount }),
  evolve: (state, { event, at }) =>
    event.type === 'Summed'
      ? { ...state, total: state.total + event.amount, sums: state.sums + 1 }
      : { ...state, heard: [...state.heard, `${event.type} at total ${state.total} (${at > 0})`] },
};

const clerk: Decider<Clerk, { note: string } | { answer: true }, ClerkEvent, Summed, undefined> = {
  initial: { total: 0, said: [] },
  decide: (command, state) =>
    'note' in command
      ? decided<ClerkEvent>({ type: 'Noted', text: command.note }, { type: 'Noted', text: 'and again' })
      : decided<ClerkEvent>({ type: 'Answered', total: state.total }),
  evolve: (state, { event }) => {
    if (event.type === 'Summed') return { ...state, total: state.total + event.amount };
    return {
      ...state,
      said: [...state.said, event.type === 'Answered' ? `total ${event.total}` : event.text],
    };
  },
};

/** The ledger's decider, connected. */
export const ledgerSpec: AggregateSpec<Ledger, { amount: number }, Summed, ClerkEvent, undefined> = {
  instance: 'test',
  writer: 'ledger.account',
  decider: ledger,
  own: summed,
  foreign: clerkEvents,
  policy: () => undefined,
  lookup: (state) => ({ sums: state.sums }),
};

/** The clerk's decider, connected: it answers whenever the total is a multiple of three. */
export const clerkSpec: AggregateSpec<
  Clerk,
  { note: string } | { answer: true },
  ClerkEvent,
  Summed,
  undefined
> = {
  instance: 'test',
  writer: 'clerk.desk',
  decider: clerk,
  own: clerkEvents,
  foreign: summed,
  react: (_cause, state) => (state.total % 3 === 0 ? { answer: true } : undefined),
  policy: () => undefined,
};
