// The provider against a sender written for this spec; the vectors are those Tencent Cloud publishes in
// "签名方法 v3": the older example with two signed headers and the present one with three.
import { tencentSignature } from './tencent-gateway';
import { demoTencent, startTencentSms, type TencentSms } from './tencent-sms';

const example = {
  headers: {
    'content-type': 'application/json; charset=utf-8',
    host: 'cvm.tencentcloudapi.com',
    'x-tc-action': 'DescribeInstances',
    'x-tc-timestamp': '1551113065',
  },
  body: Buffer.from(
    String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`,
  ),
};

test.each([
  [
    'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
    ['content-type', 'host'],
    '72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
  ],
  [
    '*'.repeat(32),
    ['content-type', 'host', 'x-tc-action'],
    '10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
  ],
])('the published request has the published signature (%s)', (secret, signed, signature) => {
  expect(tencentSignature(example, signed, 'cvm', secret)).toBe(signature);
});

let now = 0;
let sms: TencentSms;

beforeEach(async () => {
  now = Date.parse('2026-11-22T10:00:00+08:00');
  sms = await startTencentSms({
    now: () => now,
    signs: ['直通'],
    templates: {
      '1110': { kind: 'notice', content: '您的诉求{1}已受理，{2}前答复' },
      '1111': { kind: 'code', content: '验证码{1}' },
    },
  });
});

afterEach(() => sms.stop());

interface Bent {
  readonly headers?: Record<string, string>;
  readonly key?: string;
  readonly id?: string;
  readonly date?: string;
  readonly service?: string;
  readonly signed?: string[];
  readonly method?: string;
}

async function call(action: string, parameters: object | string, bent: Bent = {}) {
  const body = typeof parameters === 'string' ? parameters : JSON.stringify(parameters);
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'x-tc-action': action,
    'x-tc-version': '2021-01-11',
    'x-tc-region': 'ap-guangzhou',
    'x-tc-timestamp': String(Math.floor(now / 1000)),
    ...bent.headers,
  };
  const signed = bent.signed ?? ['content-type', 'host', 'x-tc-action'];
  const host = new URL(sms.address).host;
  const request = { headers: { ...headers, host }, body: Buffer.from(body) };
  const service = bent.service ?? 'sms';
  const signature = tencentSignature(request, signed, service, bent.key ?? demoTencent.secretKey);
  const date = bent.date ?? new Date(now).toISOString().slice(0, 10);
  const scope = `${bent.id ?? demoTencent.secretId}/${date}/${service}/tc3_request`;
  const Authorization = [
    `TC3-HMAC-SHA256 Credential=${scope}`,
    `SignedHeaders=${signed.join(';')}`,
    `Signature=${signature}`,
  ].join(', ');
  const method = bent.method ?? 'POST';
  const response = await fetch(sms.address, { method, headers: { ...headers, Authorization }, body });
  const whole = (await response.json()) as { Response: Record<string, unknown> };
  expect(whole.Response['RequestId']).toEqual(expect.any(String));
  return whole.Response as {
    readonly Error?: { readonly Code: string };
    readonly SendStatusSet?: readonly Record<string, unknown>[];
    readonly PullSmsSendStatusSet?: readonly Record<string, unknown>[];
  };
}

const one = {
  PhoneNumberSet: ['+8619900000001'],
  SmsSdkAppId: '1400006666',
  TemplateId: '1110',
  SignName: '直通',
  TemplateParamSet: ['ZT-1', '11月27日'],
  SessionContext: 'mark-1',
};
const sendCode = async (changed: object = {}) =>
  (await call('SendSms', { ...one, ...changed })).SendStatusSet?.map((status) => status['Code']);

test('a message is accepted, arrives, is pulled once from the queue, by number at will', async () => {
  const sent = await call('SendSms', { ...one, PhoneNumberSet: ['+8619900000001', '008619900000002'] });
  expect(sent.SendStatusSet).toEqual([
    {
      SerialNo: expect.stringMatching(/^5000:\d+$/),
      PhoneNumber: '+8619900000001',
      Fee: 1,
      SessionContext: 'mark-1',
      Code: 'Ok',
      Message: 'send success',
      IsoCode: 'CN',
    },
    expect.objectContaining({ PhoneNumber: '+8619900000002', Code: 'Ok' }),
  ]);
  expect(sms.carrier.messages[0]?.text).toBe('【直通】您的诉求ZT-1已受理，11月27日前答复');
  const app = { SmsSdkAppId: '1400006666', Limit: 1 };
  expect((await call('PullSmsSendStatus', app)).PullSmsSendStatusSet).toEqual([]);
  sms.carrier.blocks('19900000002', '002');
  now += 3000;
  expect((await call('PullSmsSendStatus', app)).PullSmsSendStatusSet).toEqual([
    {
      UserReceiveTime: now / 1000,
      CountryCode: '86',
      SubscriberNumber: '19900000001',
      PhoneNumber: '+8619900000001',
      SerialNo: sent.SendStatusSet?.[0]?.['SerialNo'],
      ReportStatus: 'SUCCESS',
      Description: 'DELIVRD',
      SessionContext: 'mark-1',
    },
  ]);
  expect((await call('PullSmsSendStatus', app)).PullSmsSendStatusSet).toEqual([
    expect.objectContaining({ ReportStatus: 'FAIL', Description: '002' }),
  ]);
  expect((await call('PullSmsSendStatus', app)).PullSmsSendStatusSet).toEqual([]);
  const asked = { ...app, PhoneNumber: '+8619900000002', BeginTime: now / 1000 - 60, Offset: 0 };
  for (const nth of [1, 2]) {
    const shown = (await call('PullSmsSendStatusByPhoneNumber', asked)).PullSmsSendStatusSet;
    expect([nth, shown?.length]).toEqual([nth, 1]);
  }
});

test.each<[string, Bent]>([
  ['AuthFailure.SignatureFailure', { key: 'another' }],
  ['AuthFailure.SignatureFailure', { date: '2026-11-21' }],
  ['AuthFailure.SignatureFailure', { service: 'cvm' }],
  ['AuthFailure.SignatureFailure', { signed: ['host'] }],
  ['AuthFailure.SecretIdNotFound', { id: 'AKIDother' }],
  ['AuthFailure.InvalidAuthorization', { id: 'AK ID' }],
  ['AuthFailure.SignatureExpire', { headers: { 'x-tc-timestamp': '1795312499' } }],
  ['InvalidAction', { headers: { 'x-tc-action': 'SendSMS' } }],
  ['NoSuchVersion', { headers: { 'x-tc-version': '2019-07-11' } }],
  ['UnsupportedRegion', { headers: { 'x-tc-region': 'moon-1' } }],
  ['MissingParameter', { headers: { 'x-tc-region': '' } }],
  ['InvalidRequest', { headers: { 'content-type': 'text/plain' } }],
  ['UnsupportedProtocol', { method: 'PUT' }],
])('the gate refuses with %s', async (code, bent) => {
  expect((await call('SendSms', one, bent)).Error?.Code).toBe(code);
  expect(sms.carrier.messages).toEqual([]);
});

test('five minutes of another clock are forgiven, not a second more', async () => {
  const at = (seconds: number) => ({ headers: { 'x-tc-timestamp': String(now / 1000 + seconds) } });
  expect((await call('SendSms', one, at(300))).Error).toBeUndefined();
  expect((await call('SendSms', one, at(301))).Error?.Code).toBe('AuthFailure.SignatureExpire');
});

test.each<[string, object | string]>([
  ['FailedOperation.JsonParseFail', '{"PhoneNumberSet":'],
  ['UnknownParameter', { ...one, Sign: '直通' }],
  ['MissingParameter', { ...one, TemplateId: undefined }],
  ['InvalidParameter', { ...one, TemplateParamSet: [1, 2] }],
  ['InvalidParameter', { ...one, PhoneNumberSet: '+8619900000001' }],
  ['UnauthorizedOperation.SmsSdkAppIdVerifyFail', { ...one, SmsSdkAppId: '1400000000' }],
  ['MissingParameter.EmptyPhoneNumberSet', { ...one, PhoneNumberSet: [] }],
  ['LimitExceeded.PhoneNumberCountLimit', { ...one, PhoneNumberSet: Array(201).fill('19900000001') }],
  ['InvalidParameterValue', { ...one, SessionContext: 'm'.repeat(512) }],
])('a request is refused as a whole with %s', async (code, body) => {
  expect((await call('SendSms', body)).Error?.Code).toBe(code);
  expect(sms.carrier.messages).toEqual([]);
});

test.each<[string, object]>([
  ['InvalidParameterValue.IncorrectPhoneNumber', { PhoneNumberSet: ['1990000'] }],
  ['FailedOperation.SignatureIncorrectOrUnapproved', { SignName: '别家' }],
  ['FailedOperation.TemplateUnapprovedOrNotExist', { TemplateId: '9' }],
  ['FailedOperation.TemplateParamSetNotMatchApprovedTemplate', { TemplateParamSet: ['ZT-1'] }],
  ['InvalidParameterValue.TemplateParameterFormatError', { TemplateId: '1111', TemplateParamSet: ['a1'] }],
  [
    'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter',
    { TemplateParamSet: ['http://a.cn', '今天'] },
  ],
])('a number is refused with %s', async (code, changed) => {
  expect(await sendCode(changed)).toEqual([code]);
  expect(sms.carrier.messages).toEqual([]);
});

test('one bad number does not keep the others from theirs', async () => {
  sms.blacklists('19900000002');
  expect(await sendCode({ PhoneNumberSet: ['19900000001', '19900000002', 'x'] })).toEqual([
    'Ok',
    'FailedOperation.PhoneNumberInBlacklist',
    'InvalidParameterValue.IncorrectPhoneNumber',
  ]);
  expect(sms.carrier.messages.map((message) => message.phone)).toEqual(['19900000001']);
});

test('a number has its limits of thirty seconds, an hour and a day', async () => {
  const got: unknown[] = [];
  for (const seconds of [0, 29, 1, 30, 30, 30, 30]) {
    now += seconds * 1000;
    got.push(...((await sendCode()) ?? []));
  }
  expect(got).toEqual([
    'Ok',
    'LimitExceeded.PhoneNumberThirtySecondLimit',
    ...Array(4).fill('Ok'),
    'LimitExceeded.PhoneNumberOneHourLimit',
  ]);
  now += 3_600_000;
  for (let nth = 0; nth < 5; nth += 1) {
    expect(await sendCode()).toEqual(['Ok']);
    now += 30_000;
  }
  now += 3_600_000;
  expect(await sendCode()).toEqual(['LimitExceeded.PhoneNumberDailyLimit']);
  now += 12 * 3_600_000;
  expect(await sendCode()).toEqual(['Ok']);
});

test.each([
  ['LimitVerifyFail', { Limit: 101 }],
  ['OffsetVerifyFail', { Offset: 1 }],
  ['BeginTimeVerifyFail', { BeginTime: 1 }],
  ['InvalidStartTime', { EndTime: 1 }],
  ['IncorrectPhoneNumber', { PhoneNumber: '110' }],
])('a status is not pulled: %s', async (word, changed) => {
  const asked = { SmsSdkAppId: '1400006666', PhoneNumber: '19900000001', BeginTime: now / 1000 };
  const body = { ...asked, Offset: 0, Limit: 10, ...changed };
  const refused = await call('PullSmsSendStatusByPhoneNumber', body);
  expect(refused.Error?.Code).toBe(`InvalidParameterValue.${word}`);
});

test('trouble: nothing left in the package, too many requests, taken without an answer, away', async () => {
  sms.outOfBalance(true);
  expect(await sendCode()).toEqual(['FailedOperation.InsufficientBalanceInSmsPackage']);
  sms.outOfBalance(false);
  sms.throttles(1);
  expect((await call('SendSms', one)).Error?.Code).toBe('RequestLimitExceeded');
  sms.trouble.loseAnswers = 1;
  await expect(call('SendSms', one)).rejects.toThrow('fetch failed');
  expect(sms.carrier.messages.length).toBe(1);
  sms.trouble.unavailable = true;
  await expect(call('SendSms', one)).rejects.toThrow('JSON');
  expect(sms.carrier.messages.length).toBe(1);
});
