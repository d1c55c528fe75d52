// What goes over the line to each vendor, and what its answers mean, against a server that answers as
// written.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outgoing, Provider } from '../../app/ports';
import { aliyunSms } from './aliyun-sms';
import { tencentSms } from './tencent-sms';

interface Heard {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const NOON = Date.parse('2026-03-02T12:00:00+08:00');
const KEY = { id: 'id', secret: 'secret' };
const templates = { received: { code: 'SMS_1', parameters: ['number', 'deadline'] } };
const letter: Outgoing = {
  messageId: 'i/a/w/1#received#enterprise',
  appealId: 'a',
  template: 'received',
  recipient: 'enterprise',
  unit: '',
  channel: 'sms',
  address: '+8619900009904',
  text: '【直通】编号YC-1',
  params: { number: 'YC-1', deadline: '一二三四五六七八九十一' },
  claimedAt: NOON,
};
const shared = { signature: '直通', longest: 10, timeoutMs: 500, templates };

async function against<T>(
  answer: (heard: Heard) => { status?: number; body?: unknown } | 'hangs',
  job: (open: Record<'aliyun' | 'tencent', Provider>, heard: readonly Heard[]) => Promise<T>,
): Promise<T> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://loopback');
      const one = { url, headers: request.headers, body };
      heard.push(one);
      const said = answer(one);
      if (said === 'hangs') return;
      response.writeHead(said.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(said.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const now = () => NOON;
  try {
    const aliyun = aliyunSms({ vendor: 'aliyun', name: 'aliyun', base, ...shared }, KEY, now);
    const region = 'ap-guangzhou';
    const settings = { vendor: 'tencent', name: 'tencent', base, region, appId: '1400006666' } as const;
    return await job({ aliyun, tencent: tencentSms({ ...settings, ...shared }, KEY, now) }, heard);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

test('Alibaba Cloud: template, values by name, our id as OutId; its BizId is kept', async () => {
  const answer = () => ({ body: { Code: 'OK', Message: 'OK', BizId: '9006^0', RequestId: 'r' } });
  await against(answer, async ({ aliyun }, heard) => {
    expect(await aliyun.send([letter])).toEqual([
      { outcome: 'sent', providerId: '9006^0', delivered: false },
    ]);
    expect(Object.fromEntries(heard[0]?.url.searchParams ?? [])).toEqual({
      PhoneNumbers: '19900009904',
      SignName: '直通',
      TemplateCode: 'SMS_1',
      OutId: 'i/a/w/1#received#enterprise',
      TemplateParam: '{"number":"YC-1","deadline":"一二三四五六七八九…"}',
    });
    expect(heard[0]?.headers).toMatchObject({ 'x-acs-action': 'SendSms', 'x-acs-version': '2017-05-25' });
  });
});

test('Tencent Cloud: template, values in order, our id as SessionContext; its SerialNo is kept', async () => {
  const status = { SerialNo: '5000:1', Code: 'Ok', SessionContext: letter.messageId };
  const answer = () => ({ body: { Response: { SendStatusSet: [status], RequestId: 'r' } } });
  await against(answer, async ({ tencent }, heard) => {
    expect(await tencent.send([letter])).toEqual([
      { outcome: 'sent', providerId: '5000:1', delivered: false },
    ]);
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({
      SmsSdkAppId: '1400006666',
      PhoneNumberSet: ['+8619900009904'],
      SignName: '直通',
      TemplateId: 'SMS_1',
      TemplateParamSet: ['YC-1', '一二三四五六七八九…'],
      SessionContext: letter.messageId,
    });
    expect(heard[0]?.headers).toMatchObject({ 'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11' });
  });
});

const minutely = { Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发分钟级流控Permits:1' };
const ofSet = (Code: string) => ({ Response: { SendStatusSet: [{ Code, SerialNo: '' }] } });
const ofCall = (Code: string) => ({ Response: { Error: { Code, Message: '' } } });
test.each<[vendor: 'aliyun' | 'tencent', status: number, body: unknown, said: object]>([
  ['aliyun', 200, minutely, { outcome: 'refused', fault: 'later', againAt: NOON + 60_000 }],
  ['aliyun', 200, { Code: 'isv.MOBILE_NUMBER_ILLEGAL' }, { outcome: 'refused', fault: 'recipient' }],
  ['aliyun', 200, { Code: 'isv.SMS_TEMPLATE_ILLEGAL' }, { outcome: 'refused', fault: 'message' }],
  ['aliyun', 400, { Code: 'Throttling.User' }, { outcome: 'refused', fault: 'provider' }],
  ['aliyun', 403, { Code: 'InvalidAccessKeyId.NotFound' }, { outcome: 'refused', fault: 'provider' }],
  ['aliyun', 502, undefined, { outcome: 'unsure', reason: 'http-502' }],
  [
    'tencent',
    200,
    ofSet('LimitExceeded.PhoneNumberOneHourLimit'),
    { fault: 'later', againAt: NOON + 3_600_000 },
  ],
  ['tencent', 200, ofSet('FailedOperation.PhoneNumberInBlacklist'), { fault: 'recipient' }],
  ['tencent', 200, ofSet('FailedOperation.TemplateIncorrectOrUnapproved'), { fault: 'message' }],
  ['tencent', 200, ofCall('RequestLimitExceeded'), { fault: 'provider' }],
  ['tencent', 200, ofCall('AuthFailure.SignatureFailure'), { fault: 'provider' }],
  ['tencent', 200, ofSet('InternalError.Timeout'), { outcome: 'unsure' }],
])('%s answers %i %j', async (vendor, status, body, said) => {
  await against(
    () => ({ status, body }),
    async (open) => {
      expect(await open[vendor].send([letter])).toMatchObject([said]);
    },
  );
});

const VENDORS = ['aliyun', 'tencent'] as const;
test.each(VENDORS)('%s: no connection is a refusal, no answer is not', async (vendor) => {
  await against(
    () => 'hangs',
    async (open) => {
      expect(await open[vendor].send([letter])).toEqual([{ outcome: 'unsure', reason: 'TimeoutError' }]);
      expect(await open[vendor].find([{ ...letter, offeredAt: NOON }])).toEqual(['silent']);
    },
  );
  const nobody = { name: 'n', base: 'http://127.0.0.1:2', ...shared };
  const gone =
    vendor === 'aliyun'
      ? aliyunSms({ vendor, ...nobody }, KEY, () => NOON)
      : tencentSms({ vendor, region: 'r', appId: '1', ...nobody }, KEY, () => NOON);
  const refused = { outcome: 'refused', fault: 'provider', reason: 'ECONNREFUSED' };
  expect(await gone.send([letter])).toEqual([refused]);
});

test('a letter without the values of its template is refused before anything goes out', async () => {
  const bare = { ...letter, params: {} };
  await against(
    () => ({}),
    async ({ aliyun, tencent }, heard) => {
      const refused = [{ outcome: 'refused', fault: 'message', reason: 'parameters-missing' }];
      expect(await aliyun.send([bare])).toEqual(refused);
      expect(await tencent.send([bare])).toEqual(refused);
      expect(heard).toEqual([]);
    },
  );
});

const MINUTE = 60_000;
const details = (rows: readonly object[]) => ({
  Code: 'OK',
  TotalCount: String(rows.length),
  SmsSendDetailDTOs: { SmsSendDetailDTO: rows },
});
const statuses = (rows: readonly object[]) => ({ Response: { PullSmsSendStatusSet: rows } });
test.each<[string, 'aliyun' | 'tencent', unknown, number, unknown]>([
  ['waits', 'aliyun', details([{ OutId: letter.messageId, SendStatus: 1 }]), 1, { delivered: false }],
  ['is delivered', 'aliyun', details([{ OutId: letter.messageId, SendStatus: 3 }]), 1, { delivered: true }],
  ['may still come', 'aliyun', details([{ OutId: 'other', SendStatus: 3 }]), 4, 'later'],
  ['was never taken', 'aliyun', details([]), 6, 'not-taken'],
  ['is beyond its records', 'aliyun', details([]), 31 * 1440, 'unknown'],
  ['is refused an answer', 'aliyun', { Code: 'isp.RAM_PERMISSION_DENY' }, 6, 'silent'],
  [
    'is delivered',
    'tencent',
    statuses([{ SessionContext: letter.messageId, SerialNo: '5', ReportStatus: 'SUCCESS' }]),
    1,
    { providerId: '5', delivered: true },
  ],
  ['may still come', 'tencent', statuses([]), 9, 'later'],
  ['cannot be told', 'tencent', statuses([]), 11, 'unknown'],
  ['is refused an answer', 'tencent', ofCall('RequestLimitExceeded'), 11, 'silent'],
])('a message that %s: %s', async (_, vendor, body, minutesAgo, found) => {
  await against(
    () => ({ body }),
    async (open, heard) => {
      const [answer] = await open[vendor].find([{ ...letter, offeredAt: NOON - minutesAgo * MINUTE }]);
      if (typeof found === 'string') expect(answer).toBe(found);
      else expect(answer).toMatchObject(found as object);
      const asked = vendor === 'aliyun' ? heard[0]?.url.search : heard[0]?.body;
      expect(asked).toContain('19900009904');
    },
  );
});
