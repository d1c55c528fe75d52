import {
  headLine,
  keyLine,
  keysFileOf,
  readHead,
  readKeyLine,
  readRecordLine,
  recordLine,
} from './history-file';

const record = {
  id: 'demo/a/intake.appeal/1',
  key: 'a',
  writer: 'intake.appeal',
  seq: 1,
  type: 'zhitong.intake.v1.AppealSubmitted',
  at: 1_770_000_000_000,
  basis: { 'triage.routing': 3 },
  commandId: '',
  minReader: 1,
  instance: 'demo',
  traceparent: '',
  value: new Uint8Array([0, 255, 10, 13]),
};

test('what is written is read again, byte by byte', () => {
  const head = { instance: 'demo', partitions: 4, records: 1 };
  expect(readHead(headLine(head))).toEqual(head);
  expect(readRecordLine(recordLine(record))).toEqual(record);
  const key = new Uint8Array([1, 2, 250]);
  expect(readKeyLine(keyLine('a', key))).toEqual({ id: 'a', key });
  expect(keysFileOf('june.jsonl')).toBe('june.jsonl.keys');
});

test.each(['', '{', '7', 'null', '{"history":{"instance":"demo"}}', keyLine('a', new Uint8Array(1))])(
  'no head is taken from %j',
  (line) => expect(readHead(line)).toBeUndefined(),
);

test.each(['', '[]', '{"id":"x"}', headLine({ instance: 'demo', partitions: 4, records: 1 })])(
  'no record and no key is taken from %j',
  (line) => expect([readRecordLine(line), readKeyLine(line)]).toEqual([undefined, undefined]),
);
