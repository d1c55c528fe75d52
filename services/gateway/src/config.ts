// The gateway's own settings, and the files it is given: role tokens and the pages it serves.
import { createHash, timingSafeEqual } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { ConfigRow } from '#platform/edge/config';
import { ConfigurationError } from '#platform/edge/lifecycle';

/** Settings beside those every service has. */
export const gatewayRows: readonly ConfigRow[] = [
  {
    name: 'ZT_HTTP_PORT',
    type: 'int',
    min: 0,
    max: 65535,
    meaning: { zh: '公共 HTTP 端口', en: 'public HTTP port' },
  },
  {
    name: 'ZT_HTTP_HOST',
    type: 'string',
    default: '127.0.0.1',
    meaning: { zh: '公共 HTTP 监听地址', en: 'address the public HTTP port listens on' },
  },
  {
    name: 'ZT_PROXIES',
    type: 'int',
    min: 0,
    max: 5,
    default: '0',
    meaning: {
      zh: '公共 HTTP 端口之前的反向代理层数；其后才认 X-Forwarded-For',
      en: 'reverse proxies before the public HTTP port; X-Forwarded-For is believed only behind one',
    },
  },
  {
    name: 'ZT_FILES_ORIGIN',
    type: 'url',
    optional: true,
    meaning: {
      zh: '附件专用来源（https://另一主机名，指向同一端口）；不设则在本站打开',
      en: 'origin files are given out at (https:// and another host name that leads to this port); without it here',
    },
  },
];

/** Finds the role a token stands for; takes as long for a wrong token as for a right one. */
export type RoleOfToken = (token: string) => string | undefined;

/**
 * Reads the file of tokens: a JSON object role → token. A wrong file stops the start; a role that no pack in
 * force knows is told so at the door, since packs come and go while the gateway runs.
 */
export function tokensFrom(file: string): RoleOfToken {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw wrongTokens('无法读取或不是 JSON', 'cannot be read or is not JSON');
  }
  const entries = typeof read === 'object' && read !== null ? Object.entries(read) : [];
  if (entries.length === 0) throw wrongTokens('没有任何角色令牌', 'holds no token');
  if (entries.some(([, token]) => typeof token !== 'string' || token.length < 16)) {
    throw wrongTokens(
      '令牌须为至少 16 个字符的文字',
      'holds a token that is not a text of 16 characters or more',
    );
  }
  return roleOfToken(Object.fromEntries(entries) as Record<string, string>);
}

/** Compares a token with all of them in constant time. */
function roleOfToken(tokens: Readonly<Record<string, string>>): RoleOfToken {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const known = Object.entries(tokens).map(([role, token]) => ({ role, digest: digest(token) }));
  return (token) => {
    const given = digest(token);
    return known.filter((one) => timingSafeEqual(one.digest, given))[0]?.role;
  };
}

/** A file of the page. */
export interface PageFile {
  readonly path: string;
  readonly contentType: string;
  readonly content: Buffer;
  readonly etag: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The pages, read once: `/` and one address per file of services/gateway/web. */
export function pagesFrom(directory: string): readonly PageFile[] {
  return readdirSync(directory).flatMap((name) => {
    const contentType = CONTENT_TYPES[extname(name)];
    if (contentType === undefined) return [];
    const content = readFileSync(join(directory, name));
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    return [{ path: name === 'index.html' ? '/' : `/${name}`, contentType, content, etag }];
  });
}

/** Where the pages lie: beside the source, or above the bundle. */
export function pagesDirectory(): string {
  for (let at = __dirname; ; at = dirname(at)) {
    const found = join(at, 'services', 'gateway', 'web');
    if (existsSync(join(found, 'index.html'))) return found;
    if (dirname(at) === at) break;
  }
  throw new ConfigurationError('gateway', [
    {
      zh: '找不到网页目录 services/gateway/web，请与程序一并安装。',
      en: 'The directory services/gateway/web with the pages is missing; install it with the program.',
    },
  ]);
}

function wrongTokens(zh: string, en: string): ConfigurationError {
  return new ConfigurationError('gateway', [
    { zh: `令牌文件 ZT_TOKENS_FILE ${zh}。`, en: `The file ZT_TOKENS_FILE ${en}.` },
  ]);
}
