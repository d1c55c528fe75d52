import { chinesePhone, instanceCodes } from './instance-codes';

describe('电话：phones that can be dialled', () => {
  test.each([
    ['19900006305', '+8619900006305'],
    ['+86 199 0000 6305', '+8619900006305'],
    ['0512-6522 1234', '+8651265221234'],
    ['400-820-8820', '+864008208820'],
    ['12345', undefined],
    ['65221234', undefined],
    ['1990000630', undefined],
    ['+12125550123', undefined],
    ['199abcd6305', undefined],
  ])('%s', (written, number) => {
    expect(chinesePhone(written)).toBe(number);
  });
});

describe('codes of an instance', () => {
  const codes = instanceCodes('demo', new Uint8Array(32).fill(7), 'ZT');
  const id = codes.appealId('web', 'W-1');

  test('door and source number make the id, for ever', () => {
    expect(id).toBe('44c75f70-12d4-5b10-b0bf-6538fa18a939');
    expect(codes.appealId('web', 'W-2')).not.toBe(id);
    expect(instanceCodes('other', new Uint8Array(32), 'ZT').appealId('web', 'W-1')).not.toBe(id);
  });
  test('another attempt is another number of the same day', () => {
    const [first, second] = [0, 1].map((attempt) => codes.number(id, Date.UTC(2026, 2, 2, 1), attempt));
    expect(first).not.toBe(second);
    expect(first?.slice(0, 8)).toBe(second?.slice(0, 8));
  });
  test('the query code needs the secret of the instance', () => {
    expect(codes.queryCode(id)).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(instanceCodes('demo', new Uint8Array(32), 'ZT').queryCode(id)).not.toBe(codes.queryCode(id));
  });
  test('codes are compared whole', () => {
    expect(codes.same('ABCD2345', 'ABCD2345')).toBe(true);
    expect(codes.same('ABCD2345', 'ABCD234')).toBe(false);
  });
});
