// Alibaba Cloud's text messages (阿里云短信, Dysmsapi 2017-05-25) as a sender meets them: SendSms,
// QuerySendDetails and the report that is pushed. From help.aliyun.com: document_detail/55284 (SendSms: up to
// 1000 numbers, prefixes, no idempotence), 419277 (QuerySendDetails: 30 days, pages of 1 to 50, SendStatus 1
// waiting 2 failed 3 delivered), 101346 (codes), 101867 (SmsReport: a list, answered `{"code":0}`, pushed
// again after 1, 5 and 10 minutes) and the limits a number has (developer.aliyun.com/ask/218440: codes 1 a
// minute, 5 an hour, 10 a day; notices 50 a day of one template). Assumed: 35 characters for one variable;
// one bad number refuses the whole call; unusable paging is isv.INVALID_PARAMETERS; values that are no text
// are refused as in the old table of codes; a day of limits is 24 hours.
import { randomInt, randomUUID } from 'node:crypto';
import { type AliyunKey, aliyunGate, gateAnswer } from './aliyun-gateway';
import { type Answer, jsonOf, type Loopback, objectOf, type Received, startLoopback } from './loopback';
import { type CarriedSms, chinaTime, mainlandPhone, type SmsCarrier, smsCarrier } from './sms-carrier';

/** A template as approved; variables are written `${name}`. */
export interface AliyunTemplate {
  readonly kind: 'code' | 'notice';
  readonly content: string;
}

/** What a test may choose. */
export interface AliyunSmsOptions {
  readonly key?: AliyunKey;
  readonly now?: () => number;
  /** Approved signatures, without brackets. */
  readonly signs?: readonly string[];
  readonly templates?: Readonly<Record<string, AliyunTemplate>>;
  /** Milliseconds from acceptance to the carrier's report. */
  readonly deliveryMs?: number;
  /** Where reports are pushed; nowhere unless said. */
  readonly reportTo?: string;
}

/** The provider, running. */
export interface AliyunSms extends Loopback {
  readonly key: AliyunKey;
  readonly carrier: SmsCarrier;
  /** The account has no money: isv.OUT_OF_SERVICE. */
  outOfService(yes: boolean): void;
  /** So many of the next calls are refused as Throttling.User. */
  throttles(calls: number): void;
  /** Pushes the reports due by the clock; how many were taken. `twice` sends each again, as may happen. */
  reports(how?: { readonly twice?: boolean }): Promise<number>;
}

/** The invented account of tests. */
export const demoAliyun: AliyunKey = {
  accessKeyId: 'LTAI5tExampleExampleEx01',
  accessKeySecret: 'ExampleSecretExampleSecret0001',
};

type Refused = { readonly Code: string; readonly Message: string };
type Desk = Required<Pick<AliyunSmsOptions, 'signs' | 'templates' | 'now'>> & {
  readonly carrier: SmsCarrier;
};

const minute = 60_000;
const day = 24 * 60 * minute;
const variableLimit = 35;
const says = (Code: string, Message: string): Refused => ({ Code, Message });

/** Starts the provider. */
export async function startAliyunSms(options: AliyunSmsOptions = {}): Promise<AliyunSms> {
  const { key = demoAliyun, now = Date.now, deliveryMs = 3000 } = options;
  const carrier = smsCarrier(now, deliveryMs, 'DELIVERED');
  const desk: Desk = { signs: options.signs ?? [], templates: options.templates ?? {}, now, carrier };
  const gate = aliyunGate(key, '2017-05-25', ['SendSms', 'QuerySendDetails']);
  let poor = false;
  let throttled = 0;
  const answer = (request: Received): Answer => {
    const RequestId = randomUUID().toUpperCase();
    const busy = {
      status: 400,
      code: 'Throttling.User',
      message: 'Request was denied due to user flow control.',
    };
    const refusal = gate(request) ?? (throttled > 0 ? busy : undefined);
    if (refusal === busy) throttled -= 1;
    if (refusal) return gateAnswer(refusal, RequestId, String(request.headers.host));
    const given = parametersOf(request);
    const sends = request.headers['x-acs-action'] === 'SendSms';
    const mandatory = sends
      ? ['PhoneNumbers', 'SignName', 'TemplateCode']
      : ['PhoneNumber', 'SendDate', 'PageSize', 'CurrentPage'];
    const missing = mandatory.find((name) => (given.get(name) ?? '') === '');
    if (missing) {
      const message = `${missing} is mandatory for this action.`;
      const fault = { status: 400, code: `Missing${missing}`, message };
      return gateAnswer(fault, RequestId, String(request.headers.host));
    }
    const stopped = poor && sends ? says('isv.OUT_OF_SERVICE', '业务停机') : undefined;
    const said = stopped ?? (sends ? send(desk, given) : details(desk, given));
    const body = JSON.stringify({ RequestId, ...said });
    return { status: 200, type: 'application/json;charset=utf-8', body };
  };
  const server = await startLoopback(answer, { now });
  return {
    ...server,
    key,
    carrier,
    outOfService: (yes) => {
      poor = yes;
    },
    throttles: (calls) => {
      throttled = calls;
    },
    reports: reporter(desk, options.reportTo),
  };
}

function parametersOf(request: Received): URLSearchParams {
  const given = new URLSearchParams(request.query);
  const form = String(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (form) for (const [name, value] of new URLSearchParams(request.body.toString())) given.set(name, value);
  return given;
}

function send(desk: Desk, given: URLSearchParams): object {
  const [sign, code] = [given.get('SignName') ?? '', given.get('TemplateCode') ?? ''];
  const written = (given.get('PhoneNumbers') ?? '').split(',');
  if (written.length > 1000) return says('isv.MOBILE_COUNT_OVER_LIMIT', '手机号码数量超过限制');
  const phones = written.map(mainlandPhone);
  if (phones.includes(undefined)) {
    return says('isv.MOBILE_NUMBER_ILLEGAL', `${written[phones.indexOf(undefined)]}invalid mobile number`);
  }
  if (!desk.signs.includes(sign)) return says('isv.SMS_SIGNATURE_ILLEGAL', '该账号下找不到对应签名');
  const template = desk.templates[code];
  if (!template) return says('isv.SMS_TEMPLATE_ILLEGAL', '该账号下找不到对应模板');
  const mark = given.get('OutId') ?? '';
  if (mark.length >= 256) return says('isv.INVALID_PARAMETERS', '参数异常');
  const filled = fill(template, given.get('TemplateParam'));
  if (typeof filled !== 'string') return filled;
  const limited = phones.map((phone) => limit(desk, String(phone), sign, code)).find((found) => found);
  if (limited) return limited;
  const BizId = `${String(randomInt(1e9)).padStart(9, '9')}${String(desk.now())}^0`;
  const message = { sign, template: code, mark, receipt: BizId, sentAt: desk.now() };
  for (const phone of phones) {
    desk.carrier.carry({ ...message, phone: String(phone), text: `【${sign}】${filled}` });
  }
  return { Code: 'OK', Message: 'OK', BizId };
}

function fill(template: AliyunTemplate, written: string | null): string | Refused {
  const names = [...template.content.matchAll(/\$\{(\w+)\}/g)].map((found) => found[1] ?? '');
  const parsed = written === null || written === '' ? {} : jsonOf(Buffer.from(written));
  const isText = (value: unknown) => typeof value === 'string';
  const values = objectOf(parsed);
  if (parsed !== values || !Object.values(values).every(isText)) {
    if (written) return says('isv.INVALID_JSON_PARAM', 'JSON参数不合法，只接受字符串值');
  }
  const missing = names.find((name) => (values[name] ?? '') === '');
  if (missing) return says('isv.TEMPLATE_MISSING_PARAMETERS', '模板变量缺少对应参数值');
  const given = names.map((name) => String(values[name]));
  if (given.some((value) => [...value].length > variableLimit)) {
    return says('isv.PARAM_LENGTH_LIMIT', '参数超过长度限制');
  }
  if (given.some((value) => /https?:\/\//.test(value))) {
    return says('isv.PARAM_NOT_SUPPORT_URL', '变量不支持传入URL');
  }
  return template.content.replace(/\$\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

function limit(desk: Desk, phone: string, sign: string, code: string): Refused | undefined {
  const isCode = desk.templates[code]?.kind === 'code';
  const same = (one: CarriedSms) => one.sign === sign && (isCode ? kindOf(desk, one) : one.template === code);
  const rules = isCode
    ? ([
        ['分钟', minute, 1],
        ['小时', 60 * minute, 5],
        ['天', day, 10],
      ] as const)
    : ([['天', day, 50]] as const);
  for (const [word, span, permits] of rules) {
    if (desk.carrier.count(phone, span, same) >= permits) {
      return says('isv.BUSINESS_LIMIT_CONTROL', `触发${word}级流控Permits:${permits}`);
    }
  }
  return undefined;
}

function kindOf(desk: Desk, one: CarriedSms): boolean {
  return desk.templates[one.template]?.kind === 'code';
}

function details(desk: Desk, given: URLSearchParams): object {
  const [phone, on] = [mainlandPhone(given.get('PhoneNumber') ?? ''), given.get('SendDate') ?? ''];
  const [size, page] = [Number(given.get('PageSize')), Number(given.get('CurrentPage'))];
  if (phone === undefined) return says('isv.MOBILE_NUMBER_ILLEGAL', '非法手机号');
  const earliest = chinaTime(desk.now() - 30 * day)
    .slice(0, 10)
    .replaceAll('-', '');
  const whole = Number.isInteger(size) && Number.isInteger(page) && size >= 1 && size <= 50 && page >= 1;
  if (!whole || !/^\d{8}$/.test(on) || on < earliest) return says('isv.INVALID_PARAMETERS', '参数异常');
  const receipt = given.get('BizId') ?? '';
  const all = desk.carrier.messages.filter(
    (one) =>
      one.phone === phone &&
      chinaTime(one.sentAt).slice(0, 10).replaceAll('-', '') === on &&
      (receipt === '' || one.receipt === receipt),
  );
  const shown = all.reverse().slice((page - 1) * size, page * size);
  return {
    Code: 'OK',
    Message: 'OK',
    TotalCount: String(all.length),
    SmsSendDetailDTOs: { SmsSendDetailDTO: shown.map((one) => detail(desk, one)) },
  };
}

function detail(desk: Desk, one: CarriedSms): object {
  const fate = desk.carrier.fate(one);
  const known = {
    PhoneNum: one.phone,
    TemplateCode: one.template,
    Content: one.text,
    SendDate: chinaTime(one.sentAt),
    OutId: one.mark,
  };
  if (fate.is === 'waiting') return { ...known, SendStatus: 1 };
  const SendStatus = fate.is === 'delivered' ? 3 : 2;
  return { ...known, SendStatus, ErrCode: fate.code, ReceiveDate: chinaTime(fate.at) };
}

/** Pushes what is due; a report not taken comes again after 1, 5 and 10 minutes, and then no more. */
function reporter(desk: Desk, reportTo: string | undefined): AliyunSms['reports'] {
  const tried = new Map<CarriedSms, { next: number; times: number }>();
  const pauses = [minute, 5 * minute, 10 * minute];
  const post = async (body: string): Promise<boolean> => {
    try {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      const response = await fetch(String(reportTo), init);
      const said = objectOf(await response.json());
      return response.status === 200 && typeof said['code'] === 'number';
    } catch {
      return false;
    }
  };
  return async ({ twice = false } = {}) => {
    if (reportTo === undefined) return 0;
    const due = desk.carrier.messages.filter((one) => {
      if (desk.carrier.fate(one).is === 'waiting') return false;
      return (tried.get(one)?.next ?? 0) <= desk.now();
    });
    if (due.length === 0) return 0;
    const body = JSON.stringify(due.map((one) => report(desk, one)));
    const taken = await post(body);
    if (taken && twice) await post(body);
    for (const one of due) {
      const times = tried.get(one)?.times ?? 0;
      const pause = taken ? Number.POSITIVE_INFINITY : (pauses[times] ?? Number.POSITIVE_INFINITY);
      tried.set(one, { next: desk.now() + pause, times: times + 1 });
    }
    return taken ? due.length : 0;
  };
}

function report(desk: Desk, one: CarriedSms): object {
  const fate = desk.carrier.fate(one);
  if (fate.is === 'waiting') return {};
  const delivered = fate.is === 'delivered';
  const size = [...one.text].length;
  return {
    phone_number: one.phone,
    send_time: chinaTime(one.sentAt),
    report_time: chinaTime(fate.at),
    success: delivered,
    err_code: fate.code,
    err_msg: delivered ? '用户接收成功' : '用户接收失败',
    sms_size: String(size <= 70 ? 1 : Math.ceil(size / 67)),
    biz_id: one.receipt,
    out_id: one.mark,
  };
}
