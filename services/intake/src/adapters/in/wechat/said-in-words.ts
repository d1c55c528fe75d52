// What an account says, as text in the language of the person.
import { APPEAL_STATUS } from '#contracts/appeal-status';
import { renderSentence } from '#contracts/render-sentence';
import type { Both, Say } from '../../../app/wechat-ports';

/** The sentences one below the other. */
export function saidInWords(says: readonly Say[], language: 'zh' | 'en'): string {
  return says.map(({ code, values, of = 'wechat' }) => renderSentence(of, code, values)[language]).join('\n');
}

/** What people read of a status. */
export function nameOfStatus(status: string): Both {
  const names: Readonly<Record<string, Both>> = APPEAL_STATUS;
  return names[status] ?? { zh: status, en: status };
}

/** A text of so many bytes at most, cut at a whole character. */
export function withinBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let kept = '';
  let bytes = Buffer.byteLength('…');
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    kept += character;
  }
  return `${kept}…`;
}
