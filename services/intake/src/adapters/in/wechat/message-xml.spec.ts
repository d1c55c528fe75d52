// What is read as a message of WeChat, and what is not.
import { readMessageXml, writeMessageXml } from './message-xml';

test('texts stand in sections or bare; parts with parts in them are there without text', () => {
  const text = `<xml>
  <ToUserName><![CDATA[gh_1]]></ToUserName><CreateTime>1348831860</CreateTime>
  <Content><![CDATA[a < b && <!DOCTYPE x> &amp; ]]></Content><Bare>1 &lt; 2 &amp; 3</Bare>
  <ScanCodeInfo><ScanType><![CDATA[qrcode]]></ScanType></ScanCodeInfo>
</xml>`;
  expect(readMessageXml(text)).toMatchObject({
    ...{ ToUserName: 'gh_1', CreateTime: '1348831860', Content: 'a < b && <!DOCTYPE x> &amp; ' },
    Bare: '1 < 2 & 3',
  });
});

test('what is written is read again, whatever the words', () => {
  const words = { Content: 'a ]]> b <![CDATA[ & 厂区\n断电 ]]>', CreateTime: 12 };
  expect(readMessageXml(writeMessageXml(words))).toEqual({ ...words, CreateTime: '12' });
});

const BOMB = `<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><xml><A>&b;</A></xml>`;
test.each([
  ['nothing', ''],
  ['words', 'hello'],
  ['JSON', '{"a":1}'],
  ['an entity bomb', BOMB],
  ['a DTD', '<!DOCTYPE xml><xml><A>1</A></xml>'],
  ['a file from outside', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><A>&f;</A></xml>'],
  ['an entity nobody defined', '<xml><A>&nbsp;</A></xml>'],
  ['an instruction', '<?php echo 1 ?><xml><A>1</A></xml>'],
  ['a comment', '<xml><!-- x --><A>1</A></xml>'],
  ['another root', '<html><A>1</A></html>'],
  ['two roots', '<xml><A>1</A></xml><xml><A>1</A></xml>'],
  ['half a message', '<xml><A>1</A>'],
  ['an attribute', '<xml><A b="1">1</A></xml>'],
  ['a field that stands twice', '<xml><A>1</A><A>2</A></xml>'],
  ['a tower', `<xml>${'<A>'.repeat(40)}${'</A>'.repeat(40)}</xml>`],
  ['a crowd', `<xml>${Array.from({ length: 300 }, (_, at) => `<A${at}>1</A${at}>`).join('')}</xml>`],
  ['a control character', '<xml><A>\u0001</A></xml>'],
  ['half a character', '<xml><A>\ud800</A></xml>'],
  ['no field', '<xml></xml>'],
])('%s is no message', (_what, text) => {
  expect(readMessageXml(text)).toBeUndefined();
});
