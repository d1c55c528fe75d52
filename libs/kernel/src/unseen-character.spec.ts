import { unseenCharacter } from './unseen-character';

describe('a character nobody can see', () => {
  it.each([
    ['a zero-width space', '退\u200b税', '\u200b'],
    ['a direction override', '退税\u202e不到账', '\u202e'],
    ['a control character', '退税\u0007', '\u0007'],
    ['half of a surrogate pair', '退税\ud800不到账', '\ud800'],
    ['a letter drawn as nothing', '\u3164', '\u3164'],
    ['a pattern without dots', '\u2800', '\u2800'],
    ['a tag', '退税\u{e0041}', '\u{e0041}'],
  ])('is found: %s', (_what, text, unseen) => {
    expect(unseenCharacter(text)).toBe(unseen);
  });

  it.each(['退税不到账', '第一行\r\n\t第二行', '𠮷野家 😀 ☎\ufe0f', 'é e\u0301', ''])(
    'is not in %j',
    (text) => {
      expect(unseenCharacter(text)).toBeUndefined();
    },
  );
});
