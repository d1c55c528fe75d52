import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import { AnswerSought } from '#contracts/gen/zhitong/knowledge/v1/events';
import { GetArticleRequest, SearchRequest } from '#contracts/gen/zhitong/knowledge/v1/service';
import type { Pack } from '#policy/pack';
import { sealWith } from '#platform/runtime/codec';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { memoryJournal } from '#testkit/memory-journal';
import { PROFILE } from '../test/library';
import { createKnowledge } from './service';

const at = Date.UTC(2026, 2, 2, 1);

async function world() {
  const journal = memoryJournal({ partitions: 2 });
  const vault = memoryVault();
  const absent = (): never => {
    throw new Error('not needed here');
  };
  const versions = {
    ...{
      pack: () => ({ kinds: [] }) as unknown as Pack,
      packFor: absent,
      packsInForce: absent,
      calendar: absent,
    },
    profile: () => PROFILE,
  };
  const host = memoryHost({ service: 'knowledge', journal, vault, versions, now: () => at });
  const asked: object[] = [];
  const knowledge = createKnowledge(host, {
    createFinder: ({ articles }) => ({
      find: (query) => {
        asked.push(query);
        const best = { articleId: 'K001', score: 0.99 };
        const sure = query.content.includes('留抵退税');
        return { best, sure, alternatives: [{ articleId: 'K002', score: 0.1 }] };
      },
      search: (text, limit) =>
        articles
          .filter(({ title }) => title.includes(text))
          .slice(0, limit)
          .map(({ id }, i) => ({ articleId: id, score: 9 - i })),
    }),
  });
  await knowledge.prepare?.();
  const plant = async (
    seq: number,
    name: string,
    encode: (seal: (b: Uint8Array) => Uint8Array) => Uint8Array,
  ) => {
    const id = `test/a1/intake.appeal/${seq}`;
    const value = encode(sealWith(await vault.ensure('a1'), id));
    const envelope = { basis: {}, commandId: '', minReader: 1, instance: 'test', traceparent: '' };
    const type = `zhitong.intake.v1.${name}`;
    await journal
      .open('others')
      .writer.append([{ ...envelope, id, key: 'a1', writer: 'intake.appeal', seq, type, at, value }]);
  };
  const submit = (content: string) =>
    plant(1, 'AppealSubmitted', (seal) => {
      const words = intake.AppealSubmittedPrivate.fromPartial({ title: '咨询', content });
      const sealed = seal(intake.AppealSubmittedPrivate.encode(words).finish());
      const fields = { kind: 'consultation', topic: 'tax', sealed };
      return intake.AppealSubmitted.encode(intake.AppealSubmitted.fromPartial(fields)).finish();
    });
  const admit = () =>
    plant(2, 'AppealAdmitted', () => {
      const fields = { kind: 'consultation', topic: 'tax' };
      return intake.AppealAdmitted.encode(intake.AppealAdmitted.fromPartial(fields)).finish();
    });
  const written = async () => {
    await host.runtime.start();
    await journal.settled();
    const records = [0, 1].flatMap((partition) => journal.partition(partition));
    const own = records.filter((record) => 'writer' in record && record.writer === 'knowledge.answering');
    return own.map(({ value }) => AnswerSought.decode(value));
  };
  const [binding] = knowledge.grpc;
  const call = (method: string, request: object) => binding?.handlers[method]?.(request as never);
  return { host, vault, asked, submit, admit, written, call };
}

test('an admitted appeal is searched for once, with its words, kind and topic', async () => {
  const { host, submit, admit, written, asked } = await world();
  await submit('留抵退税怎么申请');
  await admit();
  await admit();
  expect(await written()).toEqual([
    {
      articles: [
        { articleId: 'K001', score: 0.99 },
        { articleId: 'K002', score: 0.1 },
      ],
      sure: true,
    },
  ]);
  expect(asked).toEqual([{ title: '咨询', content: '留抵退税怎么申请', kind: 'consultation', topic: 'tax' }]);
  expect(await host.runtime.compare()).toMatchObject([{ documents: 1, differing: [] }]);
  await host.runtime.stop();
});

test('what is not admitted is not searched for', async () => {
  const { host, submit, written } = await world();
  await submit('留抵退税怎么申请');
  expect(await written()).toEqual([]);
  await host.runtime.stop();
});

test('an erased appeal finds nothing and is not sure', async () => {
  const { host, vault, submit, admit, written, asked } = await world();
  await submit('留抵退税怎么申请');
  await admit();
  vault.destroy('a1');
  expect(await written()).toEqual([{ articles: [], sure: false }]);
  expect(asked).toEqual([]);
  await host.runtime.stop();
});

test('search and single article', async () => {
  const { call } = await world();
  const search = (text: string, limit: number) => call('search', SearchRequest.fromPartial({ text, limit }));
  expect(await search('留抵', 1)).toMatchObject({
    articles: [{ id: 'K001', unit: 'tax', validTo: '', score: 9 }],
  });
  expect(await search('海关', 5)).toEqual({ articles: [] });
  const get = (id: string) => call('getArticle', GetArticleRequest.fromPartial({ id }));
  expect(await get('K003')).toMatchObject({ found: true, article: { id: 'K003', validTo: '2025-06-30' } });
  expect(await get('K999')).toMatchObject({ found: false });
  expect(await get('')).toMatchObject({ found: false });
});
