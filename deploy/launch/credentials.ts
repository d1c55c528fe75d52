/**
 * Secret and tokens of an instance: made once per data directory, readable by its owner alone. A token stands
 * for a role until people sign in with accounts of their own.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Roles that sign in with a token. */
export const roles = ['clerk', 'handler', 'supervisor', 'leader', 'ops', 'followup'] as const;
export type Role = (typeof roles)[number];

/** Where the credentials lie, and the tokens. */
export interface Credentials {
  /** File of 32 random bytes (raw). */
  readonly secretFile: string;
  /** File of a JSON object role → token. */
  readonly tokensFile: string;
  readonly tokens: Readonly<Record<Role, string>>;
}

/** Reads the credentials of a data directory; makes what is missing. */
export function credentialsOf(dataDir: string): Credentials {
  const secretFile = join(dataDir, 'secret');
  const tokensFile = join(dataDir, 'tokens.json');
  if (!existsSync(secretFile)) writePrivate(secretFile, randomBytes(32));
  const known: Partial<Record<Role, string>> = existsSync(tokensFile)
    ? JSON.parse(readFileSync(tokensFile, 'utf8'))
    : {};
  const entries = roles.map((role) => [role, known[role] ?? randomBytes(24).toString('base64url')] as const);
  const tokens = Object.fromEntries(entries) as Record<Role, string>;
  if (roles.some((role) => known[role] === undefined))
    writePrivate(tokensFile, JSON.stringify(tokens, null, 2));
  return { secretFile, tokensFile, tokens };
}

function writePrivate(file: string, content: Buffer | string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
