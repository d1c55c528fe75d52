// A small library and a profile around it, for knowledge's own tests.
import type { Profile } from '#policy/profile';
import type { LibraryArticle } from '../src/app/answer-port';

const article = (id: string, title: string, body: string, change: Partial<LibraryArticle> = {}) => ({
  id,
  type: 'guide',
  title,
  body,
  department: 'tax',
  topic: 'tax',
  keywords: [],
  validFrom: '2025-01-01',
  validTo: null,
  source: '市税务局',
  ...change,
});

/** Two articles in force and one that has run out. */
export const ARTICLES = [
  article(
    'K001',
    '留抵退税办理指南',
    '纳税人通过电子税务局提交退还留抵税额申请表,税务机关十个工作日内审核。',
  ),
  article('K002', '食品经营许可证延续', '许可证届满三十日前提出延续申请,可全程网办。', {
    department: 'market',
  }),
  article('K003', '留抵退税旧办法', '留抵退税按旧办法办理。', { validTo: '2025-06-30' }),
];

/** A profile that holds the library and nothing else. */
export const PROFILE = {
  knowledge: ARTICLES,
  questions: [{ q: '留抵退税怎么申请?', answers: ['K001'] }],
  training: [],
} as unknown as Profile;
