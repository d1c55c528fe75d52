// What comes in at a door with a protocol of its own (IN-1), as the web door hands it on untouched, and what
// it is answered. Each such door has a folder here.

/** A request to a door. */
export interface DoorCall {
  readonly door: string;
  /** `GET` asks whether the door is ours; everything else is a push. */
  readonly method: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parameters of the address. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** An answer in whatever form the door speaks. */
export interface DoorAnswer {
  readonly status: number;
  readonly body: Uint8Array;
  /** Empty = JSON. */
  readonly contentType: string;
  /** Whole seconds until it may be tried again; 0 = at once. */
  readonly retryAfterS: number;
}

/** An answer in JSON. */
export function inJson(status: number, body: object, retryAfterS = 0): DoorAnswer {
  return { status, body: Buffer.from(JSON.stringify(body)), contentType: '', retryAfterS };
}

/** An answer in text, or in XML. */
export function inText(status: number, text: string, type: 'plain' | 'xml' = 'plain'): DoorAnswer {
  return { status, body: Buffer.from(text), contentType: `text/${type}; charset=utf-8`, retryAfterS: 0 };
}

/** There is no such door, or it takes no such request. */
export const NO_SUCH_DOOR = inJson(404, { code: 'CHANNEL_UNKNOWN' });
