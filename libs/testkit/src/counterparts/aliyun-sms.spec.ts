// The provider against a sender written for this spec; the vector is the one Alibaba Cloud publishes.
import { createHash } from 'node:crypto';
import { aliyunSignature } from './aliyun-gateway';
import { type AliyunSms, demoAliyun, startAliyunSms } from './aliyun-sms';
import { startLoopback } from './loopback';

const empty = createHash('sha256').digest('hex');

test('the published request of signature V3 has the published signature', () => {
  const headers = {
    host: 'ecs.cn-shanghai.aliyuncs.com',
    'x-acs-action': 'RunInstances',
    'x-acs-content-sha256': empty,
    'x-acs-date': '2023-10-26T10:22:32Z',
    'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
    'x-acs-version': '2014-05-26',
  };
  const query = new URLSearchParams({
    RegionId: 'cn-shanghai',
    ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
  });
  const request = { method: 'POST', path: '/', query, headers };
  expect(aliyunSignature(request, Object.keys(headers), empty, 'YourAccessKeySecret')).toBe(
    '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  );
});

let now = 0;
let sms: AliyunSms;
let reports: { body: unknown; status: number }[] = [];
let taking = 200;
let stop: () => Promise<void>;

beforeEach(async () => {
  now = Date.parse('2026-11-22T10:00:00+08:00');
  reports = [];
  taking = 200;
  const house = await startLoopback((request) => {
    reports.push({ body: JSON.parse(request.body.toString()), status: taking });
    return { status: taking, type: 'application/json', body: '{"code":0,"msg":"接收成功"}' };
  });
  sms = await startAliyunSms({
    now: () => now,
    signs: ['直通'],
    templates: {
      SMS_1: { kind: 'notice', content: '您的诉求${number}已受理' },
      SMS_2: { kind: 'code', content: '验证码${code}' },
    },
    reportTo: `${house.address}/reports`,
  });
  stop = async () => {
    await sms.stop();
    await house.stop();
  };
});

afterEach(() => stop());

let nonce = 0;
interface Bent {
  readonly headers?: Record<string, string>;
  readonly signed?: string[];
  readonly secret?: string;
  readonly id?: string;
  readonly method?: string;
}

async function call(action: string, parameters: Record<string, string>, bent: Bent = {}) {
  nonce += 1;
  const url = new URL(sms.address);
  const query = new URLSearchParams(parameters);
  const headers: Record<string, string> = {
    'x-acs-action': action,
    'x-acs-version': '2017-05-25',
    'x-acs-date': `${new Date(now).toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': `nonce-${nonce}`,
    'x-acs-content-sha256': empty,
    ...bent.headers,
  };
  const signed = bent.signed ?? ['host', ...Object.keys(headers)];
  const method = bent.method ?? 'POST';
  const request = { method, path: '/', query, headers: { ...headers, host: url.host } };
  const signature = aliyunSignature(request, signed, empty, bent.secret ?? demoAliyun.accessKeySecret);
  const id = bent.id ?? demoAliyun.accessKeyId;
  const authorization = [
    `ACS3-HMAC-SHA256 Credential=${id}`,
    `SignedHeaders=${signed.join(';')}`,
    `Signature=${signature}`,
  ].join(',');
  const response = await fetch(`${sms.address}/?${query}`, {
    method,
    headers: { ...headers, authorization },
  });
  return { status: response.status, ...((await response.json()) as Record<string, string>) } as Record<
    string,
    unknown
  >;
}

const one = {
  PhoneNumbers: '19900000001',
  SignName: '直通',
  TemplateCode: 'SMS_1',
  TemplateParam: '{"number":"ZT-1 (甲)*"}',
  OutId: 'mark-1',
};
const asked = { PhoneNumber: '19900000001', SendDate: '20261122', PageSize: '10', CurrentPage: '1' };

test('a message is accepted, waits, arrives, is shown and reported with its mark', async () => {
  const sent = await call('SendSms', one);
  expect(sent).toMatchObject({
    status: 200,
    Code: 'OK',
    Message: 'OK',
    BizId: expect.stringMatching(/^\d+\^0$/),
  });
  const waiting = await call('QuerySendDetails', { ...asked, BizId: String(sent['BizId']) });
  expect(waiting).toMatchObject({
    TotalCount: '1',
    SmsSendDetailDTOs: {
      SmsSendDetailDTO: [
        {
          PhoneNum: '19900000001',
          SendStatus: 1,
          Content: '【直通】您的诉求ZT-1 (甲)*已受理',
          OutId: 'mark-1',
          SendDate: '2026-11-22 10:00:00',
        },
      ],
    },
  });
  expect(await sms.reports()).toBe(0);
  now += 3000;
  expect(await call('QuerySendDetails', asked)).toMatchObject({
    SmsSendDetailDTOs: {
      SmsSendDetailDTO: [{ SendStatus: 3, ErrCode: 'DELIVERED', ReceiveDate: '2026-11-22 10:00:03' }],
    },
  });
  expect(await sms.reports()).toBe(1);
  expect(await sms.reports()).toBe(0);
  const body = [{ biz_id: sent['BizId'], out_id: 'mark-1', success: true, sms_size: '1' }];
  expect(reports).toEqual([{ status: 200, body: [expect.objectContaining(body[0] ?? {})] }]);
});

test('a blocked number fails, and a report not taken comes again after 1, 5 and 10 minutes', async () => {
  sms.carrier.blocks('19900000001', 'MOBILE_NOT_ON_SERVICE');
  await call('SendSms', one);
  now += 3000;
  expect(await call('QuerySendDetails', asked)).toMatchObject({
    SmsSendDetailDTOs: { SmsSendDetailDTO: [{ SendStatus: 2, ErrCode: 'MOBILE_NOT_ON_SERVICE' }] },
  });
  taking = 500;
  for (const minutes of [0, 0.5, 0.5, 5, 10, 60]) {
    now += minutes * 60_000;
    await sms.reports();
  }
  expect(reports.length).toBe(4);
});

test('a report may come twice', async () => {
  await call('SendSms', one);
  now += 3000;
  expect(await sms.reports({ twice: true })).toBe(1);
  expect(reports.length).toBe(2);
});

test.each<[string, number, Bent]>([
  ['SignatureDoesNotMatch', 400, { secret: 'another' }],
  ['InvalidAccessKeyId.NotFound', 404, { id: 'LTAIother' }],
  ['InvalidTimeStamp.Expired', 400, { headers: { 'x-acs-date': '2026-11-22T01:44:59Z' } }],
  ['InvalidTimeStamp.Format', 400, { headers: { 'x-acs-date': '2026-11-22T02:00:00.000Z' } }],
  ['InvalidVersion', 400, { headers: { 'x-acs-version': '2018-05-01' } }],
  ['InvalidAction.NotFound', 404, { headers: { 'x-acs-action': 'SendSMS' } }],
  ['MissingSignatureNonce', 400, { headers: { 'x-acs-signature-nonce': '' } }],
  ['IncompleteSignature', 400, { signed: ['host', 'x-acs-action', 'x-acs-date'] }],
  ['SignatureDoesNotMatch', 400, { headers: { 'x-acs-content-sha256': '0'.repeat(64) } }],
  ['UnsupportedHTTPMethod', 403, { method: 'PUT' }],
])('the gate refuses with %s', async (code, status, bent) => {
  const refused = await call('SendSms', one, bent);
  expect([refused['Code'], refused['status']]).toEqual([code, status]);
  expect(refused).toMatchObject({ RequestId: expect.any(String), HostId: expect.any(String) });
  expect(sms.carrier.messages).toEqual([]);
});

test('a request word for word a second time is a nonce used already', async () => {
  const same = { headers: { 'x-acs-signature-nonce': 'once' } };
  expect((await call('SendSms', one, same))['Code']).toBe('OK');
  expect((await call('SendSms', one, same))['Code']).toBe('SignatureNonceUsed');
  expect(sms.carrier.messages.length).toBe(1);
});

const phones = (count: number) => Array.from({ length: count }, () => '19900000001').join(',');
test.each<[string, Record<string, string>]>([
  ['isv.MOBILE_NUMBER_ILLEGAL', { PhoneNumbers: '19900000001,1990000' }],
  ['isv.MOBILE_COUNT_OVER_LIMIT', { PhoneNumbers: phones(1001) }],
  ['isv.SMS_SIGNATURE_ILLEGAL', { SignName: '【直通】' }],
  ['isv.SMS_TEMPLATE_ILLEGAL', { TemplateCode: 'SMS_9' }],
  ['isv.INVALID_JSON_PARAM', { TemplateParam: '{"number":1}' }],
  ['isv.INVALID_JSON_PARAM', { TemplateParam: 'number' }],
  ['isv.TEMPLATE_MISSING_PARAMETERS', { TemplateParam: '{"code":"1"}' }],
  ['isv.PARAM_LENGTH_LIMIT', { TemplateParam: `{"number":"${'字'.repeat(36)}"}` }],
  ['isv.PARAM_NOT_SUPPORT_URL', { TemplateParam: '{"number":"http://a.cn"}' }],
  ['isv.INVALID_PARAMETERS', { OutId: 'm'.repeat(256) }],
  ['MissingPhoneNumbers', { PhoneNumbers: '' }],
])('the service refuses with %s', async (code, changed) => {
  const refused = await call('SendSms', { ...one, ...changed });
  expect(refused['Code']).toBe(code);
  expect(refused).not.toHaveProperty('BizId');
  expect(sms.carrier.messages).toEqual([]);
});

test('a number has its limits: codes one a minute, notices fifty a day', async () => {
  const code = { ...one, TemplateCode: 'SMS_2', TemplateParam: '{"code":"1234"}' };
  expect((await call('SendSms', code))['Code']).toBe('OK');
  expect(await call('SendSms', code)).toMatchObject({
    Code: 'isv.BUSINESS_LIMIT_CONTROL',
    Message: '触发分钟级流控Permits:1',
  });
  now += 60_000;
  expect((await call('SendSms', code))['Code']).toBe('OK');
  for (let nth = 0; nth < 50; nth += 1) expect((await call('SendSms', one))['Code']).toBe('OK');
  expect(await call('SendSms', one)).toMatchObject({ Message: '触发天级流控Permits:50' });
  now += 24 * 3_600_000;
  expect((await call('SendSms', one))['Code']).toBe('OK');
});

test('pages are cut as asked, the newest first, and only of the day and of thirty days', async () => {
  for (const OutId of ['a', 'b', 'c']) await call('SendSms', { ...one, OutId });
  const page = await call('QuerySendDetails', { ...asked, PageSize: '2', CurrentPage: '2' });
  expect(page).toMatchObject({ TotalCount: '3', SmsSendDetailDTOs: { SmsSendDetailDTO: [{ OutId: 'a' }] } });
  expect(await call('QuerySendDetails', { ...asked, SendDate: '20261121' })).toMatchObject({
    TotalCount: '0',
  });
  for (const wrong of [
    { PageSize: '51' },
    { CurrentPage: '0' },
    { SendDate: '2026-11-22' },
    { SendDate: '20261001' },
  ]) {
    expect((await call('QuerySendDetails', { ...asked, ...wrong }))['Code']).toBe('isv.INVALID_PARAMETERS');
  }
});

test('trouble: no money, throttled, taken without an answer, away, slow', async () => {
  sms.outOfService(true);
  expect((await call('SendSms', one))['Code']).toBe('isv.OUT_OF_SERVICE');
  sms.outOfService(false);
  sms.throttles(1);
  expect(await call('SendSms', one)).toMatchObject({ status: 400, Code: 'Throttling.User' });
  sms.trouble.loseAnswers = 1;
  await expect(call('SendSms', one)).rejects.toThrow('fetch failed');
  expect(sms.carrier.messages.length).toBe(1);
  sms.trouble.unavailable = true;
  await expect(call('SendSms', one)).rejects.toThrow('JSON');
  expect(sms.carrier.messages.length).toBe(1);
  sms.trouble.unavailable = false;
  sms.trouble.delayMs = 60;
  const before = Date.now();
  expect((await call('SendSms', one))['Code']).toBe('OK');
  expect(Date.now() - before).toBeGreaterThanOrEqual(55);
});
