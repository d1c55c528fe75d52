// Who carries the messages of an instance, as the operator's file says it: providers in the order in which
// they are tried, and for each which of our texts is which approved template there. Vendors in China carry
// approved templates alone and take the values of their variables; a template that is one variable and
// nothing else is refused by them, so there is no way round the list. The keys stand in a second file, so
// that the first can be shown. A wrong file stops the start.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigurationError } from '#platform/edge/lifecycle';
import { PROVIDERS, PROVIDER_KEYS } from '../../config';

const most = z.int().min(1).max(1000);
const line = z.string().trim().min(1);

const templateSchema = z.strictObject({
  /** What the vendor calls the template. */
  code: line,
  /** Our variables: by name with a vendor that names them, in this order with one that counts them. */
  parameters: z.array(line),
});

const shared = {
  name: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/),
  /** Where it is reached, without a path. */
  base: z.url({ protocol: /^https?$/ }),
  /** The approved signature 签名, without its brackets. */
  signature: line,
  /** Longest value of a variable (characters); longer ones are cut and read in full at the portal. */
  longest: z.int().min(1).max(500).default(35),
  /** How long an answer is waited for (ms). */
  timeoutMs: z.int().min(100).max(60_000).default(10_000),
  templates: z.record(line, templateSchema),
  /** Messages one number may get within a minute, an hour, a day; left out: what the vendor takes. */
  perNumber: z
    .strictObject({ minute: most.optional(), hour: most.optional(), day: most.optional() })
    .optional(),
};

const aliyunSchema = z.strictObject({ vendor: z.literal('aliyun'), ...shared });
const tencentSchema = z.strictObject({
  vendor: z.literal('tencent'),
  ...shared,
  region: line.default('ap-guangzhou'),
  /** SmsSdkAppId of the application. */
  appId: line,
});

const mailSchema = z.strictObject({
  name: shared.name,
  host: line,
  port: z.int().min(1).max(65535).default(465),
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  secure: z.boolean().default(true),
  from: line,
  timeoutMs: shared.timeoutMs,
});

const settingsSchema = z.strictObject({
  providers: z.array(z.discriminatedUnion('vendor', [aliyunSchema, tencentSchema])).min(1),
  /** The server that takes e-mail; without it texts by e-mail find no carrier. */
  email: mailSchema.optional(),
  circuit: z
    .strictObject({
      failures: z.int().min(1).max(1000),
      withinMs: z.int().min(1000).max(3_600_000),
      openMs: z.int().min(1000).max(3_600_000),
    })
    .optional(),
});

const keysSchema = z.record(line, z.strictObject({ id: line, secret: line }));

/** Settings of Alibaba Cloud. */
export type AliyunSettings = z.infer<typeof aliyunSchema>;
/** Settings of Tencent Cloud. */
export type TencentSettings = z.infer<typeof tencentSchema>;
/** Settings of the e-mail server. */
export type MailSettings = z.infer<typeof mailSchema>;
/** The file. */
export type ProviderSettings = z.infer<typeof settingsSchema>;

/** A key pair as both vendors give them. */
export interface ProviderKey {
  readonly id: string;
  readonly secret: string;
}

/** The settings with a key for each provider; undefined where no file is named. */
export function providerSettings(
  file: string | undefined,
  keysFile: string | undefined,
):
  | { readonly settings: ProviderSettings; readonly keyOf: (provider: string) => ProviderKey | undefined }
  | undefined {
  if (!file) return undefined;
  const settings = read(file, PROVIDERS, settingsSchema, parse);
  const keys = keysFile ? read(keysFile, PROVIDER_KEYS, keysSchema, JSON.parse) : {};
  const vendors = settings.providers.map(({ name }) => name);
  const names = settings.email ? [...vendors, settings.email.name] : vendors;
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  if (doubled !== undefined)
    throw wrong(`${PROVIDERS} 中名称“${doubled}”重复。`, `${PROVIDERS} names "${doubled}" twice.`);
  // A mail server inside the house may ask for no key.
  const keyless = vendors.find((name) => !Object.hasOwn(keys, name));
  if (keyless !== undefined)
    throw wrong(
      `${PROVIDER_KEYS} 中没有“${keyless}”的密钥，请写作 {"${keyless}": {"id": …, "secret": …}}。`,
      `${PROVIDER_KEYS} has no key for "${keyless}"; write {"${keyless}": {"id": …, "secret": …}}.`,
    );
  return { settings, keyOf: (provider) => keys[provider] };
}

function read<S extends z.ZodType>(
  file: string,
  name: string,
  schema: S,
  parsed: (text: string) => unknown,
): z.infer<S> {
  let value: unknown;
  try {
    value = parsed(readFileSync(file, 'utf8'));
  } catch {
    throw wrong(`文件 ${name} 无法读取或格式不对。`, `The file ${name} cannot be read or parsed.`);
  }
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const where = checked.error.issues.map(({ path }) => path.join('.') || '·').join(', ');
  throw wrong(`文件 ${name} 有误：${where}。`, `The file ${name} is wrong at: ${where}.`);
}

function wrong(zh: string, en: string): ConfigurationError {
  return new ConfigurationError('notification', [{ zh, en }]);
}
