// The vectors are Tencent's: those of the sample `Sample.py` and of the test class of the Java sample
// (WXBizMsgCrypt, published with the message encryption of the platform).
import { createCipheriv } from 'node:crypto';
import { openWechat, sealWechat, wechatSignature } from './wechat-crypt';
import { readWechatXml, writeWechatXml } from './wechat-xml';

const key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const appId = 'wx2c2769f8efd9abc2';
const pushed = [
  'hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2L',
  'dJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6u',
  'x5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJ',
  'pXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCz',
  'pu9GhglF2PE=',
].join('');

test('the sample of the platform is signed and opened as published', () => {
  expect(wechatSignature('spamtest', '1409735669', '1320562132', pushed)).toBe(
    '5d197aaffba7e9b25a30732f161a50dee96bd5fa',
  );
  const opened = openWechat(key, appId, pushed);
  const fields = readWechatXml('message' in opened ? opened.message : '');
  expect(fields).toMatchObject({
    ToUserName: 'gh_10f6c3c3ac5a',
    FromUserName: 'oyORnuP8q7ou2gfYjqLzSIWZf0rs',
    MsgType: 'text',
    Content: 'abcdteT',
    MsgId: '6054768590064713728',
  });
});

test('the sample of the Java test is sealed byte for byte', () => {
  const random = Buffer.from('aaaabbbbccccdddd');
  const sealed = sealWechat(key, 'wxb11529c136998cb6', '我是中文abcd123', random);
  expect(sealed).toBe(
    'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==',
  );
});

test.each([
  ['for another account', 'wx0000000000000000', pushed, '-40005'],
  ['cut at the end', appId, pushed.slice(0, -12), '-40007'],
  ['not base64', appId, `${pushed.slice(0, -1)}!`, '-40010'],
  ['another last block', appId, `${pushed.slice(0, -44)}${'A'.repeat(43)}=`, '-40008'],
])('is not opened: %s', (_, id, sealed, code) => {
  expect(openWechat(key, id, sealed)).toEqual({ fault: expect.stringContaining(code) });
});

test('padding of which only the last byte is right is refused', () => {
  const aes = Buffer.from(`${key}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false);
  const open = Buffer.from(`${'r'.repeat(16)}\0\0\0\u0001x${appId}`);
  const padded = Buffer.concat([open, Buffer.alloc(64 - open.length - 1), Buffer.from([64 - open.length])]);
  const sealed = cipher.update(padded).toString('base64');
  expect(openWechat(key, appId, sealed)).toEqual({ fault: expect.stringContaining('-40008') });
});

test('what people write comes through the XML unharmed, and a document type does not', () => {
  const Content = '<b>&amp; ]]> 你好\n "x"';
  expect(readWechatXml(writeWechatXml({ Content, MsgId: 24086087575195331n }))).toEqual({
    Content,
    MsgId: '24086087575195331',
  });
  expect(readWechatXml('<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>')).toBeUndefined();
  expect(readWechatXml('<xml><A>&a;</A></xml>')).toBeUndefined();
  expect(readWechatXml('<xml><A>1</B></xml>')).toBeUndefined();
  expect(readWechatXml('<xml><A>1</A></xml>x')).toBeUndefined();
  expect(readWechatXml('{"errcode":0}')).toBeUndefined();
});
