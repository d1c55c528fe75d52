// The settings of a process as one table: name, type, unit, default, meaning. The table is the documentation,
// the check and the type. A service starts with all of its settings understood or it does not start: a wrong
// deadline directory found out at noon is worse than a sentence at the start. Every problem is told at once.
import type { Result } from '#kernel/result';
import { ok, refuse } from '#kernel/result';

/** A text in the two languages of the product. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/**
 * What a setting's text is read as: `int` and `ms` whole numbers, `url` an absolute address (several hosts
 * allowed), `list` comma-separated, `path` a file or directory, `secret` a text that is never shown, `peers`
 * `name=host:port,…`.
 */
export type ConfigType = 'string' | 'int' | 'ms' | 'url' | 'list' | 'path' | 'secret' | 'peers';

/** One setting. Without default and not optional it must be given. */
export interface ConfigRow {
  readonly name: string;
  readonly type: ConfigType;
  readonly unit?: string;
  readonly default?: string;
  readonly optional?: true;
  readonly min?: number;
  readonly max?: number;
  readonly meaning: Sentence;
}

/** Address `host:port` by service name. */
export type Peers = Readonly<Record<string, string>>;

interface ValueOf {
  string: string;
  int: number;
  ms: number;
  url: string;
  list: readonly string[];
  path: string;
  secret: string;
  peers: Peers;
}

/** The settings of a table, by their names. */
export type ConfigOf<Rows extends readonly ConfigRow[]> = {
  readonly [Row in Rows[number] as Row['name']]:
    | ValueOf[Row['type']]
    | (Row extends { optional: true } ? undefined : never);
};

/** Why a setting cannot be used. `code` is closed; the sentence says what to do. */
export interface ConfigProblem {
  readonly name: string;
  readonly code: 'missing' | 'malformed' | 'unknown';
  readonly sentence: Sentence;
}

const PORT = { type: 'int', min: 0, max: 65535 } as const;

/** What every service has. */
export const baseRows = [
  { name: 'ZT_INSTANCE', type: 'string', meaning: { zh: '实例名', en: 'name of the instance' } },
  { name: 'KAFKA_BROKERS', type: 'list', meaning: { zh: '总线地址', en: 'addresses of the brokers' } },
  {
    name: 'KAFKA_USERNAME',
    type: 'string',
    optional: true,
    meaning: { zh: '总线用户名(SCRAM-SHA-512)', en: 'user at the brokers (SCRAM-SHA-512)' },
  },
  {
    name: 'KAFKA_PASSWORD',
    type: 'secret',
    optional: true,
    meaning: { zh: '总线口令', en: 'password at the brokers' },
  },
  {
    name: 'KAFKA_CA_FILE',
    type: 'path',
    optional: true,
    meaning: { zh: '总线证书文件,设置后使用 TLS', en: "certificate of the brokers' CA; with it TLS is used" },
  },
  { name: 'MONGODB_URI', type: 'url', meaning: { zh: '数据库地址', en: 'address of the store' } },
  { name: 'ZT_GRPC_PORT', ...PORT, meaning: { zh: 'gRPC 端口', en: 'gRPC port' } },
  { name: 'ZT_OPS_PORT', ...PORT, meaning: { zh: '运维端口', en: 'port of health, metrics and actions' } },
  {
    name: 'ZT_LISTEN_HOST',
    type: 'string',
    default: '127.0.0.1',
    meaning: { zh: '监听地址', en: 'address the ports listen on' },
  },
  {
    name: 'ZT_PEERS',
    type: 'peers',
    meaning: { zh: '其他服务的地址', en: 'addresses of the other services' },
  },
  { name: 'ZT_PACK_DIR', type: 'path', meaning: { zh: '规则包目录', en: 'directory of the pack' } },
  { name: 'ZT_PROFILE_DIR', type: 'path', meaning: { zh: '辖区配置目录', en: 'directory of the profile' } },
  { name: 'ZT_CALENDAR_DIR', type: 'path', meaning: { zh: '工作日历目录', en: 'directory of the calendar' } },
  { name: 'ZT_DATA_DIR', type: 'path', meaning: { zh: '数据目录', en: 'directory for own files' } },
  {
    name: 'ZT_SECRET_FILE',
    type: 'path',
    meaning: { zh: '实例密钥文件', en: "file of the instance's secret" },
  },
  { name: 'ZT_TOKENS_FILE', type: 'path', meaning: { zh: '角色令牌文件', en: 'file of the tokens by role' } },
  {
    name: 'ZT_HISTORY_LOADED_AT',
    type: 'ms',
    unit: 'ms',
    optional: true,
    meaning: {
      zh: '历史载入的时刻:此前的短信不再补发,此前的期限不再亮牌',
      en: 'when a history was loaded: no message and no card is issued for what was before it',
    },
  },
  {
    name: 'ZT_OUTAGE_FROM_MS',
    type: 'ms',
    unit: 'ms',
    min: 10_000,
    default: '120000',
    meaning: {
      zh: '心跳中断超过多久即记为系统停机;停机耽误的时间不亮牌、不算超期',
      en: 'from what gap between heartbeats on the platform counts as down: nobody is carded for time lost by it',
    },
  },
  {
    name: 'ZT_OPS_TOKEN',
    type: 'secret',
    optional: true,
    meaning: { zh: '运维操作令牌', en: 'token for ops actions from other machines' },
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    type: 'url',
    optional: true,
    meaning: { zh: '链路追踪收集地址', en: 'where traces are sent; without it they are not' },
  },
] as const satisfies readonly ConfigRow[];

/** Settings of some service or of the tests: one environment may carry them all, so they are no mistake. */
export const settingsOfOthers: readonly string[] = [
  'ZT_HTTP_PORT',
  'ZT_HTTP_HOST',
  'ZT_PROXIES',
  'ZT_TEST_BROKERS',
  'ZT_TEST_MONGODB_URI',
];

/** The one place that knows the process environment. */
export function environment(): NodeJS.ProcessEnv {
  return process.env;
}

/** Reads all rows, or answers every problem. Empty text counts as not given. Pure. */
export function readConfig<const Rows extends readonly ConfigRow[]>(
  rows: Rows,
  env: Readonly<Record<string, string | undefined>>,
  others: readonly string[] = settingsOfOthers,
): Result<ConfigOf<Rows>, readonly ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const row of rows) {
    const text = env[row.name]?.trim() || row.default;
    if (text === undefined) {
      if (!row.optional) problems.push(missing(row));
      continue;
    }
    const value = parsers[row.type](text, row);
    if (value === undefined) problems.push(malformed(row, text));
    else values[row.name] = value;
  }
  const known = [...rows.map((row) => row.name), ...baseRows.map((row) => row.name), ...others];
  for (const name of Object.keys(env)) {
    if (name.startsWith('ZT_') && !known.includes(name)) problems.push(unknown(name, known));
  }
  return problems.length > 0 ? refuse(problems) : ok(values as ConfigOf<Rows>);
}

/** The problems as they are shown: one line each, Chinese first. */
export function problemLines(problems: readonly ConfigProblem[]): readonly string[] {
  return problems.map(({ sentence }) => `${sentence.zh} · ${sentence.en}`);
}

type Parser = (text: string, row: ConfigRow) => unknown;

const whole: Parser = (text, row) => {
  if (!/^-?\d{1,15}$/.test(text)) return undefined;
  const value = Number(text);
  return value < (row.min ?? 0) || value > (row.max ?? Number.MAX_SAFE_INTEGER) ? undefined : value;
};

const items = (text: string): readonly string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const parsers: Readonly<Record<ConfigType, Parser>> = {
  string: (text) => text,
  secret: (text) => text,
  path: (text) => text,
  int: whole,
  ms: whole,
  url: (text) => (/^[a-z][a-z0-9+.-]*:\/\/[^\s/]\S*$/i.test(text) ? text : undefined),
  list: (text) => (items(text).length > 0 ? items(text) : undefined),
  peers: (text) => {
    const pairs = items(text).map((item) => /^([a-z][a-z0-9-]*)=([^\s=]+:\d{1,5})$/.exec(item));
    return pairs.some((pair) => pair === null)
      ? undefined
      : Object.fromEntries(pairs.map((pair) => [pair?.[1], pair?.[2]]));
  },
};

const forms: Readonly<Record<ConfigType, Sentence>> = {
  string: { zh: '文本', en: 'a text' },
  secret: { zh: '文本', en: 'a text' },
  path: { zh: '路径', en: 'a path' },
  int: { zh: '整数', en: 'a whole number' },
  ms: { zh: '毫秒整数', en: 'a whole number of milliseconds' },
  url: { zh: '形如 scheme://host:port 的地址', en: 'an address like scheme://host:port' },
  list: { zh: '以逗号分隔的列表', en: 'a list separated by commas' },
  peers: {
    zh: '形如 intake=127.0.0.1:7110,triage=… 的列表',
    en: 'a list like intake=127.0.0.1:7110,triage=…',
  },
};

function expected(row: ConfigRow): Sentence {
  const range = row.min === undefined && row.max === undefined ? '' : ` ${row.min ?? 0}…${row.max ?? ''}`;
  const unit = row.unit === undefined ? '' : `(${row.unit})`;
  return { zh: `${forms[row.type].zh}${range}${unit}`, en: `${forms[row.type].en}${range}${unit}` };
}

function missing(row: ConfigRow): ConfigProblem {
  const form = expected(row);
  return {
    name: row.name,
    code: 'missing',
    sentence: {
      zh: `缺少设置 ${row.name}(${row.meaning.zh}),请设为${form.zh}。`,
      en: `Setting ${row.name} (${row.meaning.en}) is missing; set it to ${form.en}.`,
    },
  };
}

function malformed(row: ConfigRow, text: string): ConfigProblem {
  const form = expected(row);
  const shown = row.type === 'secret' || row.type === 'url' ? '…' : text.slice(0, 60);
  return {
    name: row.name,
    code: 'malformed',
    sentence: {
      zh: `设置 ${row.name}(${row.meaning.zh})的值“${shown}”无法使用,应为${form.zh}。`,
      en: `Setting ${row.name} (${row.meaning.en}) cannot be used as "${shown}"; it must be ${form.en}.`,
    },
  };
}

function unknown(name: string, known: readonly string[]): ConfigProblem {
  const near = known.find((candidate) => distance(candidate, name) <= 2);
  return {
    name,
    code: 'unknown',
    sentence: {
      zh: `没有名为 ${name} 的设置${near ? `,是否指 ${near}?` : ',请删除它。'}`,
      en: `There is no setting ${name}${near ? `; did you mean ${near}?` : '; remove it.'}`,
    },
  };
}

/** How many letters must be changed, added or left out to make one word of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, substituted));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
