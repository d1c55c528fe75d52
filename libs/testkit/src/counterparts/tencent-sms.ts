// Tencent Cloud's text messages (腾讯云短信, sms 2021-01-11) as a sender meets them: SendSms, PullSmsSendStatus,
// PullSmsSendStatusByPhoneNumber. From cloud.tencent.com/document/api/382/55981 (up to 200 numbers, +86,
// 0086, 86 or bare; SessionContext under 512 bytes; a status for each number), product/382/55977 (what was
// pulled is not given again, 100 at most), 55976 (seven days, offset 0) and api/382/59177 with the codes of
// the Go SDK (errors.go of sms v20210111). Assumed: which codes refuse the whole request (shape, count) and
// which stand at a number (all the others); that only finished messages can be pulled; the console's default
// limits of a number: one in 30 seconds, 5 an hour, 10 a day; that a parameter nobody knows is refused.
import { randomInt } from 'node:crypto';
import { type Answer, jsonOf, type Loopback, objectOf, type Received, startLoopback } from './loopback';
import { type CarriedSms, chinaTime, mainlandPhone, type SmsCarrier, smsCarrier } from './sms-carrier';
import { type TencentKey, type TencentRefusal, tencentAnswer, tencentGate } from './tencent-gateway';

/** A template as approved; variables are written `{1}`, `{2}`. */
export interface TencentTemplate {
  readonly kind: 'code' | 'notice';
  readonly content: string;
}

/** Messages a number may get. */
export interface NumberLimits {
  readonly thirtySeconds: number;
  readonly oneHour: number;
  readonly daily: number;
}

/** What a test may choose. */
export interface TencentSmsOptions {
  readonly key?: TencentKey;
  readonly now?: () => number;
  readonly appId?: string;
  readonly signs?: readonly string[];
  readonly templates?: Readonly<Record<string, TencentTemplate>>;
  readonly limits?: NumberLimits;
  /** Milliseconds from acceptance to the carrier's report. */
  readonly deliveryMs?: number;
}

/** The provider, running. */
export interface TencentSms extends Loopback {
  readonly key: TencentKey;
  readonly appId: string;
  readonly carrier: SmsCarrier;
  /** The package is used up: FailedOperation.InsufficientBalanceInSmsPackage at every number. */
  outOfBalance(yes: boolean): void;
  /** The number asked not to be written to: refused before the carrier sees it. */
  blacklists(phone: string): void;
  /** So many of the next calls are refused as RequestLimitExceeded. */
  throttles(calls: number): void;
}

/** The invented account of tests. */
export const demoTencent: TencentKey = {
  secretId: 'AKIDexampleexampleexampleexample0001',
  secretKey: 'exampleexampleexampleexample0001',
};

interface Desk {
  readonly appId: string;
  readonly signs: readonly string[];
  readonly templates: Readonly<Record<string, TencentTemplate>>;
  readonly limits: NumberLimits;
  readonly now: () => number;
  readonly carrier: SmsCarrier;
  readonly blacklist: Set<string>;
  readonly pulled: Set<CarriedSms>;
  poor: boolean;
}

type Body = Readonly<Record<string, unknown>>;
interface Action {
  /** Parameters by name with their type; those with `!` must be there. */
  readonly takes: Readonly<Record<string, string>>;
  answer(desk: Desk, body: Body): TencentRefusal | object;
}

const actions: Readonly<Record<string, Action>> = {
  SendSms: {
    takes: {
      PhoneNumberSet: 'list!',
      SmsSdkAppId: 'string!',
      TemplateId: 'string!',
      SignName: 'string',
      TemplateParamSet: 'list',
      ExtendCode: 'string',
      SessionContext: 'string',
      SenderId: 'string',
    },
    answer: sendSms,
  },
  PullSmsSendStatus: {
    takes: { Limit: 'integer!', SmsSdkAppId: 'string!' },
    answer: pullQueue,
  },
  PullSmsSendStatusByPhoneNumber: {
    takes: {
      BeginTime: 'integer!',
      Offset: 'integer!',
      Limit: 'integer!',
      PhoneNumber: 'string!',
      SmsSdkAppId: 'string!',
      EndTime: 'integer',
    },
    answer: pullNumber,
  },
};

/** Starts the provider. */
export async function startTencentSms(options: TencentSmsOptions = {}): Promise<TencentSms> {
  const { key = demoTencent, now = Date.now, appId = '1400006666', deliveryMs = 3000 } = options;
  const desk: Desk = {
    appId,
    signs: options.signs ?? [],
    templates: options.templates ?? {},
    limits: options.limits ?? { thirtySeconds: 1, oneHour: 5, daily: 10 },
    now,
    carrier: smsCarrier(now, deliveryMs, 'DELIVRD'),
    blacklist: new Set(),
    pulled: new Set(),
    poor: false,
  };
  let throttled = 0;
  const answer = (request: Received): Answer => {
    const refusal = tencentGate(request, key, 'sms', '2021-01-11', Object.keys(actions));
    if (refusal) return tencentAnswer(refusal);
    if (throttled > 0) {
      throttled -= 1;
      return tencentAnswer(says('RequestLimitExceeded', 'Your current request times exceed the limit.'));
    }
    const action = actions[String(request.headers['x-tc-action'])] as Action;
    const body = objectOf(jsonOf(request.body));
    return tencentAnswer(shapeFault(action, jsonOf(request.body), desk) ?? action.answer(desk, body));
  };
  const server = await startLoopback(answer, { now });
  return {
    ...server,
    key,
    appId,
    carrier: desk.carrier,
    outOfBalance: (yes) => {
      desk.poor = yes;
    },
    blacklists: (phone) => void desk.blacklist.add(phone),
    throttles: (calls) => {
      throttled = calls;
    },
  };
}

function says(Code: string, Message: string): TencentRefusal {
  return { Code, Message };
}

function shapeFault(action: Action, parsed: unknown, desk: Desk): TencentRefusal | undefined {
  const body = objectOf(parsed);
  if (parsed !== body) return says('FailedOperation.JsonParseFail', 'The body is no JSON object.');
  const unknown = Object.keys(body).find((name) => action.takes[name] === undefined);
  if (unknown) return says('UnknownParameter', `The parameter \`${unknown}\` is not recognized.`);
  for (const [name, type] of Object.entries(action.takes)) {
    const value = body[name];
    if (value === undefined && type.endsWith('!')) {
      return says('MissingParameter', `The request is missing the parameter \`${name}\`.`);
    }
    if (value !== undefined && !isOf(value, type.replace('!', ''))) {
      return says('InvalidParameter', `The value type of parameter \`${name}\` is not valid.`);
    }
  }
  if (body['SmsSdkAppId'] === desk.appId) return undefined;
  return says('UnauthorizedOperation.SmsSdkAppIdVerifyFail', 'SmsSdkAppId is not of this account.');
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'string') return typeof value === 'string';
  if (type === 'integer') return Number.isInteger(value);
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function sendSms(desk: Desk, body: Body): TencentRefusal | object {
  const phones = body['PhoneNumberSet'] as readonly string[];
  const mark = String(body['SessionContext'] ?? '');
  if (phones.length === 0) return says('MissingParameter.EmptyPhoneNumberSet', 'PhoneNumberSet is empty.');
  if (phones.length > 200) return says('LimitExceeded.PhoneNumberCountLimit', 'More than 200 numbers.');
  if (Buffer.byteLength(mark) >= 512) return says('InvalidParameterValue', 'SessionContext is too long.');
  const SendStatusSet = phones.map((written) => {
    const phone = mainlandPhone(written);
    const fault = numberFault(desk, body, phone);
    const common = { PhoneNumber: phone ? `+86${phone}` : written, SessionContext: mark, IsoCode: 'CN' };
    if (fault) return { SerialNo: '', Fee: 0, ...common, ...fault };
    const template = desk.templates[String(body['TemplateId'])]?.content ?? '';
    const parameters = (body['TemplateParamSet'] ?? []) as readonly string[];
    const filled = template.replace(/\{(\d+)\}/g, (_, nth: string) => parameters[Number(nth) - 1] ?? '');
    const sign = String(body['SignName']);
    const text = `【${sign}】${filled}`;
    const SerialNo = `5000:${randomInt(1e9)}${randomInt(1e9)}${desk.now()}`;
    desk.carrier.carry({
      phone: String(phone),
      text,
      sign,
      template: String(body['TemplateId']),
      mark,
      receipt: SerialNo,
      sentAt: desk.now(),
    });
    const length = [...text].length;
    const Fee = length <= 70 ? 1 : Math.ceil(length / 67);
    return { SerialNo, Fee, ...common, Code: 'Ok', Message: 'send success' };
  });
  return { SendStatusSet };
}

/** Why this number gets nothing; undefined where it does. */
function numberFault(desk: Desk, body: Body, phone: string | undefined): TencentRefusal | undefined {
  if (!phone) return says('InvalidParameterValue.IncorrectPhoneNumber', 'incorrect phone number');
  if (!desk.signs.includes(String(body['SignName']))) {
    return says('FailedOperation.SignatureIncorrectOrUnapproved', 'signature is incorrect or unapproved');
  }
  const template = desk.templates[String(body['TemplateId'])];
  if (!template) {
    return says('FailedOperation.TemplateUnapprovedOrNotExist', 'template is unapproved or does not exist');
  }
  const parameters = (body['TemplateParamSet'] ?? []) as readonly string[];
  const wanted = new Set(template.content.match(/\{\d+\}/g) ?? []).size;
  if (parameters.length !== wanted) {
    const code = 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate';
    return says(code, 'request content does not match the template content');
  }
  if (template.kind === 'code' && parameters.some((one) => !/^\d{0,6}$/.test(one))) {
    const code = 'InvalidParameterValue.TemplateParameterFormatError';
    return says(code, 'verification code template parameter format error');
  }
  if (parameters.some((one) => /https?:\/\//.test(one))) {
    const code = 'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter';
    return says(code, 'urls are prohibited in template parameters');
  }
  if (desk.blacklist.has(phone)) {
    return says('FailedOperation.PhoneNumberInBlacklist', 'the number is in the blocklist');
  }
  if (desk.poor) {
    return says('FailedOperation.InsufficientBalanceInSmsPackage', 'insufficient balance in the package');
  }
  return limitFault(desk, phone);
}

function limitFault(desk: Desk, phone: string): TencentRefusal | undefined {
  const { thirtySeconds, oneHour, daily } = desk.limits;
  const today = chinaTime(desk.now()).slice(0, 10);
  const exceeded = (word: string) =>
    says(`LimitExceeded.PhoneNumber${word}Limit`, 'the number of messages to this number exceeds the limit');
  if (desk.carrier.count(phone, 30_000, () => true) >= thirtySeconds) return exceeded('ThirtySecond');
  if (desk.carrier.count(phone, 3_600_000, () => true) >= oneHour) return exceeded('OneHour');
  const ofToday = (one: CarriedSms) => chinaTime(one.sentAt).startsWith(today);
  return desk.carrier.count(phone, 86_400_000, ofToday) >= daily ? exceeded('Daily') : undefined;
}

function pullQueue(desk: Desk, body: Body): TencentRefusal | object {
  const limit = Number(body['Limit']);
  if (limit < 1 || limit > 100) return says('InvalidParameterValue.LimitVerifyFail', 'Limit is 1 to 100.');
  const waiting = desk.carrier.messages.filter((one) => !desk.pulled.has(one) && isOver(desk, one));
  const given = waiting.slice(0, limit);
  for (const one of given) desk.pulled.add(one);
  return { PullSmsSendStatusSet: given.map((one) => status(desk, one)) };
}

function pullNumber(desk: Desk, body: Body): TencentRefusal | object {
  const [limit, begin] = [Number(body['Limit']), Number(body['BeginTime']) * 1000];
  const end = body['EndTime'] === undefined ? desk.now() : Number(body['EndTime']) * 1000;
  const wrong = (word: string) => says(`InvalidParameterValue.${word}`, `${word} of the parameter.`);
  if (limit < 1 || limit > 100) return wrong('LimitVerifyFail');
  if (body['Offset'] !== 0) return wrong('OffsetVerifyFail');
  if (begin < desk.now() - 7 * 86_400_000) return wrong('BeginTimeVerifyFail');
  if (begin > end) return wrong('InvalidStartTime');
  const phone = mainlandPhone(String(body['PhoneNumber']));
  if (!phone) return wrong('IncorrectPhoneNumber');
  const of = desk.carrier.messages.filter(
    (one) => one.phone === phone && one.sentAt >= begin && one.sentAt <= end && isOver(desk, one),
  );
  return { PullSmsSendStatusSet: of.slice(0, limit).map((one) => status(desk, one)) };
}

function isOver(desk: Desk, one: CarriedSms): boolean {
  return desk.carrier.fate(one).is !== 'waiting';
}

function status(desk: Desk, one: CarriedSms): object {
  const fate = desk.carrier.fate(one);
  if (fate.is === 'waiting') return {};
  return {
    UserReceiveTime: Math.floor(fate.at / 1000),
    CountryCode: '86',
    SubscriberNumber: one.phone,
    PhoneNumber: `+86${one.phone}`,
    SerialNo: one.receipt,
    ReportStatus: fate.is === 'delivered' ? 'SUCCESS' : 'FAIL',
    Description: fate.code,
    SessionContext: one.mark,
  };
}
