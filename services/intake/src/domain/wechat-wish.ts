// What a person who writes to an official account wants, outside of a question that is being asked: a word of
// a closed list, then perhaps an appeal, then perhaps words. An appeal is meant by its place in the list one
// was shown, or by number and query code (IN-7).

/** Which appeal is meant; absent = the latest one. */
export type Meant =
  | { readonly by: 'place'; readonly place: number }
  | { readonly by: 'number'; readonly number: string; readonly queryCode: string };

/** What is wanted. */
export type Wish =
  | { readonly wish: 'raise' | 'back' | 'cancel' | 'help' | 'chinese' | 'english' | 'unclear' }
  | { readonly wish: 'follow'; readonly meant?: Meant }
  | {
      readonly wish: 'add' | 'urge' | 'withdraw' | 'satisfied' | 'dissatisfied';
      readonly meant?: Meant;
      readonly words: string;
    };

const WORDS: Readonly<Record<Wish['wish'], readonly string[]>> = {
  raise: ['提交诉求', '提交', '诉求', '我要诉求', 'raise'],
  follow: ['进度', '查询', '查询进度', 'follow', 'progress'],
  add: ['补充', 'add'],
  urge: ['催办', 'urge'],
  withdraw: ['撤回', 'withdraw'],
  satisfied: ['满意', 'satisfied'],
  dissatisfied: ['不满意', 'dissatisfied'],
  back: ['返回', '上一步', 'back'],
  cancel: ['取消', 'cancel'],
  help: ['帮助', '?', 'help'],
  chinese: ['中文', 'chinese'],
  english: ['英文', 'english'],
  unclear: [],
};

/** Keys of the account's menu; what a button may ask for. */
export const MENU_KEYS = { RAISE: 'raise', FOLLOW: 'follow', HELP: 'help' } as const;

const MEANT = /^(?:(?<place>\d{1,2})|(?<number>[A-Z]{2,4}\d{15})\s+(?<code>[A-Z\d]{4,16}))(?:\s+|$)/i;

/** Reads what is wanted. Only the words before what a person adds are read generously; those stay as sent. */
export function readWish(text: string): Wish {
  const said = text.trim();
  const { wish, rest } = headOf(said);
  if (wish === 'unclear') return numberAlone(said);
  if (!takesAppeal(wish)) return rest === '' ? { wish } : { wish: 'unclear' };
  const match = MEANT.exec(rest);
  const meant = match ? { meant: meantBy(match) } : {};
  const words = match ? rest.slice(match[0].length).trim() : rest;
  if (wish === 'follow') return words === '' ? { wish, ...meant } : { wish: 'unclear' };
  return { wish, ...meant, words };
}

/** The words that are understood while a question is being asked; everything else is its answer. */
export function readControl(text: string): 'back' | 'cancel' | 'chinese' | 'english' | undefined {
  const { wish } = readWish(text);
  return wish === 'back' || wish === 'cancel' || wish === 'chinese' || wish === 'english' ? wish : undefined;
}

/** Number and query code without a word before them: whoever holds a receipt wants to know. */
function numberAlone(said: string): Wish {
  const match = MEANT.exec(said);
  const follows = match?.groups?.['number'] !== undefined && match[0].length === said.length;
  return follows ? { wish: 'follow', meant: meantBy(match) } : { wish: 'unclear' };
}

/** The longest word of the list the text begins with, and what comes after it. */
function headOf(said: string): { readonly wish: Wish['wish']; readonly rest: string } {
  const known = Object.entries(WORDS) as [Wish['wish'], readonly string[]][];
  const heads = known
    .flatMap(([wish, words]) => words.map((word) => ({ wish, word })))
    .filter(({ word }) => said.toLowerCase().startsWith(word))
    .filter(({ word }) => !/^\p{L}/u.test(said.slice(word.length)))
    .sort((left, right) => right.word.length - left.word.length);
  const [head] = heads;
  if (head === undefined) return { wish: 'unclear', rest: '' };
  return { wish: head.wish, rest: said.slice(head.word.length).replace(/^[\s:：,，]+/, '') };
}

function takesAppeal(
  wish: Wish['wish'],
): wish is 'follow' | 'add' | 'urge' | 'withdraw' | 'satisfied' | 'dissatisfied' {
  return ['follow', 'add', 'urge', 'withdraw', 'satisfied', 'dissatisfied'].includes(wish);
}

function meantBy({ groups = {} }: RegExpExecArray): Meant {
  const { place, number = '', code = '' } = groups as Partial<Record<string, string>>;
  if (place !== undefined) return { by: 'place', place: Number(place) };
  return { by: 'number', number: number.toUpperCase(), queryCode: code.toUpperCase() };
}
