// Secrets with which doors know who pushes. A platform that brings its own has it in the operator's file;
// for all others it follows from the instance's secret, so that there is one from the beginning and it is the
// same after a rebuild.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from '#platform/edge/lifecycle';

/** At least 128 bits, written as text. */
const SHORTEST = 16;
const fileSchema = z.record(z.string(), z.array(z.string().min(SHORTEST)).min(1));

/** The secrets of a door, the newest first. */
export type SecretsOf = (door: string) => readonly string[];

/**
 * Reads the operator's file (JSON: door → list of secrets, the newest first) where one is named; a wrong file
 * stops the start.
 */
export function doorSecrets(instanceSecret: Uint8Array, file: string | undefined): SecretsOf {
  const given = file === undefined || file === '' ? {} : read(file);
  return (door) => {
    const own = Object.hasOwn(given, door) ? given[door] : undefined;
    return own ?? [derivedSecret(instanceSecret, door)];
  };
}

/** The secret a door has when the operator gave none: 64 hex digits. */
export function derivedSecret(instanceSecret: Uint8Array, door: string): string {
  return createHmac('sha256', instanceSecret).update(`door/${door}`).digest('hex');
}

function read(file: string): Readonly<Record<string, readonly string[]>> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new ConfigurationError('intake', [
      {
        zh: `渠道密钥文件 INTAKE_DOOR_SECRETS_FILE 无法读取，或不是“渠道: [密钥…]”，密钥至少 ${SHORTEST} 个字符。`,
        en: `The file INTAKE_DOOR_SECRETS_FILE cannot be read or is not "door: [secret …]" with secrets of ${SHORTEST} characters or more.`,
      },
    ]);
  }
}
