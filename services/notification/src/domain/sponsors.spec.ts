// 挂点联系领导 (IN-6; CR 二-7): the leader who looks after the enterprise is told of its appeal; of a protected one,
// or one nobody looks after, no leader is.
import { MessageDesk, OF_PROJECT, SPONSORED, SUBMITTED, YICHENG, wall } from '../../test/desk';
import type { MessageCause } from './message-events';

const text = { zh: '{enterprise}提出诉求{number}', en: '{enterprise} {number}' };
const PACK = {
  ...YICHENG,
  messages: [{ id: 'leader', on: 'admitted' as const, to: 'sponsors', channel: 'sms' as const, text }],
};
const at = wall('2026-03-02 09:00');

test.each<[string, object, string, readonly string[]]>([
  [
    'is told by the code it was admitted under',
    {},
    SPONSORED,
    ['sponsors 19900009907: 峄城甲公司提出诉求YC-1'],
  ],
  ['is not told of another enterprise', {}, '91320585XNMLW3NY0L', []],
  ['is not told of one without a code', {}, '', []],
  ['is not told of one that asked for protection', { protect: true }, SPONSORED, []],
])('%s', (_, more, uscc, letters) => {
  const admitted: MessageCause = { type: 'AppealAdmitted', packHash: 'p', uscc };
  const desk = new MessageDesk(PACK).happens(at, { ...SUBMITTED, ...more }).happens(at + 1, admitted);
  expect(desk.letters).toEqual(letters);
});

const told = (when: string, uscc: string) =>
  new MessageDesk(PACK)
    .happens(wall(when), SUBMITTED)
    .happens(wall(when) + 1, { type: 'AppealAdmitted', packHash: 'p', uscc })
    .letters.map((letter) => letter.slice(0, letter.indexOf(':')));

test('is told from the Chinese day on since which he looks after it, not before', () => {
  expect(told('2026-03-01 23:59', SPONSORED)).toEqual([]);
  expect(told('2026-03-02 00:00', SPONSORED)).toHaveLength(1);
});

test('of a key project is told of who carries it out, while it runs, beside the enterprise’s own', () => {
  expect(told('2026-04-30 23:59', OF_PROJECT)).toEqual([]);
  expect(told('2026-05-01 00:00', OF_PROJECT)).toEqual(['sponsors 19900009908']);
  expect(told('2026-05-31 23:59', SPONSORED)).toEqual(['sponsors 19900009907', 'sponsors 19900009908']);
  expect(told('2026-06-01 00:00', SPONSORED)).toEqual(['sponsors 19900009907']);
});
