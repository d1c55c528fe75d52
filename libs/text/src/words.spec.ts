import { characterGrams, cutWords, normalise } from './words';

describe('reading a text', () => {
  it('makes full width, case and invisible characters the same', () => {
    expect(normalise('ＡＢＣ１２３\u200b停电')).toBe('abc123停电');
  });

  it('cuts whole words and leaves punctuation out', () => {
    expect(cutWords('营业执照，变更！')).toEqual(['营业执照', '变更']);
  });

  it('lets no gram reach over punctuation', () => {
    expect(characterGrams('停电，了', 2, 3)).toEqual(['停电']);
    expect(characterGrams('停电了', 2, 3)).toEqual(['停电', '停电了', '电了']);
  });
});
