// Secrets with which doors know who pushes. A platform that brings its own has it in the operator's file;
// for all others it follows from the instance's secret, so that there is one from the beginning and it is the
// same after a rebuild. An official account of WeChat has three: the token that signs, the key that seals,
// and AppSecret, which only WeChat can give.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from '#platform/edge/lifecycle';

/** At least 128 bits, written as text. */
const SHORTEST = 16;
const accountSchema = z.strictObject({
  token: z.string().regex(/^[A-Za-z\d]{3,32}$/),
  encodingAesKey: z.string().regex(/^[A-Za-z\d]{43}$/),
  /** Without it the account answers and cannot speak by itself. */
  appSecret: z.string().min(SHORTEST).optional(),
});
const fileSchema = z.record(
  z.string(),
  z.union([z.array(z.string().min(SHORTEST)).min(1), z.array(accountSchema).min(1)]),
);

/** What WeChat and an official account share. */
export type AccountSecrets = z.infer<typeof accountSchema>;

/** Secrets by door, the newest first. */
export interface DoorSecrets {
  readonly ofPlatform: (door: string) => readonly string[];
  readonly ofAccount: (door: string) => readonly AccountSecrets[];
}

/**
 * Reads the operator's file (JSON: door → list of secrets, the newest first) where one is named; a wrong file
 * stops the start.
 */
export function doorSecrets(instanceSecret: Uint8Array, file: string | undefined): DoorSecrets {
  const given = file === undefined || file === '' ? {} : read(file);
  const own = (door: string) => (Object.hasOwn(given, door) ? (given[door] ?? []) : []);
  const orElse = <T>(found: readonly T[], derived: T) => (found.length > 0 ? found : [derived]);
  return {
    ofPlatform: (door) =>
      orElse(
        own(door).filter((one) => typeof one === 'string'),
        derivedSecret(instanceSecret, door),
      ),
    ofAccount: (door) =>
      orElse(
        own(door).filter((one) => typeof one === 'object'),
        derivedAccount(instanceSecret, door),
      ),
  };
}

/** The secret a door has when the operator gave none: 64 hex digits. */
export function derivedSecret(instanceSecret: Uint8Array, door: string): string {
  return createHmac('sha256', instanceSecret).update(`door/${door}`).digest('hex');
}

/** Token (32 characters) and EncodingAESKey (43) of an account whose operator gave none. */
export function derivedAccount(instanceSecret: Uint8Array, door: string): AccountSecrets {
  const made = (what: string) =>
    createHmac('sha512', instanceSecret).update(`account/${door}/${what}`).digest('base64');
  const letters = (text: string) => text.replace(/[^A-Za-z\d]/g, '');
  const encodingAesKey = letters(made('key') + made('key-more')).slice(0, 43);
  return { token: letters(made('token')).slice(0, 32), encodingAesKey };
}

function read(file: string): z.infer<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new ConfigurationError('intake', [
      {
        zh: `渠道密钥文件 INTAKE_DOOR_SECRETS_FILE 无法读取，或不是“渠道: [密钥…]”：密钥至少 ${SHORTEST} 个字符；公众号为 {token, encodingAesKey, appSecret}。`,
        en: `The file INTAKE_DOOR_SECRETS_FILE cannot be read or is not "door: [secret …]" with secrets of ${SHORTEST} characters or more, {token, encodingAesKey, appSecret} for a WeChat account.`,
      },
    ]);
  }
}
