// What comes in at a door with a protocol of its own (IN-1), as the web door hands it on untouched, and what
// it is answered. Each such door has a folder here.

/** A request to a door. */
export interface DoorCall {
  readonly door: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** An answer in JSON. */
export interface DoorAnswer {
  readonly status: number;
  readonly body: object;
  /** Whole seconds until it may be tried again; 0 = at once. */
  readonly retryAfterS: number;
}
