// Short messages through Tencent Cloud (腾讯云短信, sms 2021-01-11): SendSms for each message, because one call
// carries one set of values and one SessionContext. Our id is the SessionContext (below 512 bytes, given back
// as it was); after a lost answer PullSmsSendStatusByPhoneNumber lists the receipts of that number, seven
// days back. It lists receipts of the network, not what the vendor accepted: what is not there may still
// come, and after a while nobody can tell. How long that while is, ten minutes, is our assumption.
import { z } from 'zod';
import type { Asked, Found, Handover, Outgoing, Provider } from '../../app/ports';
import type { ProviderKey, TencentSettings } from './provider-settings';
import { tencentFault, tencentWaitMs } from './tencent-codes';
import { tencentHeaders } from './tencent-signature';
import { type VendorAnswer, callVendor, severalAtOnce, unheard } from './vendor-call';
import { cut, digits, theirId } from './vendor-words';

const VERSION = '2021-01-11';
const SERVICE = 'sms';
const AT_ONCE = 16;
/** The vendor answers twenty questions a second. */
const ASKED_AT_ONCE = 4;
const SETTLES_MS = 10 * 60_000;
const PAGE = 100;
const CLOCKS_DIFFER_S = 60;

const errorSchema = z.object({ Code: z.string() });
const sentSchema = z.object({
  Response: z.object({
    Error: errorSchema.optional(),
    SendStatusSet: z.array(z.object({ SerialNo: z.string().default(''), Code: z.string() })).default([]),
  }),
});
const statusSchema = z.object({
  Response: z.object({
    Error: errorSchema.optional(),
    PullSmsSendStatusSet: z
      .array(
        z.object({
          SessionContext: z.string().default(''),
          SerialNo: z.string().default(''),
          /** `SUCCESS` or `FAIL`. */
          ReportStatus: z.string(),
          Description: z.string().default(''),
        }),
      )
      .default([]),
  }),
});

/** Opens the vendor. */
export function tencentSms(settings: TencentSettings, key: ProviderKey, now: () => number): Provider {
  const call = (action: string, fields: Readonly<Record<string, unknown>>): Promise<VendorAnswer> => {
    const body = JSON.stringify({ SmsSdkAppId: settings.appId, ...fields });
    const { host } = new URL(settings.base);
    const timestamp = Math.floor(now() / 1000);
    const { region } = settings;
    const request = { host, service: SERVICE, action, version: VERSION, region, body, timestamp };
    return callVendor(settings.base, tencentHeaders(request, key), body, settings.timeoutMs);
  };
  return {
    name: settings.name,
    idempotent: false,
    receipts: true,
    carries: ({ template, channel }) => channel === 'sms' && Object.hasOwn(settings.templates, template),
    send: (letters) =>
      severalAtOnce(letters, AT_ONCE, async (letter) => {
        const values = valuesOf(letter, settings);
        if (values === undefined)
          return { outcome: 'refused', fault: 'message', reason: 'parameters-missing' };
        return handoverOf(await call('SendSms', sendFields(letter, values, settings)), now());
      }),
    find: (letters) => severalAtOnce(letters, ASKED_AT_ONCE, (letter) => findOne(letter, call, now())),
  };
}

function valuesOf({ template, params }: Outgoing, { templates, longest }: TencentSettings) {
  const names = templates[template]?.parameters ?? [];
  if (names.some((name) => params[name] === undefined)) return undefined;
  return names.map((name) => cut(params[name] ?? '', longest));
}

function sendFields(
  { template, address, messageId }: Outgoing,
  values: readonly string[],
  { signature, templates }: TencentSettings,
) {
  return {
    PhoneNumberSet: [`+86${digits(address)}`],
    SignName: signature,
    TemplateId: templates[template]?.code ?? '',
    TemplateParamSet: values,
    SessionContext: theirId(messageId),
  };
}

function handoverOf(answer: VendorAnswer, at: number): Handover {
  if (answer.heard !== 'answer') return unheard(answer);
  const said = sentSchema.safeParse(answer.body);
  const one = said.data?.Response.SendStatusSet[0];
  const code = said.data?.Response.Error?.Code ?? one?.Code;
  if (code === undefined) return { outcome: 'unsure', reason: `http-${answer.status}` };
  if (code === 'Ok') return { outcome: 'sent', providerId: one?.SerialNo ?? '', delivered: false };
  const fault = tencentFault(code);
  if (fault === 'unsure') return { outcome: 'unsure', reason: code };
  const waitMs = fault === 'later' ? tencentWaitMs(code) : undefined;
  const when = waitMs === undefined ? {} : { againAt: at + waitMs };
  return { outcome: 'refused', fault, reason: code, ...when };
}

type Call = (action: string, fields: Readonly<Record<string, unknown>>) => Promise<VendorAnswer>;

async function findOne({ address, messageId, offeredAt }: Asked, call: Call, at: number): Promise<Found> {
  const answer = await call('PullSmsSendStatusByPhoneNumber', {
    PhoneNumber: `+86${digits(address)}`,
    BeginTime: Math.floor(offeredAt / 1000) - CLOCKS_DIFFER_S,
    Offset: 0,
    Limit: PAGE,
  });
  const said = statusSchema.safeParse(answer.heard === 'answer' ? answer.body : undefined);
  if (!said.success || said.data.Response.Error) return 'silent';
  const id = theirId(messageId);
  const mine = said.data.Response.PullSmsSendStatusSet.find(({ SessionContext }) => SessionContext === id);
  if (mine) {
    const delivered = mine.ReportStatus === 'SUCCESS';
    const failed = mine.ReportStatus === 'FAIL' ? { undelivered: mine.Description || 'failed' } : {};
    return { providerId: mine.SerialNo, delivered, ...failed };
  }
  return at - offeredAt < SETTLES_MS ? 'later' : 'unknown';
}
