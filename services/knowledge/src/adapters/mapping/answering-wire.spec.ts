import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import { answeringCauses, answeringCodec } from './answering-wire';

const directory = join(__dirname, '../../../../../libs/contracts/golden');
const samples = readdirSync(directory)
  .filter((name) => name.startsWith('zhitong.knowledge.'))
  .map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')));
const clear = (box: Uint8Array) => box;

test('every event knowledge writes has a sample, and each is read as ever', () => {
  expect(samples.map(({ type }) => type)).toEqual(answeringCodec.types);
  for (const { type, fields, valueBase64 } of samples) {
    const event = { type: 'AnswerSought', ...fields };
    expect(answeringCodec.decode(type, new Uint8Array(Buffer.from(valueBase64, 'base64')), clear)).toEqual(
      event,
    );
  }
});

test('the words of an appeal are opened, or read erased', () => {
  const sealed = intake.AppealSubmittedPrivate.encode(
    intake.AppealSubmittedPrivate.fromPartial({ title: '退税', content: '如何申请', contactName: '陈明' }),
  ).finish();
  const value = intake.AppealSubmitted.encode(
    intake.AppealSubmitted.fromPartial({ kind: 'consultation', topic: 'tax', sealed }),
  ).finish();
  const type = 'zhitong.intake.v1.AppealSubmitted';
  const event = { type: 'AppealSubmitted', kind: 'consultation', topic: 'tax' };
  expect(answeringCauses.decode(type, value, clear)).toEqual({
    ...event,
    wording: { title: '退税', content: '如何申请' },
  });
  expect(answeringCauses.decode(type, value, () => 'erased')).toEqual({ ...event, wording: 'erased' });
});
