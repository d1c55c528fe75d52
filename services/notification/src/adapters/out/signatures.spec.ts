// Against the examples the vendors publish themselves.
import { aliyunHeaders, aliyunQuery } from './aliyun-signature';
import { tencentHeaders } from './tencent-signature';

test('the published example of signature V3 of Alibaba Cloud', () => {
  const query = {
    RegionId: 'cn-shanghai',
    ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
  };
  const request = {
    host: 'ecs.cn-shanghai.aliyuncs.com',
    action: 'RunInstances',
    version: '2014-05-26',
    query,
    date: '2023-10-26T10:22:32Z',
    nonce: '3156853299f313e23d1673dc12e1703d',
  };
  const headers = aliyunHeaders(request, { id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' });
  expect(headers['authorization']).toBe(
    'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;' +
      'x-acs-date;x-acs-signature-nonce;x-acs-version,' +
      'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  );
});

test('names and values are written as RFC 3986 has them', () => {
  expect(aliyunQuery({ b: "a b*~'()!", a: '默认' })).toBe('a=%E9%BB%98%E8%AE%A4&b=a%20b%2A~%27%28%29%21');
});

test('the published example of signature v3 of Tencent Cloud', () => {
  const request = {
    host: 'cvm.tencentcloudapi.com',
    service: 'cvm',
    action: 'DescribeInstances',
    version: '2017-03-12',
    region: 'ap-guangzhou',
    body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
    timestamp: 1551113065,
  };
  const masked = '*'.repeat(32);
  const headers = tencentHeaders(request, { id: `AKID${masked}`, secret: masked });
  expect(headers['authorization']).toBe(
    `TC3-HMAC-SHA256 Credential=AKID${masked}/2019-02-25/cvm/tc3_request, ` +
      'SignedHeaders=content-type;host;x-tc-action, ' +
      'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
  );
});
