// What once went into a journal is read for ever: one sample of every event in every version, as bytes. Each
// must still be decoded by today's message and come out as the same bytes; an event without a sample, or a
// sample without its event, is an error. How the words of a service read it is its own mapping's spec.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Golden {
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly valueBase64: string;
}

interface Codec {
  decode(bytes: Uint8Array): Record<string, unknown>;
  encode(message: Record<string, unknown>): { finish(): Uint8Array };
}

const golden = join(__dirname, '../golden');
const wire = join(__dirname, '../../../proto/zhitong');
/** Sealed inside an event: never an event of its own. */
const sealed = /Private$|^Words$/;

const samples = readdirSync(golden).map((file) => {
  return { file, ...(JSON.parse(readFileSync(join(golden, file), 'utf8')) as Golden) };
});

/**
 * Names of the events that `<service>/<version>/events.proto` defines: no part of another, nothing sealed.
 */
function eventsOf(service: string, version: string): string[] {
  const text = readFileSync(join(wire, service, version, 'events.proto'), 'utf8');
  const parts = new Set(
    [...text.matchAll(/^\s+(?:repeated |optional )?(\w+) \w+ = \d+;/gm)].map((m) => m[1]),
  );
  return [...text.matchAll(/^message (\w+)/gm)]
    .map((match) => match[1] ?? '')
    .filter((name) => !parts.has(name) && !sealed.test(name))
    .map((name) => `zhitong.${service}.${version}.${name}`);
}

function codecOf(type: string): Codec {
  const [, service, version, name] = type.split('.');
  const module = require(`./gen/zhitong/${service}/${version}/events`) as Record<string, Codec>;
  const codec = module[name ?? ''];
  if (codec === undefined)
    throw new Error(`${type}: no such message; an event that was written stays for ever`);
  return codec;
}

/** The message inside `sealed`: the event's own private one, else the words of a person. */
function sealedCodecOf(type: string): Codec {
  const [, service, version] = type.split('.');
  const module = require(`./gen/zhitong/${service}/${version}/events`) as Record<string, Codec>;
  return module[`${type.split('.').at(-1)}Private`] ?? codecOf('zhitong.intake.v1.Words');
}

const again = (codec: Codec, bytes: Uint8Array) =>
  Buffer.from(codec.encode(codec.decode(bytes)).finish()).toString('base64');

describe('golden samples', () => {
  it.each(samples.map((sample) => [sample.file, sample] as const))(
    '%s is read as it was',
    (_file, sample) => {
      const bytes = Buffer.from(sample.valueBase64, 'base64');
      expect(again(codecOf(sample.type), bytes)).toBe(sample.valueBase64);
      const { sealed: inner, ...open } = codecOf(sample.type).decode(bytes);
      if (inner instanceof Uint8Array && inner.length > 0) {
        expect(again(sealedCodecOf(sample.type), inner)).toBe(Buffer.from(inner).toString('base64'));
      }
      for (const [name, value] of Object.entries(open)) {
        if (!(name in sample.fields) || typeof value === 'object') continue;
        const read = typeof value === 'bigint' ? Number(value) : value;
        // What an event leaves out is null to the service and the empty value on the wire.
        expect([name, read || null]).toEqual([name, sample.fields[name] || null]);
      }
    },
  );

  it.each(samples.map(({ file, type }) => [file, type] as const))(
    '%s is named after its type',
    (file, type) => {
      expect(file).toMatch(new RegExp(`^${type.replaceAll('.', '\\.')}\\.v\\d+(?:-[a-z-]+)?\\.json$`));
    },
  );

  const services = readdirSync(wire).flatMap((service) =>
    readdirSync(join(wire, service))
      .filter((version) => readdirSync(join(wire, service, version)).includes('events.proto'))
      .map((version) => [service, version] as const),
  );
  it.each(services)('every event of %s %s has a sample', (service, version) => {
    const known = new Set(samples.map(({ type }) => type));
    const events = eventsOf(service, version);
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter((type) => !known.has(type))).toEqual([]);
  });
});
