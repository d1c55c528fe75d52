import { PeerUnavailable } from '#platform/edge/grpc-client';
import type { Peers } from '../../out/peers.grpc';
import { withLibraryAnswer } from './library-answer';

const article = { id: 'K001', title: '停电报修', body: '请拨打95598。', source: '供电公司' };

function library(getArticle: () => Promise<unknown>): Pick<Peers, 'knowledge'> {
  return { knowledge: { getArticle } as unknown as Peers['knowledge'] };
}

describe('an answer from the library', () => {
  it('is shown in the words of the article, with its source', async () => {
    const peers = library(async () => ({ found: true, article }));
    const { answer } = await withLibraryAnswer(peers, { answer: '', articleId: 'K001' });
    expect(answer).toBe('停电报修\n请拨打95598。(供电公司)');
  });

  it("gives way to a unit's own answer and asks for nothing where there is no article", async () => {
    const peers = library(() => Promise.reject(new Error('asked in vain')));
    expect((await withLibraryAnswer(peers, { answer: '已修复', articleId: 'K001' })).answer).toBe('已修复');
    expect((await withLibraryAnswer(peers, { answer: '', articleId: '' })).answer).toBe('');
  });

  it('does not keep the case from being shown while the library is away', async () => {
    const away = library(() => Promise.reject(new PeerUnavailable('knowledge', 'getArticle', 'away')));
    expect(await withLibraryAnswer(away, { answer: '', articleId: 'K001' })).toEqual({
      answer: '',
      articleId: 'K001',
    });
    const broken = library(() => Promise.reject(new TypeError('broken')));
    await expect(withLibraryAnswer(broken, { answer: '', articleId: 'K001' })).rejects.toThrow('broken');
  });
});
