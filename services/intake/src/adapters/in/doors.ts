// The doors with a protocol of their own, by name.
import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ServiceHost } from '#platform/host-ports';
import type { WechatAccount } from '#policy/wechat-account';
import type { IntakePorts } from '../../app/ports';
import { holdPush } from '../../app/hold-push';
import { submitAppeal } from '../../app/submit-appeal';
import { forgetEnded, wechatConversation } from '../../app/wechat-conversation';
import { turns } from '../../app/turns';
import { type Telling, tellAtDoor, type Tidings } from '../../app/wechat-telling';
import { DOOR_SECRETS } from '../../config';
import type { Unmapped } from '../../domain/appeal';
import type { RawSubmission } from '../../domain/submission';
import type { WechatPerson } from '../../domain/wechat-person';
import { caseworkClient } from '../mapping/casework-peer';
import { caseworkDesk } from '../out/casework-desk';
import { accountSpeaker, menuOf } from '../out/account-speaker';
import { type DoorSecrets, doorSecrets } from '../out/door-secrets';
import { type Told, type WechatApi, wechatApi } from '../out/wechat-api';
import { PEOPLE_INDEXES, tablePeople } from '../out/table-people';
import type { DoorBook } from '../out/door-book';
import { type DoorAnswer, type DoorCall, NO_SUCH_DOOR } from './door';
import { receivePush } from './platforms/platform-door';
import { spentNonces } from './wechat/push-belief';
import { nameOfStatus, saidInWords, withinBytes } from './wechat/said-in-words';
import { receiveWechat } from './wechat/wechat-door';

/** The doors of an instance. */
export interface Doors {
  /** Answers whatever comes in at a door that the profile describes and a pack in force knows. */
  readonly receive: (call: DoorCall) => Promise<DoorAnswer>;
  /** Doors of external platforms. */
  readonly doors: () => readonly string[];
  /** Tells the enterprise at the door its appeal came in by. */
  readonly tell: (tidings: Tidings) => Promise<Telling>;
  /** Makes the menu of an account at WeChat; undefined for a door that has none or cannot speak. */
  readonly makeMenu: (door: string) => Promise<Told | undefined>;
  /** Forgets what people of official accounts left lying. */
  readonly tidy: () => Promise<void>;
}

/** Opens the doors. */
export function openDoors(host: ServiceHost, intake: IntakePorts, book: DoorBook): Doors {
  const { platforms, wechat } = host.versions.profile();
  const mappings = new Map(platforms.map((one) => [one.door, one]));
  const accounts = new Map(wechat.map((one) => [one.door, one]));
  const secrets = doorSecrets(host.secret, host.setting(DOOR_SECRETS));
  const ports = {
    waitOf: limits(),
    now: host.now,
    isShut: book.isShut,
    count: (door: string, outcome: string) => {
      book.count(door, outcome);
      host.metrics.add('zt_pushes_total', 1, { door, outcome });
    },
  };
  const ofPlatforms = {
    ...ports,
    submit: (raw: RawSubmission) => submitAppeal(raw, intake),
    hold: (raw: RawSubmission, unmapped: Unmapped) => holdPush(raw, unmapped, intake),
    secretsOf: secrets.ofPlatform,
  };
  const conversing = { ...ports, intake, ...conversationOn(host) };
  const speaking = voicesOf(wechat, secrets, host);
  const ofAccounts = {
    ...ports,
    secretsOf: secrets.ofAccount,
    spent: spentNonces(),
    random: randomBytes,
    pause: host.timers.pause,
    answerTo: wechatConversation(conversing),
  };
  const receive = async (call: DoorCall) => {
    const mapping = mappings.get(call.door);
    const account = accounts.get(call.door);
    if (!intake.lists().channels.includes(call.door)) return NO_SUCH_DOOR;
    if (mapping !== undefined) return receivePush(call, mapping, ofPlatforms);
    if (account !== undefined)
      return receiveWechat(call, account, { ...ofAccounts, later: laterBy(speaking.get(account.door)) });
    return NO_SUCH_DOOR;
  };
  const telling = {
    ...conversing,
    appeals: intake.appeals,
    speaker: (door: string) => speaking.get(door)?.speak,
  };
  return {
    receive,
    doors: () => [...mappings.keys()],
    tell: (tidings) => tellAtDoor(tidings, telling),
    makeMenu: async (door) => speaking.get(door)?.makeMenu(),
    tidy: () => forgetEnded(conversing),
  };
}

/** What accounts say by themselves; those whose AppSecret nobody gave are not among them. */
function voicesOf(accounts: readonly WechatAccount[], { ofAccount }: DoorSecrets, { now }: ServiceHost) {
  return new Map(
    accounts.flatMap((account) => {
      const appSecret = ofAccount(account.door)[0]?.appSecret;
      if (appSecret === undefined) return [];
      const api = wechatApi({ account, appSecret, now });
      const makeMenu = () => api.makeMenu(menuOf(account));
      return [[account.door, { speak: accountSpeaker(account, api, now), api, makeMenu }] as const];
    }),
  );
}

function laterBy(voice: { readonly api: WechatApi } | undefined) {
  if (voice === undefined) return undefined;
  return async (_account: WechatAccount, person: string, text: string) => {
    await voice.api.say(person, withinBytes(text, 2048));
  };
}

function conversationOn(host: ServiceHost) {
  const { regions, regionPrefixes } = host.versions.profile();
  return {
    inTurn: turns(),
    people: tablePeople(host.table<WechatPerson>('people', PEOPLE_INDEXES)),
    desk: caseworkDesk(() => host.peer(caseworkClient, 'casework')),
    regions: regions.map(({ code, name }) => ({ id: code, title: { zh: name, en: name } })),
    regionPrefixes,
    codeOf: (text: string) =>
      createHmac('sha256', host.secret).update(`person/${text}`).digest('hex').slice(0, 32),
    nameOfStatus,
    textOf: saidInWords,
  };
}

type WaitOf = (door: string, perMinute: number, person?: string) => Promise<number>;

/** Counts calls by door and minute, or by person at a door; what it counted goes with the process. */
function limits(): WaitOf {
  const limiters = new Map<string, RateLimiterMemory>();
  return async (door, perMinute, person) => {
    const kind = `${door}/${person === undefined ? 'all' : 'person'}`;
    const limiter = limiters.get(kind) ?? new RateLimiterMemory({ points: perMinute, duration: 60 });
    limiters.set(kind, limiter);
    try {
      await limiter.consume(person ?? door);
      return 0;
    } catch (held) {
      if (!(held instanceof RateLimiterRes)) throw held;
      return Math.max(1, Math.ceil(held.msBeforeNext / 1000));
    }
  };
}
