// Short messages through Alibaba Cloud (阿里云短信, Dysmsapi 2017-05-25): SendSms for each message, because the
// batch call gives one OutId to all of its messages and could not be asked for one of them. Our id is the
// OutId (up to 255 characters, as documented for the batch call); after a lost answer QuerySendDetails lists
// what the vendor took for that number on that day. That an accepted message stands there within five minutes
// is our assumption, the vendor says nothing of it. No SDK: two calls and a signature need none.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { civilDayOf } from '#working-calendar/civil-day';
import type { Asked, Found, Handover, Outgoing, Provider } from '../../app/ports';
import { aliyunFault, aliyunWaitMs } from './aliyun-codes';
import { aliyunHeaders, aliyunQuery } from './aliyun-signature';
import type { AliyunSettings, ProviderKey } from './provider-settings';
import { type VendorAnswer, callVendor, severalAtOnce, unheard } from './vendor-call';
import { cut, digits, theirId } from './vendor-words';

const VERSION = '2017-05-25';
const AT_ONCE = 16;
const SETTLES_MS = 5 * 60_000;
const PAGE = 50;
const MOST_PAGES = 10;
/** The vendor keeps its records so long. */
const KEPT_MS = 30 * 86_400_000;

/** Values of SendStatus. */
const FAILED = 2;
const DELIVERED = 3;

const answerSchema = z.object({
  Code: z.string(),
  Message: z.string().default(''),
  BizId: z.string().default(''),
});
const detailSchema = z.object({
  OutId: z.string().default(''),
  /** 1 waits for the network's receipt. */
  SendStatus: z.number(),
  ErrCode: z.string().default(''),
});
const detailsSchema = z.object({
  Code: z.literal('OK'),
  SmsSendDetailDTOs: z.object({ SmsSendDetailDTO: z.array(detailSchema).default([]) }).optional(),
});

/** A record of the vendor. */
type Detail = z.infer<typeof detailSchema>;

/** Opens the vendor. */
export function aliyunSms(settings: AliyunSettings, key: ProviderKey, now: () => number): Provider {
  const call = (action: string, query: Readonly<Record<string, string>>): Promise<VendorAnswer> => {
    const date = new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z');
    const { host } = new URL(settings.base);
    const request = { host, action, version: VERSION, query, date, nonce: randomUUID() };
    const url = `${settings.base.replace(/\/$/, '')}/?${aliyunQuery(query)}`;
    return callVendor(url, aliyunHeaders(request, key), '', settings.timeoutMs);
  };
  return {
    name: settings.name,
    idempotent: false,
    receipts: true,
    carries: ({ template, channel }) => channel === 'sms' && Object.hasOwn(settings.templates, template),
    send: (letters) =>
      severalAtOnce(letters, AT_ONCE, async (letter) => {
        const missing = unfilled(letter, settings);
        if (missing) return missing;
        return handoverOf(await call('SendSms', sendQuery(letter, settings)), now());
      }),
    find: (letters) => severalAtOnce(letters, AT_ONCE, (letter) => findOne(letter, call, now())),
  };
}

function unfilled({ template, params }: Outgoing, { templates }: AliyunSettings): Handover | undefined {
  const lacks = templates[template]?.parameters.some((name) => params[name] === undefined);
  return lacks ? { outcome: 'refused', fault: 'message', reason: 'parameters-missing' } : undefined;
}

function sendQuery(letter: Outgoing, { signature, templates, longest }: AliyunSettings) {
  const { code, parameters } = templates[letter.template] as AliyunSettings['templates'][string];
  const values = parameters.map((name) => [name, cut(letter.params[name] ?? '', longest)]);
  return {
    PhoneNumbers: digits(letter.address),
    SignName: signature,
    TemplateCode: code,
    OutId: theirId(letter.messageId),
    ...(values.length > 0 && { TemplateParam: JSON.stringify(Object.fromEntries(values)) }),
  };
}

function handoverOf(answer: VendorAnswer, at: number): Handover {
  if (answer.heard !== 'answer') return unheard(answer);
  const said = answerSchema.safeParse(answer.body);
  if (!said.success) return { outcome: 'unsure', reason: `http-${answer.status}` };
  const { Code: code, Message: sentence, BizId: providerId } = said.data;
  if (code === 'OK') return { outcome: 'sent', providerId, delivered: false };
  const fault = aliyunFault(code);
  const waitMs = fault === 'later' ? aliyunWaitMs(sentence) : undefined;
  const when = waitMs === undefined ? {} : { againAt: at + waitMs };
  return { outcome: 'refused', fault, reason: code, ...when };
}

type Call = (action: string, query: Readonly<Record<string, string>>) => Promise<VendorAnswer>;

/** Handed over just before midnight it may stand under the next day. */
async function findOne(letter: Asked, call: Call, at: number): Promise<Found> {
  const { address, messageId, offeredAt } = letter;
  for (const day of new Set([civilDayOf(offeredAt), civilDayOf(offeredAt + 60_000)])) {
    const details = await detailsOf(digits(address), day, call);
    if (details === 'silent') return 'silent';
    const mine = details.find(({ OutId }) => OutId === theirId(messageId));
    if (mine) return standing(mine, messageId);
  }
  if (at - offeredAt < SETTLES_MS) return 'later';
  return at - offeredAt < KEPT_MS ? 'not-taken' : 'unknown';
}

function standing({ SendStatus: status, ErrCode: code }: Detail, messageId: string): Found {
  const known = { providerId: theirId(messageId), delivered: status === DELIVERED };
  return status === FAILED ? { ...known, undelivered: code || 'failed' } : known;
}

async function detailsOf(number: string, day: string, call: Call): Promise<readonly Detail[] | 'silent'> {
  const all: Detail[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = { PhoneNumber: number, SendDate: day.replaceAll('-', ''), PageSize: String(PAGE) };
    const answer = await call('QuerySendDetails', { ...query, CurrentPage: String(page) });
    const said = detailsSchema.safeParse(answer.heard === 'answer' ? answer.body : undefined);
    if (!said.success) return 'silent';
    const rows = said.data.SmsSendDetailDTOs?.SmsSendDetailDTO ?? [];
    all.push(...rows);
    if (rows.length < PAGE) break;
  }
  return all;
}
