// One call to an address an operator or a profile names, made so that it cannot be turned against us: the
// name is resolved once and the connection goes to the very address that was judged (no second answer of a
// name server is believed), private, link-local and metadata ranges are refused unless the operator names
// their network (a government's own net is private), no redirect is followed, the answer is bounded in size,
// the whole call in time. Nothing but Node: its BlockList knows ranges and IPv4 within IPv6. Weighed and not
// taken: ipaddr.js (ranges alone), request-filtering-agent and ssrf-req-filter (both judge in the agent what
// is judged here in the look-up; another dependency for forty lines).
import { promises as names } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

/** What was heard. */
export type PostAnswer =
  | { readonly status: number; readonly body: string }
  /** A code: `address-refused`, `scheme-refused`, `answer-too-long`, `too-slow`, or the system's. */
  | { readonly failed: string };

/** What a call carries. */
export interface GuardedPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The bounds of calls. */
export interface Guard {
  /** Networks the operator allows though they are not public, e.g. `10.20.0.0/16`. */
  readonly networks: readonly string[];
  readonly timeoutMs: number;
  readonly longestAnswer: number;
  /** All addresses of a name; the system's own resolution unless a test brings another. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

/** The usual bounds: ten seconds in all, 64 KiB of answer. */
export const USUAL_BOUNDS = { timeoutMs: 10_000, longestAnswer: 65_536 };

/** Not public: RFC 6890 and its registries, with multicast; of IPv6 only 2000::/3 is global unicast. */
const forbidden = {
  ipv4: listOf([
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
    ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
    ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ]),
  // A list of both would hold every IPv4 address to be within ::/3, where IPv6 keeps them.
  ipv6: listOf([...['::/3', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '4000::/2', '8000::/1']]),
};
const loopback = listOf(['127.0.0.0/8', '::1/128']);

/** A list of networks as `address/bits`; throws for one that is none. */
export function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    if (isIP(address) === 0 || !/^\d{1,3}$/.test(bits ?? '')) throw new Error(`${network} is no network`);
    list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

/** IPv4 written as IPv6 is judged as what it is. */
function plainAddress(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

/** Whether a call may go to an address. */
export function mayReach(address: string, allowed: BlockList): boolean {
  const plain = plainAddress(address);
  const family = familyOf(plain);
  return allowed.check(plain, family) || !forbidden[family].check(plain, family);
}

/** Posts within the guard; never throws. */
export async function guardedPost(call: GuardedPost, guard: Guard): Promise<PostAnswer> {
  const url = new URL(call.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const signal = AbortSignal.timeout(guard.timeoutMs);
  try {
    const found = isIP(host) > 0 ? [host] : await inTime(resolved(host, guard), signal);
    const address = found[0] ?? '';
    const allowed = listOf(guard.networks);
    // One forbidden address among several is enough: nobody public has one by accident.
    if (address === '' || !found.every((one) => mayReach(one, allowed))) return { failed: 'address-refused' };
    const isOwn = loopback.check(address, familyOf(address));
    if (url.protocol !== 'https:' && !isOwn) return { failed: 'scheme-refused' };
    return await post(url, address, call, guard, signal);
  } catch (error) {
    if (signal.aborted) return { failed: 'too-slow' };
    const { code } = error as { readonly code?: unknown };
    return { failed: typeof code === 'string' ? code : 'no-answer' };
  }
}

async function resolved(host: string, { resolve }: Guard): Promise<readonly string[]> {
  if (resolve) return resolve(host);
  return (await names.lookup(host, { all: true })).map(({ address }) => address);
}

/** A name server that never answers is no reason to wait for it. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too slow')), { once: true });
    work.then(resolve, reject);
  });
}

function post(
  url: URL,
  address: string,
  { headers, body }: GuardedPost,
  { longestAnswer }: Guard,
  signal: AbortSignal,
): Promise<PostAnswer> {
  const family = isIPv6(address) ? 6 : 4;
  const lookup: LookupFunction = (_host, { all }, told) => {
    if (all === true) told(null, [{ address, family }]);
    else told(null, address, family);
  };
  const bytes = Buffer.from(body);
  const sent = { ...headers, 'content-length': bytes.length };
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const asked = request(url, { method: 'POST', headers: sent, lookup, signal, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
        parts.push(part);
        if (size <= longestAnswer) return;
        resolve({ failed: 'answer-too-long' });
        asked.destroy();
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
      );
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(bytes);
  });
}
