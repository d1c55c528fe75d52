// The credentials of WeChat's API (接口调用凭据) and how they end. From the documentation of getAccessToken and
// getStableAccessToken (developers.weixin.qq.com/doc/service/api/base): 7200 s; each `token` call makes the
// one before void, which both work for five minutes more; `stable_token` gives the same one until five
// minutes before its end, is apart from the other, and forced it makes the last void at once, at most 20
// times a day and not within 30 s of the last time. Assumed, since the pages name codes without their cases:
// unknown 40014, void 40001, over 42001, and a forced call beyond the 20 answered 45009.
import { randomBytes } from 'node:crypto';

const lifeMs = 7_200_000;
const overlapMs = 300_000;
const forcedApartMs = 30_000;
const forcedPerDay = 20;
const dayMs = 86_400_000;

interface Credential {
  readonly token: string;
  readonly endsAt: number;
  voidAt: number;
}

/** A refusal of the API: the code and the sentence that stand in its body. */
export interface WechatRefusal {
  readonly errcode: number;
  readonly errmsg: string;
}

/** A fresh credential and the seconds it still lives. */
export interface IssuedToken {
  readonly access_token: string;
  readonly expires_in: number;
}

/** The credentials of one account. */
export interface WechatTokens {
  /** What `/cgi-bin/token` gives. */
  plain(): IssuedToken;
  /** What `/cgi-bin/stable_token` gives. */
  stable(force: boolean): IssuedToken | WechatRefusal;
  /** Why a call with this credential is refused; undefined where it counts. */
  judge(token: string | null): WechatRefusal | undefined;
  /** All credentials are void at once, as after a new secret. */
  revoke(): void;
}

/** Keeps the credentials of one account by the clock `now`, in epoch milliseconds. */
export function wechatTokens(now: () => number): WechatTokens {
  const all = new Map<string, Credential>();
  let plain: Credential | undefined;
  let stable: Credential | undefined;
  const forced: number[] = [];
  const issue = (): Credential => {
    const token = `${Math.floor(now() / 1000)}_${randomBytes(66).toString('base64url')}`;
    const credential = { token, endsAt: now() + lifeMs, voidAt: Number.POSITIVE_INFINITY };
    all.set(token, credential);
    return credential;
  };
  const shown = (one: Credential): IssuedToken => ({
    access_token: one.token,
    expires_in: Math.floor((one.endsAt - now()) / 1000),
  });
  return {
    plain() {
      if (plain) plain.voidAt = Math.min(plain.voidAt, now() + overlapMs);
      plain = issue();
      return shown(plain);
    },
    stable(force) {
      const today = forced.filter((at) => at > now() - dayMs);
      const apart = now() - (forced.at(-1) ?? Number.NEGATIVE_INFINITY) >= forcedApartMs;
      const alive = stable !== undefined && stable.endsAt - now() > overlapMs && stable.voidAt > now();
      if (force && apart) {
        if (today.length >= forcedPerDay)
          return { errcode: 45009, errmsg: 'reach max api daily quota limit' };
        forced.push(now());
        if (stable) stable.voidAt = now();
        stable = issue();
      } else if (!alive) stable = issue();
      return shown(stable as Credential);
    },
    judge(token) {
      if (token === null || token === '') return { errcode: 41001, errmsg: 'access_token missing' };
      const credential = all.get(token);
      if (!credential) return { errcode: 40014, errmsg: 'invalid access_token' };
      if (credential.voidAt <= now()) {
        return {
          errcode: 40001,
          errmsg: 'invalid credential, access_token is invalid or not latest',
        };
      }
      return credential.endsAt <= now() ? { errcode: 42001, errmsg: 'access_token expired' } : undefined;
    },
    revoke() {
      for (const credential of all.values()) credential.voidAt = Math.min(credential.voidAt, now());
    },
  };
}
