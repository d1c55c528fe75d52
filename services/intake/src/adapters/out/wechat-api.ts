// What an account asks of WeChat (developers.weixin.qq.com/doc/service/api): its credential (stable_token), a
// customer-service message, a notice by template or subscription, the menu. A credential lives two hours and
// is fetched once for all that need it; one that is refused is fetched anew.
// WeChat answers 200 to everything and says in `errcode` what became of it.
import type { WechatAccount } from '#policy/wechat-account';

/** What became of a call: `done`, WeChat's own code, or that it could not be asked. */
export type Told =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'refused'; readonly code: number }
  | { readonly outcome: 'away' };

/** A notice 模板消息、订阅通知, its values by keyword of the template. */
interface Notice {
  readonly templateId: string;
  readonly kind: 'template' | 'subscription';
  readonly values: Readonly<Record<string, string>>;
  /** WeChat sends one notice for it within ten minutes. */
  readonly messageId: string;
}

/** WeChat, asked as one account. */
export interface WechatApi {
  say(openId: string, text: string): Promise<Told>;
  notify(openId: string, notice: Notice): Promise<Told>;
  makeMenu(menu: object): Promise<Told>;
}

/** What it is asked with. */
export interface WechatApiSettings {
  readonly account: Pick<WechatAccount, 'api' | 'appId'>;
  readonly appSecret: string;
  readonly now: () => number;
}

const TIMEOUT_MS = 5000;
/** A credential is renewed this long before its end. */
const BEFORE_END_MS = 120_000;
/** Credential wrong, unknown, over. */
const CREDENTIAL_REFUSED = [40001, 40014, 42001];

interface Credential {
  readonly token: string;
  readonly until: number;
}

type Answer = Readonly<Record<string, unknown>>;

/** WeChat could not be asked, or answered what it never answers. */
class WechatAway extends Error {
  override readonly name = 'WechatAway';
}

/** WeChat refused. */
class WechatRefused extends Error {
  override readonly name = 'WechatRefused';
  constructor(readonly code: number) {
    super(`WeChat refused: ${code}`);
  }
}

/** Opens the API of one account; nothing is asked until it is used. */
export function wechatApi(settings: WechatApiSettings): WechatApi {
  const credentials = credentialsOf(settings);
  const told = async (path: string, body: object): Promise<Told> => {
    try {
      const { token } = await credentials.current();
      const first = await ask(settings, `${path}?access_token=${encodeURIComponent(token)}`, body).catch(
        async (error: unknown) => {
          if (!(error instanceof WechatRefused) || !CREDENTIAL_REFUSED.includes(error.code)) throw error;
          const fresh = await credentials.instead(token);
          return ask(settings, `${path}?access_token=${encodeURIComponent(fresh.token)}`, body);
        },
      );
      return first && { outcome: 'done' };
    } catch (error) {
      if (error instanceof WechatRefused) return { outcome: 'refused', code: error.code };
      if (error instanceof WechatAway) return { outcome: 'away' };
      throw error;
    }
  };
  return {
    say: (touser, content) => told('message/custom/send', { touser, msgtype: 'text', text: { content } }),
    notify: (touser, { templateId, kind, values, messageId }) => {
      const data = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
      const notice = { touser, template_id: templateId, data };
      return kind === 'template'
        ? told('message/template/send', { ...notice, client_msg_id: messageId })
        : told('message/subscribe/bizsend', notice);
    },
    makeMenu: (menu) => told('menu/create', menu),
  };
}

/** The credential all calls share, so that many at once fetch one. */
function credentialsOf(settings: WechatApiSettings) {
  let held: Promise<Credential> | undefined;
  const hold = (fetched: Promise<Credential>) => {
    held = fetched;
    fetched.catch(() => {
      if (held === fetched) held = undefined;
    });
    return fetched;
  };
  const current = async (): Promise<Credential> => {
    const credential = await (held ?? hold(fetchCredential(settings)));
    return credential.until > settings.now() ? credential : hold(fetchCredential(settings));
  };
  const instead = async (refused: string): Promise<Credential> => {
    const known = await current();
    if (known.token !== refused) return known;
    return hold(fetchCredential(settings));
  };
  return { current, instead };
}

async function fetchCredential(settings: WechatApiSettings): Promise<Credential> {
  const { account, appSecret, now } = settings;
  const asked = { grant_type: 'client_credential', appid: account.appId, secret: appSecret };
  const answer = await ask(settings, 'stable_token', asked);
  const { access_token: token, expires_in: seconds } = answer;
  if (typeof token !== 'string' || typeof seconds !== 'number') throw new WechatAway('no credential');
  return { token, until: now() + seconds * 1000 - BEFORE_END_MS };
}

async function ask({ account }: WechatApiSettings, path: string, body: object): Promise<Answer> {
  const answer = await posted(`${account.api.replace(/\/$/, '')}/cgi-bin/${path}`, body);
  const { errcode = 0 } = answer;
  if (typeof errcode !== 'number') throw new WechatAway('no answer of WeChat');
  if (errcode !== 0) throw new WechatRefused(errcode);
  return answer;
}

async function posted(url: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    const answer: unknown = await response.json();
    if (response.status !== 200 || typeof answer !== 'object' || answer === null)
      throw new WechatAway('status');
    return answer as Answer;
  } catch {
    throw new WechatAway('no answer');
  }
}
