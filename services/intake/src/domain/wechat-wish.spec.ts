// What people write to an official account, and what is understood of it.
import { readControl, readWish } from './wechat-wish';

const number = 'ZT260302000000017';
test.each([
  ['提交诉求', { wish: 'raise' }],
  [' 提交 ', { wish: 'raise' }],
  ['raise', { wish: 'raise' }],
  ['进度', { wish: 'follow' }],
  ['进度1', { wish: 'follow', meant: { by: 'place', place: 1 } }],
  ['进度：2', { wish: 'follow', meant: { by: 'place', place: 2 } }],
  [
    `进度 ${number.toLowerCase()}  abcd2345`,
    { wish: 'follow', meant: { by: 'number', number, queryCode: 'ABCD2345' } },
  ],
  [`${number} ABCD2345`, { wish: 'follow', meant: { by: 'number', number, queryCode: 'ABCD2345' } }],
  [
    '补充 1 现场照片，见附件：３ 张',
    { wish: 'add', meant: { by: 'place', place: 1 }, words: '现场照片，见附件：３ 张' },
  ],
  ['补充，又停电了', { wish: 'add', words: '又停电了' }],
  ['催办', { wish: 'urge', words: '' }],
  ['撤回 2 已解决', { wish: 'withdraw', meant: { by: 'place', place: 2 }, words: '已解决' }],
  ['不满意 1 没人来', { wish: 'dissatisfied', meant: { by: 'place', place: 1 }, words: '没人来' }],
  ['满意 1', { wish: 'satisfied', meant: { by: 'place', place: 1 }, words: '' }],
  [
    'dissatisfied 1 nobody came',
    { wish: 'dissatisfied', meant: { by: 'place', place: 1 }, words: 'nobody came' },
  ],
  ['English', { wish: 'english' }],
  ['？', { wish: 'unclear' }],
  ['?', { wish: 'help' }],
  ['', { wish: 'unclear' }],
  ['满意度怎么样', { wish: 'unclear' }],
  ['我们厂区断电了', { wish: 'unclear' }],
  ['进度 怎么还没有', { wish: 'unclear' }],
  ['=HYPERLINK("http://x")', { wish: 'unclear' }],
])('%s', (text, wish) => {
  expect(readWish(text)).toEqual(wish);
});

test('while a question is asked only the way back is understood, the rest is an answer', () => {
  const said = ['返回', '取消', 'English', '中文', '进度', '催办 1', '取消订单的问题'].map(readControl);
  expect(said).toEqual(['back', 'cancel', 'english', 'chinese', undefined, undefined, undefined]);
});
