// Sealing as WeChat does it, by the vectors WeChat published; the file of vectors says where each is from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openMessage, sealMessage, wechatSignature } from './message-crypt';

interface Account {
  readonly encodingAesKey: string;
  readonly appId: string;
}
interface Vectors {
  readonly accounts: Readonly<Record<'java' | 'python' | 'page', Account>>;
  readonly sealed: readonly {
    readonly whose: string;
    readonly account: 'java' | 'page';
    readonly message: string;
    readonly random: string;
    readonly sealed: string;
  }[];
  readonly opened: readonly {
    readonly whose: string;
    readonly sealed: string;
    readonly message: string | null;
  }[];
  readonly signed: readonly {
    readonly whose: string;
    readonly sum: string;
    readonly parts: readonly string[];
  }[];
}

const file = join(__dirname, '../../../../test/wechat-vectors.json');
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const { java: JAVA, python: PYTHON, page: PAGE } = vectors.accounts;

const opened = (sealed: string, account: Account) => {
  const read = openMessage(sealed, account);
  return read.ok ? Buffer.from(read.value).toString() : read.error;
};

describe('by the vectors WeChat published', () => {
  test.each(vectors.sealed)('$whose is sealed to the byte, and opened again', (vector) => {
    const account = vectors.accounts[vector.account];
    const random = Buffer.from(vector.random);
    expect(sealMessage(vector.message, { ...account, random })).toBe(vector.sealed);
    expect(opened(vector.sealed, account)).toBe(vector.message);
  });

  test.each(vectors.opened)('what the $whose sample receives is opened', ({ sealed, message }) => {
    const read = opened(sealed, PYTHON);
    expect(read).toContain('<ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName>');
    // The sample in C++ prints no plain text to compare with.
    expect(read).toBe(message ?? read);
  });

  test.each(vectors.signed)('$whose is signed as WeChat signs', ({ sum, parts }) => {
    expect(wechatSignature(parts)).toBe(sum);
  });
});

describe('what cannot be opened', () => {
  const random = Buffer.from('aaaabbbbccccdddd');
  const right = sealMessage('<xml></xml>', { ...JAVA, random });
  const bent = (change: (bytes: Buffer) => Buffer) => change(Buffer.from(right, 'base64')).toString('base64');
  test.each([
    ['is not base64', '*'.repeat(44)],
    ['is empty', ''],
    ['ends within a block', bent((bytes) => bytes.subarray(0, 48))],
    ['has the padding of another text', bent((bytes) => bytes.subarray(0, 32))],
    ['was bent in its last block', bent((bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.of(7)]))],
    ['was sealed with another key', sealMessage('x', { ...PAGE, random })],
  ])('%s', (_why, sealed) => {
    expect(opened(sealed, JAVA)).toBe('CIPHER_UNREADABLE');
  });

  test('claims to be longer than it is', () => {
    // The length begins the second block of 16, so it is bent by bending the first byte of the first one.
    const claimed = bent((bytes) => Buffer.from(bytes.map((byte, at) => (at === 0 ? byte ^ 0x7f : byte))));
    expect(opened(claimed, JAVA)).toBe('CIPHER_UNREADABLE');
  });

  test('is for another account', () => {
    expect(opened(sealMessage('x', { ...JAVA, appId: 'wx0000000000000000', random }), JAVA)).toBe(
      'APP_ID_WRONG',
    );
    expect(opened(sealMessage('x', { ...JAVA, appId: `${JAVA.appId}0`, random }), JAVA)).toBe('APP_ID_WRONG');
  });
});
