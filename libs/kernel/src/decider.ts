// The rules of one document as three values: what it is before anything happened, what a command makes
// happen, and what an event makes of it. Deciders are pure: time, ids and randomness come in with the
// command, and the same events always give the same state, which is why every document can be rebuilt from
// the journal.

/**
 * An event as it stands in the journal: who wrote it, the how-manieth of that writer's document, and when.
 */
export interface Recorded<E> {
  readonly event: E;
  /** Epoch milliseconds; strictly rising within a document and never before the cause. */
  readonly at: number;
  /** `<instance>/<key>/<writer>/<seq>` */
  readonly id: string;
  /** `<service>.<kind>` */
  readonly writer: string;
  readonly seq: number;
}

/** What is refused and why: a code of a closed list, the clause it rests on, and values for the sentence. */
export interface Rejection<Code extends string = string> {
  readonly code: Code;
  /** Requirement id or article, e.g. `RT-2` or `YC-6`; empty when the rule is technical. */
  readonly rule: string;
  readonly params: Readonly<Record<string, string>>;
  /** Everything that is wrong, field by field; absent where no field is meant. */
  readonly fields?: readonly WrongField<Code>[];
}

/** One thing that is wrong with a field of a command. */
export interface WrongField<Code extends string = string> {
  readonly code: Code;
  /** Where it stands in the command as people send it, e.g. `chair` or `members[2]`. */
  readonly field: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Time and author of a command. `at` is the time its first event will carry. */
export interface Decision {
  readonly at: number;
  readonly commandId: string;
  readonly actor: Actor;
}

/** Who acts: a role, the person's or system's id, and the unit for people of a unit. */
export interface Actor {
  readonly role: string;
  readonly id: string;
  readonly unit?: string;
}

/**
 * Rules of one document. `Own` are the events it writes, `Foreign` those of other writers under the same key
 * that it takes into account. `decide` refuses with a Rejection or answers the events (none = nothing to
 * change).
 */
export interface Decider<State, Command, Own, Foreign, Policy, Code extends string = string> {
  readonly initial: State;
  decide(command: Command, state: State, policy: Policy, decision: Decision): Decided<Own, Code>;
  evolve(state: State, recorded: Recorded<Own | Foreign>): State;
}

/** Answer of a decider. */
export type Decided<Own, Code extends string = string> =
  | { readonly ok: true; readonly value: readonly Own[] }
  | { readonly ok: false; readonly error: Rejection<Code> };

/** Refuses a command with its code, clause and values, and the field that is meant, if one is. */
export function reject<Code extends string>(
  code: Code,
  rule: string,
  params: Readonly<Record<string, string>> = {},
  field = '',
): { readonly ok: false; readonly error: Rejection<Code> } {
  const fields = field === '' ? {} : { fields: [{ code, field, params }] };
  return { ok: false, error: { code, rule, params, ...fields } };
}

/**
 * Refuses a command for what is wrong with its fields, told in this order; undefined where nothing is. The
 * code is that of the first, its values those of all of its kind.
 */
export function rejectFields<Code extends string>(
  rule: string,
  fields: readonly WrongField<Code>[],
): { readonly ok: false; readonly error: Rejection<Code> } | undefined {
  const [first] = fields;
  if (first === undefined) return undefined;
  const alike = fields.filter(({ code }) => code === first.code);
  const values = (name: string) => [...new Set(alike.map(({ params }) => params[name] ?? ''))].join(', ');
  const params = Object.fromEntries(Object.keys(first.params).map((name) => [name, values(name)]));
  return { ok: false, error: { code: first.code, rule, params, fields } };
}

/** Accepts a command with the events it makes happen. */
export function decided<Own>(...events: readonly Own[]): {
  readonly ok: true;
  readonly value: readonly Own[];
} {
  return { ok: true, value: events };
}

/** A switch over a union ends here; reaching it at run time is a broken program. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable case: ${JSON.stringify(value)}`);
}
