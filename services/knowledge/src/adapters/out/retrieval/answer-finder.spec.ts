import type { LibraryArticle } from '../../../app/answer-port';
import { createAnswerFinder } from './answer-finder';
import { isInForce } from './article-index';

const article = (
  id: string,
  title: string,
  body: string,
  more: Partial<LibraryArticle> = {},
): LibraryArticle => ({
  id,
  type: 'faq',
  title,
  body,
  department: 'hrs',
  topic: 'labour',
  keywords: [],
  validFrom: '2024-01-01',
  validTo: null,
  ...more,
});

const articles = [
  article('K1', '企业简易注销指南', '未发生债权债务的企业可申请简易注销，公示20日。'),
  article('K2', '工伤认定申请时限', '单位应在事故发生之日起30日内提出工伤认定申请。'),
  article('K3', '工伤认定申请时限（旧）', '单位应在事故发生之日起15日内提出工伤认定申请。', {
    validTo: '2025-12-31',
  }),
  article('K4', '注销税务办法', '注销前须清税，领取清税证明。', { supersededBy: 'K1' }),
];
const finder = createAnswerFinder({ articles, questions: [], asOf: '2026-06-30' });

describe('finding an answer', () => {
  it('finds the article by its words and by how people say them', () => {
    expect(finder.find({ content: '工伤认定几天内申请' }).best?.articleId).toBe('K2');
    expect(finder.search('公司不开了怎么关门', 3)[0]?.articleId).toBe('K1');
  });

  it('never counts an article out of force or replaced', () => {
    const found = finder
      .search('工伤认定申请时限 注销税务办法 清税证明', 10)
      .map(({ articleId }) => articleId);
    expect(found).toEqual(expect.arrayContaining(['K1', 'K2']));
    expect(found).not.toContain('K3');
    expect(found).not.toContain('K4');
    expect(isInForce({ ...articles[2]!, validTo: '2026-06-30' }, '2026-06-30')).toBe(true);
  });

  it('is not sure of what it has never seen answered, and finds nothing in nothing', () => {
    expect(finder.find({ content: '工伤认定几天内申请' }).sure).toBe(false);
    expect(finder.find({ content: '！？' })).toEqual({ sure: false, alternatives: [] });
  });
});
