import { baseRows, problemLines, readConfig } from './config';

const full = {
  ZT_INSTANCE: 'demo',
  KAFKA_BROKERS: '127.0.0.1:7100, 127.0.0.1:7101',
  MONGODB_URI: 'mongodb://a:27017,b:27017/?replicaSet=rs0',
  ZT_GRPC_PORT: '7110',
  ZT_OPS_PORT: '7130',
  ZT_PEERS: 'intake=127.0.0.1:7110,triage=triage.demo.svc:7111',
  ZT_PACK_DIR: 'packs/yicheng',
  ZT_PROFILE_DIR: 'profiles/demo',
  ZT_CALENDAR_DIR: 'calendars',
  ZT_DATA_DIR: 'data',
  ZT_SECRET_FILE: 'data/secret',
  ZT_TOKENS_FILE: 'data/tokens.json',
};

const ownRows = [
  ...baseRows,
  {
    name: 'ZT_SWEEP_MS',
    type: 'ms',
    default: '1000',
    min: 10,
    max: 60000,
    meaning: { zh: '间隔', en: 'interval' },
  },
] as const;

describe('readConfig', () => {
  it('reads every type and leaves optional settings out', () => {
    const read = readConfig(ownRows, full);
    if (!read.ok) throw new Error(problemLines(read.error).join('\n'));
    expect(read.value.KAFKA_BROKERS).toEqual(['127.0.0.1:7100', '127.0.0.1:7101']);
    expect(read.value.ZT_GRPC_PORT).toBe(7110);
    expect(read.value.ZT_SWEEP_MS).toBe(1000);
    expect(read.value.ZT_PEERS).toEqual({ intake: '127.0.0.1:7110', triage: 'triage.demo.svc:7111' });
    expect(read.value.OTEL_EXPORTER_OTLP_ENDPOINT).toBeUndefined();
  });

  const table: readonly [string, Record<string, string>, string, string][] = [
    ['a missing setting', { ZT_PACK_DIR: '' }, 'ZT_PACK_DIR', 'missing'],
    ['a word where a number belongs', { ZT_GRPC_PORT: 'web' }, 'ZT_GRPC_PORT', 'malformed'],
    ['a port beyond the last', { ZT_OPS_PORT: '65536' }, 'ZT_OPS_PORT', 'malformed'],
    ['a number below its bound', { ZT_SWEEP_MS: '9' }, 'ZT_SWEEP_MS', 'malformed'],
    ['an address without scheme', { MONGODB_URI: 'localhost:27017' }, 'MONGODB_URI', 'malformed'],
    ['a peer without port', { ZT_PEERS: 'intake=127.0.0.1' }, 'ZT_PEERS', 'malformed'],
    ['a list of commas', { KAFKA_BROKERS: ',,' }, 'KAFKA_BROKERS', 'malformed'],
    ['a setting nobody knows', { ZT_COLOUR: 'red' }, 'ZT_COLOUR', 'unknown'],
  ];
  it.each(table)('refuses %s with its name and a sentence in two languages', (_what, change, name, code) => {
    const read = readConfig(ownRows, { ...full, ...change });
    if (read.ok) throw new Error('accepted');
    expect(read.error.map((problem) => [problem.name, problem.code])).toEqual([[name, code]]);
    expect(read.error[0]?.sentence.zh).toMatch(new RegExp(`${name}.*[。?]$`));
    expect(read.error[0]?.sentence.en).toMatch(new RegExp(`${name}.*[.?]$`));
  });

  it('tells all problems at once, one line each', () => {
    const read = readConfig(ownRows, {});
    if (read.ok) throw new Error('accepted');
    expect(problemLines(read.error)).toHaveLength(12);
  });

  it('guesses the setting that was meant', () => {
    const read = readConfig(ownRows, { ...full, ZT_OPS_PROT: '1' });
    expect(read.ok ? '' : read.error[0]?.sentence.en).toContain('did you mean ZT_OPS_PORT?');
  });

  it('leaves alone what another service or program knows', () => {
    expect(readConfig(ownRows, { ...full, ZT_HTTP_PORT: '8080', HOME: '/' }).ok).toBe(true);
    expect(readConfig(ownRows, { ...full, ZT_INBOX: '1' }, ['ZT_INBOX']).ok).toBe(true);
  });

  it('never repeats a secret or the password of an address', () => {
    const read = readConfig(ownRows, { ...full, MONGODB_URI: 'user:geheim@host' });
    expect(read.ok ? '' : problemLines(read.error).join()).not.toContain('geheim');
  });
});
