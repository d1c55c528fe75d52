// How an external platform 外部平台 pushes its appeals to this jurisdiction (IN-1, YC-3): how it signs, in what
// its bodies are written, where each of our fields stands in them, what its codes mean, and what it wants to
// be answered. It is data of the profile, one row for each door; what of a row rests on the platform's own
// papers and what was assumed for want of them stands in the row.
import { z } from 'zod';
import { TOLD_STAGES } from './told-stages';

const line = z.string().trim().min(1).max(200);
const code = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/);
/** A place in the body: names joined by dots, e.g. `order.no`. */
const place = z.string().regex(/^[A-Za-z_][\w-]{0,63}(\.[A-Za-z_][\w-]{0,63}){0,5}$/);
const header = z.string().regex(/^[a-z][a-z0-9-]{1,63}$/);
const parameter = z.string().regex(/^[A-Za-z_]\w{0,63}$/);

/** What a stamp of time is written as: `compact` = yyyyMMddHHmmss in Beijing. */
export const STAMP_UNITS = ['s', 'ms', 'compact'] as const;

const stamp = z.strictObject({
  unit: z.enum(STAMP_UNITS),
  /** Most seconds a stamp may differ from our clock, either way. */
  withinSeconds: z.int().min(30).max(3600),
});

/** Hashes of RFC 2104 codes: SHA-256, or SM3 of GB/T 32905. */
export const SIGNING = ['sha256', 'sm3'] as const;

/** A keyed code over stamp, nonce and body, all in headers. */
const headerSignature = z.strictObject({
  scheme: z.literal('headers'),
  hash: z.enum(SIGNING),
  encoding: z.enum(['hex', 'base64']),
  signature: header,
  timestamp: header,
  nonce: header,
  /** What is signed, in this order; always all three. */
  over: z
    .tuple([part(), part(), part()])
    .refine((parts) => new Set(parts).size === 3, { error: 'duplicate' }),
  joinedBy: z.enum(['', '\n', '&', '.']),
  stamp,
});

/**
 * A keyed code over the parameters of the body, sorted by name: `a=1&b=2`, empty ones and itself left out.
 */
const parameterSignature = z.strictObject({
  scheme: z.literal('parameters'),
  hash: z.enum(SIGNING),
  encoding: z.enum(['hex', 'base64']),
  signature: parameter,
  timestamp: parameter,
  stamp,
});

function part() {
  return z.enum(['timestamp', 'nonce', 'body']);
}

/** Where a field comes from: a place, a value that is always the same, or the beginning of another place. */
const source = z.union([
  place,
  z.strictObject({ fixed: line }),
  z.strictObject({ beginningOf: place, characters: z.int().min(10).max(100) }),
]);

/** Codes of theirs → codes of ours. */
const codes = z.record(z.string().min(1).max(60), code);

/**
 * How it is told what becomes of an appeal, in UTF-8, in the format of its pushes and signed like them; where
 * it stands (the base of its address) is in the operator's file. Absent: it is told nothing.
 */
const statusSchema = z.strictObject({
  /** What of this its own papers say, and what was assumed. */
  basis: z.strictObject({ documented: z.array(line), assumed: z.array(line) }),
  path: z.string().regex(/^\/[\w./-]{0,200}$/),
  fields: z.strictObject({
    sourceNumber: place,
    number: place,
    stage: place,
    /** When it happened, in the unit of its stamps. */
    at: place,
    /** The answer, or the reason. */
    text: place.optional(),
    /** 1, 2, 3 … of one appeal. */
    sequence: place.optional(),
  }),
  /** Our stages → its codes; a stage without one is not told. */
  codes: z.partialRecord(z.enum(TOLD_STAGES), line),
  /** Where its answer says that it has taken it. */
  taken: z.strictObject({ place, is: z.union([line, z.int()]) }),
});

/** How one platform is told. */
export type PlatformStatus = z.infer<typeof statusSchema>;

/** A row of platforms.yaml. */
export const platformSchema = z.strictObject({
  /** The door of a pack it pushes at. */
  door: code,
  /** Whether the door is open: a closed one is told so, and loses nothing. */
  open: z.boolean(),
  /** What of this row the platform's own papers say, and what was assumed. */
  basis: z.strictObject({ documented: z.array(line), assumed: z.array(line).min(1) }),
  signature: z.discriminatedUnion('scheme', [headerSignature, parameterSignature]),
  body: z.strictObject({ format: z.enum(['json', 'form']), charset: z.enum(['utf-8', 'gb18030']) }),
  /** Most pushes a minute; more are told when to come again. */
  perMinute: z.int().min(1).max(6000),
  fields: z.strictObject({
    sourceNumber: source,
    title: source,
    content: source,
    enterpriseName: source,
    uscc: source.optional(),
    region: source,
    contactName: source,
    contactPhone: source,
    kind: source.optional(),
    topic: source.optional(),
  }),
  /**
   * Tables of codes; a field without one is written in our codes. A push with a code that is not in its table
   * is held until a person says what it means.
   */
  codes: z.strictObject({ kind: codes.optional(), topic: codes.optional(), region: codes.optional() }),
  /** Files, where it sends any. */
  files: z
    .strictObject({ list: place, name: parameter, url: parameter, mediaType: parameter, size: parameter })
    .optional(),
  /** What it wants to be answered. */
  answer: z.strictObject({
    /** Whether every answer is HTTP 200 and only the code within tells. */
    always200: z.boolean(),
    code: place,
    message: place,
    taken: z.union([line, z.int()]),
    refused: z.union([line, z.int()]),
    /** Taken in and held for a person; absent where it has no such code: then `taken`. */
    held: z.union([line, z.int()]).optional(),
    number: place,
    queryCode: place.optional(),
  }),
  status: statusSchema.optional(),
});

/** How one platform pushes, and is told what becomes of its appeals. */
export type PlatformMapping = z.infer<typeof platformSchema>;

/** How a platform signs. */
export type PushSignature = PlatformMapping['signature'];

/** Where a field comes from. */
export type FieldSource = z.infer<typeof source>;
