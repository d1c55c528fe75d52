import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as knowledge from '#contracts/gen/zhitong/knowledge/v1/events';
import { type EventCodec, openWith, sealWith } from '#platform/runtime/codec';
import type { DeliberationEvent } from '../../domain/deliberation-events';
import type { RoutingEvent } from '../../domain/routing-events';
import { deliberationCodec } from './deliberation-wire';
import { routingCauses } from './routing-causes';
import { routingCodec } from './routing-wire';

type Written = RoutingEvent | DeliberationEvent;

interface Sample {
  readonly type: string;
  readonly fields: Omit<Written, 'type'>;
  readonly valueBase64: string;
}

const directory = join(__dirname, '../../../../../libs/contracts/golden');
const samples = readdirSync(directory)
  .filter((name) => name.startsWith('zhitong.triage.'))
  .map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as Sample);
const eventOf = ({ type, fields }: Sample) =>
  ({ type: type.slice(type.lastIndexOf('.') + 1), ...fields }) as Written;
const codecs = [routingCodec, deliberationCodec] as readonly EventCodec<Written>[];
/** The codec of the aggregate that writes the type. */
function codecOf(type: string): EventCodec<Written> {
  const found = codecs.find(({ types }) => types.includes(type));
  if (found === undefined) throw new Error(`${type} is written by nobody`);
  return found;
}
const SEALED = ['reason', 'note', 'conclusion'];
const clear = (box: Uint8Array) => box;

test('every event triage writes has a sample', () => {
  expect([...new Set(samples.map(({ type }) => type))].sort()).toEqual(
    codecs.flatMap(({ types }) => types).sort(),
  );
});

test.each(samples)('a stored $type is read as ever', (sample) => {
  const bytes = new Uint8Array(Buffer.from(sample.valueBase64, 'base64'));
  expect(codecOf(sample.type).decode(sample.type, bytes, clear)).toEqual(eventOf(sample));
});

test.each(samples)('$type: sealed words come back, and read erased when the key is gone', (sample) => {
  const key = new Uint8Array(randomBytes(32));
  const event = eventOf(sample);
  const codec = codecOf(sample.type);
  const { type, value } = codec.encode(event, sealWith(key, 'i/k/w/1'));
  expect(codec.decode(type, value, openWith(key, 'i/k/w/1'))).toEqual(event);
  const erased = codec.decode(type, value, openWith('destroyed', 'i/k/w/1'));
  const expected = Object.fromEntries(
    Object.entries(event).map(([name, held]) => [name, SEALED.includes(name) ? 'erased' : held]),
  );
  expect(erased).toEqual(expected);
  for (const word of ['派错单位', '属市场监管', '顾问', '管网维护', '供水单位牵头']) {
    expect(Buffer.from(value).includes(Buffer.from(word))).toBe(false);
  }
});

describe('events of the others', () => {
  test('the words of an appeal are opened, or read erased', () => {
    const words = { title: '退税', content: '至今未到', contactName: '陈明', contactPhone: '19900001234' };
    const sealed = intake.AppealSubmittedPrivate.encode(
      intake.AppealSubmittedPrivate.fromPartial(words),
    ).finish();
    const fields = { kind: 'help', topic: 'tax', region: 'r1', sealed };
    const value = intake.AppealSubmitted.encode(intake.AppealSubmitted.fromPartial(fields)).finish();
    const type = 'zhitong.intake.v1.AppealSubmitted';
    const event = { type: 'AppealSubmitted', kind: 'help', topic: 'tax', region: 'r1' };
    const wording = { title: '退税', content: '至今未到' };
    expect(routingCauses.decode(type, value, clear)).toEqual({ ...event, wording });
    expect(routingCauses.decode(type, value, () => 'erased')).toEqual({ ...event, wording: 'erased' });
  });

  test('of a search only the best article counts', () => {
    const type = 'zhitong.knowledge.v1.AnswerSought';
    const decode = (articles: knowledge.ArticleScore[]) =>
      routingCauses.decode(type, knowledge.AnswerSought.encode({ articles, sure: true }).finish(), clear);
    const best = { articleId: 'K001', score: 0.5 };
    expect(decode([best, { articleId: 'K002', score: 0.25 }])).toEqual({
      type: 'AnswerSought',
      best,
      sure: true,
    });
    expect(decode([])).toEqual({ type: 'AnswerSought', best: null, sure: true });
  });

  test('an objection keeps what the unit proposes, not its words', () => {
    const fields = { dispatchNo: 2, unit: 'tax', proposedUnit: 'market', late: true, by: 'li' };
    const message = casework.DispatchObjected.fromPartial({ ...fields, sealed: new Uint8Array([1, 2]) });
    const value = casework.DispatchObjected.encode(message).finish();
    expect(routingCauses.decode('zhitong.casework.v1.DispatchObjected', value, clear)).toEqual({
      type: 'DispatchObjected',
      dispatchNo: 2,
      proposedUnit: 'market',
      late: true,
    });
  });
});
