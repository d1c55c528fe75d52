// Who follows the account, and what stands on their phones. What an account may say to a person hangs on what
// the person did last (developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage): a
// message allows five answers within 48 hours; a pressed menu, a follow, a scanned code three within a
// minute. Assumed: each new act fills its own allowance again and leaves the others.
import { createHash } from 'node:crypto';
import type { WechatRefusal } from './wechat-tokens';

/** What a person saw of the account, in the order in which it appeared. */
export interface Bubble {
  /** `reply` the answer to what was said · `service` a customer-service message · `notice` a template. */
  readonly kind: 'reply' | 'service' | 'notice' | 'apology';
  readonly text: string;
}

type Act = 'message' | 'menu' | 'follow' | 'scan';

/** One person in the eyes of the platform. */
export interface Person {
  readonly openid: string;
  readonly chat: Bubble[];
  following: boolean;
  /** Whether the person has switched the account's notices off (拒收). */
  refusing: boolean;
  /** Allowances of customer-service messages by what the person did. */
  readonly allowed: Map<Act, { until: number; left: number }>;
  /** One-time subscriptions (订阅通知) not yet used, by template. */
  readonly permitted: Map<string, number>;
}

const allowances: Record<Act, { ms: number; messages: number }> = {
  message: { ms: 48 * 3_600_000, messages: 5 },
  menu: { ms: 60_000, messages: 3 },
  follow: { ms: 60_000, messages: 3 },
  scan: { ms: 60_000, messages: 3 },
};

/** A person of this name; the openid is 28 characters beginning with `o`, the same for the same name. */
export function personNamed(name: string): Person {
  const digest = createHash('sha256').update(name).digest('base64url');
  return {
    openid: `o${digest.slice(0, 27)}`,
    chat: [],
    following: true,
    refusing: false,
    allowed: new Map(),
    permitted: new Map(),
  };
}

/** The person did something at this moment; the allowance of it begins anew. */
export function allow(person: Person, act: Act, now: number): void {
  const { ms, messages } = allowances[act];
  person.allowed.set(act, { until: now + ms, left: messages });
}

/** Takes one message from what is allowed, or says why none is. */
export function spendAllowance(person: Person, now: number): WechatRefusal | undefined {
  const alive = person.following ? [...person.allowed.values()].filter((one) => one.until > now) : [];
  if (alive.length === 0) {
    return { errcode: 45015, errmsg: 'response out of time limit or subscription is canceled' };
  }
  const one = alive.find((allowance) => allowance.left > 0);
  if (!one) return { errcode: 45047, errmsg: 'out of response count limit' };
  one.left -= 1;
  return undefined;
}
