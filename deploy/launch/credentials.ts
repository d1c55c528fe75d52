/**
 * Secret and tokens of an instance: made once per data directory, readable by its owner alone. A token stands
 * for a role until people sign in with accounts of their own; which roles there are, the packs say.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the credentials lie, and the tokens. */
export interface Credentials {
  /** File of 32 random bytes (raw). */
  readonly secretFile: string;
  /** File of a JSON object role → token; it keeps the tokens of roles of other packs. */
  readonly tokensFile: string;
  /** By the roles asked for. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** The file of the tokens of a data directory. */
export function tokensFileOf(dataDir: string): string {
  return join(dataDir, 'tokens.json');
}

/** Reads the credentials of a data directory; makes what is missing for these roles. */
export function credentialsOf(dataDir: string, roles: readonly string[]): Credentials {
  const secretFile = join(dataDir, 'secret');
  const tokensFile = tokensFileOf(dataDir);
  if (!existsSync(secretFile)) writePrivate(secretFile, randomBytes(32));
  const kept: Record<string, string> = existsSync(tokensFile)
    ? JSON.parse(readFileSync(tokensFile, 'utf8'))
    : {};
  const known = new Map(Object.entries(kept));
  const missing = roles.filter((role) => !known.has(role));
  for (const role of missing) known.set(role, randomBytes(24).toString('base64url'));
  if (missing.length > 0) writePrivate(tokensFile, JSON.stringify(Object.fromEntries(known), null, 2));
  const tokens = Object.fromEntries(roles.map((role) => [role, known.get(role) ?? '']));
  return { secretFile, tokensFile, tokens };
}

function writePrivate(file: string, content: Buffer | string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
