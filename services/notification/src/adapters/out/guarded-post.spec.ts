// Hostile counterparts, one a row: names that lead inside, redirects, answers without an end, silence.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardedPost, listOf, mayReach } from './guarded-post';

const nothing = listOf([]);
const refused = [
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
  ],
  ...[
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
  ],
  ...['64:ff9b::a00:1', '2002:a00:1::', 'ff02::1', '2001:db8::1', '::127.0.0.1', '::ffff:7f00:1'],
];
test.each(refused)('%s is not reached', (address) => {
  expect(mayReach(address, nothing)).toBe(false);
});
test.each(['223.5.5.5', '2400:3200::1', '172.32.0.1', '100.128.0.1'])('%s is public', (address) => {
  expect(mayReach(address, nothing)).toBe(true);
});
test('a network the operator names is reached, and its neighbour is not', () => {
  const own = listOf(['10.20.0.0/16']);
  expect([mayReach('10.20.3.4', own), mayReach('10.21.3.4', own)]).toEqual([true, false]);
});

describe('a counterpart', () => {
  let server: http.Server;
  let port = 0;
  let hits = 0;
  let behave: (response: http.ServerResponse) => void = (response) => response.end('ok');
  const guard = { networks: ['127.0.0.0/8'], timeoutMs: 400, longestAnswer: 1000 };
  const post = (url: string, over: object = {}) =>
    guardedPost({ url, headers: { 'x-a': '1' }, body: '{}' }, { ...guard, ...over });

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      hits += 1;
      request.resume();
      behave(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    hits = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const own = () => `http://127.0.0.1:${port}/`;

  test('that is right is heard', async () => {
    expect(await post(own())).toEqual({ status: 200, body: 'ok' });
  });

  test('whose name leads inside is not called, whatever else the name leads to', async () => {
    const resolve = async () => ['223.5.5.5', '127.0.0.1'];
    const found = await post(`http://inside.example:${port}/`, { networks: [], resolve });
    expect([found, hits]).toEqual([{ failed: 'address-refused' }, 0]);
  });

  test('whose name changes between the look and the call is called where it was seen', async () => {
    const seen: string[] = [];
    const resolve = async () => {
      seen.push('look');
      return seen.length === 1 ? ['127.0.0.1'] : ['10.0.0.1'];
    };
    expect(await post(`http://rebound.example:${port}/`, { resolve })).toMatchObject({ status: 200 });
    expect(seen).toEqual(['look']);
  });

  test.each([
    ['an address inside as a number', 'http://2130706433/', 'address-refused'],
    ['the metadata of a cloud', 'http://169.254.169.254/latest/', 'address-refused'],
    ['IPv4 within IPv6', 'http://[::ffff:169.254.169.254]/', 'address-refused'],
  ])('%s is refused', async (_what, url, failed) => {
    expect(await post(url, { networks: [] })).toEqual({ failed });
  });

  test('in the open without TLS is refused', async () => {
    const resolve = async () => ['223.5.5.5'];
    expect(await post('http://open.example/', { resolve })).toEqual({ failed: 'scheme-refused' });
  });

  test('that sends on to an inner address is not followed', async () => {
    behave = (response) => response.writeHead(307, { location: own() }).end();
    expect(await post(own())).toMatchObject({ status: 307 });
    expect(hits).toBe(1);
  });

  test('whose answer has no end is cut off by its size', async () => {
    behave = (response) => {
      response.write('x'.repeat(5000));
    };
    expect(await post(own())).toEqual({ failed: 'answer-too-long' });
  });

  test.each([
    ['that says nothing', () => undefined],
    ['that drips', (response: http.ServerResponse) => void response.write('x')],
  ])('%s is cut off by time', async (_what, how) => {
    behave = how;
    expect(await post(own())).toEqual({ failed: 'too-slow' });
  });

  test('whose name server never answers is cut off by time', async () => {
    const resolve = () => new Promise<string[]>(() => undefined);
    expect(await post('https://slow.example/', { resolve })).toEqual({ failed: 'too-slow' });
  });

  test('that hangs up is told by its code', async () => {
    behave = (response) => response.socket?.destroy();
    expect(await post(own())).toMatchObject({ failed: expect.stringMatching(/ECONNRESET|no-answer/) });
  });
});
