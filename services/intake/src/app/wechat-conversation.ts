// A person writes to an official account, and is answered (IN-1, IN-7). Messages of one person are taken one
// after the other; what is remembered of him is written once, after what was done, so that a message whose
// answer was lost – also by a crash – does nothing twice: an appeal is one by its source number, a command by
// the message's key.
import { creditCodeProblem } from '#policy/credit-code';
import type { FieldProblem } from '../domain/plain-text';
import { doorProblem } from '../domain/submission';
import {
  type Answered,
  answersBefore,
  type Choice,
  type DialogueFacts,
  draftOf,
  looksLikeCode,
  questionAfter,
  submissionOf,
  takeAnswer,
  takeBack,
} from '../domain/wechat-dialogue';
import {
  answering,
  drafting,
  newPerson,
  owning,
  rememberedAt,
  type WechatPerson,
  withoutDraft,
} from '../domain/wechat-person';
import { MENU_KEYS, readControl, readWish } from '../domain/wechat-wish';
import { submitAppeal } from './submit-appeal';
import { carryOut } from './wechat-acts';
import type { Account, ConversationPorts, Heard, Reaction, Say } from './wechat-ports';

/** Answers messages in text; empty = nothing is to be said. */
export function wechatConversation(
  ports: ConversationPorts,
): (heard: Heard, account: Account) => Promise<string> {
  return async (heard, account) => {
    const id = ports.codeOf(`${account.door}/${heard.person}`);
    // The key of an event holds the OpenID, and keys stand in the store and in the journal.
    const key = ports.codeOf(`${id}/${heard.key}`);
    return ports.inTurn(id, () => answerOnce(id, { ...heard, key }, account, ports));
  };
}

/** Forgets what has ended. */
export async function forgetEnded({
  people,
  inTurn,
  now,
}: Pick<ConversationPorts, 'people' | 'inTurn' | 'now'>): Promise<void> {
  for (const { id } of await people.ended(now())) {
    await inTurn(id, async () => {
      const person = await people.get(id);
      if (person !== undefined) await people.put(rememberedAt(person, now()));
    });
  }
}

async function answerOnce(
  id: string,
  heard: Heard,
  account: Account,
  ports: ConversationPorts,
): Promise<string> {
  const now = ports.now();
  const known = await ports.people.get(id);
  const before = known ?? newPerson(id, account.door);
  const person = { ...rememberedAt(before, now), openId: heard.person };
  const repeated = person.heard.find(({ key }) => key === heard.key);
  if (repeated !== undefined) return counted(account, ports, 'repeated', repeated.reply);
  if (heard.said.kind === 'left') {
    if (known !== undefined) await ports.people.put(newPerson(id, account.door));
    return counted(account, ports, 'left', '');
  }
  if (heard.said.kind === 'nothing') return counted(account, ports, 'nothing', '');
  const text = (says: readonly Say[]) => ports.textOf(says, person.language);
  const seconds = await ports.waitOf(account.door, account.perMinutePerPerson, id);
  if (seconds > 0)
    return counted(account, ports, 'TOO_OFTEN', text([say('TOO_OFTEN', { seconds: String(seconds) })]));
  if (!account.open)
    return counted(account, ports, 'DOOR_CLOSED', text([say('CLOSED', { page: account.page })]));
  const expired = before.draft !== undefined && person.draft === undefined;
  const reaction = await reactionTo(heard, person, account, ports);
  const says = [...(expired ? [say('EXPIRED')] : []), ...reaction.says];
  const reply = ports.textOf(says, reaction.person.language);
  await ports.people.put(answering(reaction.person, heard.key, reply, now));
  return counted(account, ports, reaction.outcome ?? 'answered', reply);
}

function counted({ door }: Account, ports: ConversationPorts, outcome: string, reply: string): string {
  ports.count(door, outcome);
  return reply;
}

async function reactionTo(
  heard: Heard,
  person: WechatPerson,
  account: Account,
  ports: ConversationPorts,
): Promise<Reaction> {
  const { said } = heard;
  if (said.kind === 'arrived')
    return { person, says: [say('GREETING'), say('HELP', { page: account.page })] };
  if (said.kind === 'pressed') return pressed(said.key, heard, person, account, ports);
  if (said.kind === 'wordless') return { person, says: [say('WORDS_ONLY', { page: account.page })] };
  const words = said.kind === 'words' ? said.text : '';
  return person.draft === undefined
    ? wished(words, heard, person, account, ports)
    : drafted(words, person, person.draft, account, ports);
}

/** A button of the menu works at any time; a draft under way stays. */
async function pressed(
  key: string,
  heard: Heard,
  person: WechatPerson,
  account: Account,
  ports: ConversationPorts,
): Promise<Reaction> {
  if (key === MENU_KEYS.RAISE) return begin(heard, person, account, ports);
  if (key === MENU_KEYS.FOLLOW) return carryOut({ wish: 'follow' }, heard, person, account, ports);
  return { person, says: [say('HELP', { page: account.page })] };
}

async function wished(
  words: string,
  heard: Heard,
  person: WechatPerson,
  account: Account,
  ports: ConversationPorts,
): Promise<Reaction> {
  const wish = readWish(words);
  switch (wish.wish) {
    case 'raise':
      return begin(heard, person, account, ports);
    case 'chinese':
    case 'english':
      return inLanguage(wish.wish, person, [say('LANGUAGE'), say('HELP', { page: account.page })]);
    case 'help':
      return { person, says: [say('HELP', { page: account.page })] };
    case 'back':
    case 'cancel':
    case 'unclear':
      return { person, says: [say('UNCLEAR'), say('HELP', { page: account.page })] };
    default:
      return carryOut(wish, heard, person, account, ports);
  }
}

function inLanguage(wish: 'chinese' | 'english', person: WechatPerson, says: readonly Say[]): Reaction {
  return { person: { ...person, language: wish === 'english' ? 'en' : 'zh' }, says };
}

/** Begins a draft, or asks again what one under way still needs. */
function begin(heard: Heard, person: WechatPerson, { door }: Account, ports: ConversationPorts): Reaction {
  const kinds = kindsAt(door, ports);
  if (person.draft !== undefined) return { person, says: [questionOf(person.draft.answers, kinds, ports)] };
  const begun = drafting(person, `wx-${person.id}-${heard.key.slice(0, 16)}`, [], ports.now());
  return { person: begun, says: [questionOf([], kinds, ports), say('HINT')] };
}

async function drafted(
  words: string,
  person: WechatPerson,
  draft: NonNullable<WechatPerson['draft']>,
  account: Account,
  ports: ConversationPorts,
): Promise<Reaction> {
  const kinds = kindsAt(account.door, ports);
  const asked = (answers: readonly Answered[], first: readonly Say[] = []): Reaction => ({
    person: drafting(person, draft.sourceNumber, answers, ports.now()),
    says: [...first, questionOf(answers, kinds, ports)],
  });
  const control = readControl(words);
  if (control === 'cancel') return { person: withoutDraft(person), says: [say('CANCELLED')] };
  if (control === 'back') return asked(takeBack(draft.answers));
  if (control === 'chinese' || control === 'english') {
    return inLanguage(control, person, [questionOf(draft.answers, kinds, ports)]);
  }
  const facts = await factsFor(words, draft.answers, kinds, account, ports);
  const turn = takeAnswer(draft.answers, words, facts);
  if (turn.problem !== undefined)
    return { ...asked(turn.answers, [saidOf(turn.problem)]), outcome: turn.problem.code };
  if (turn.submit !== true) return asked(turn.answers);
  const answer = await submitAppeal(
    submissionOf(draftOf(turn.answers), account.door, draft.sourceNumber),
    ports.intake,
  );
  if (answer.outcome === 'refused') {
    const [problem] = answer.problems;
    if (problem === undefined) throw new Error('Refused without a problem');
    return { ...asked(answersBefore(turn.answers, problem), [saidOf(problem)]), outcome: problem.code };
  }
  const { id, number, queryCode } = answer.receipt;
  return {
    person: owning(withoutDraft(person), { id, number }),
    says: [say('RECEIPT', { number, queryCode, page: account.page })],
    outcome: answer.outcome,
  };
}

/** What register and door say to words that name an enterprise. */
async function factsFor(
  words: string,
  answers: readonly Answered[],
  kinds: readonly Choice[],
  { door }: Account,
  { intake, regions, regionPrefixes }: ConversationPorts,
): Promise<DialogueFacts> {
  const facts = { kinds, regions, lists: intake.lists() };
  const question = questionAfter(answers, facts);
  if (question !== 'enterprise' && question !== 'uscc') return facts;
  const uscc = words.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (question === 'enterprise' && !looksLikeCode(words)) {
    const named = await intake.register.byName(words);
    return { ...facts, found: named.length === 1 ? named[0] : undefined };
  }
  const found = creditCodeProblem(uscc) === null ? await intake.register.byCode(uscc) : undefined;
  const refuses = intake.packFor(door, '').doors.find(({ id }) => id === door)?.wrongCode === 'refuse';
  const claim = { uscc, topic: '', tags: [] };
  const against = refuses
    ? doorProblem(claim, { registered: found !== undefined, regionPrefixes })
    : undefined;
  return { ...facts, found, codeProblem: against };
}

/** The kinds that the packs governing this door know. */
function kindsAt(door: string, { intake }: ConversationPorts): readonly Choice[] {
  return [...new Set(intake.lists().kinds)].flatMap((kind) => {
    const pack = intake.packFor(door, kind);
    const known = pack.doors.some(({ id }) => id === door) && pack.kinds.find(({ id }) => id === kind);
    return known ? [{ id: known.id, title: known.title }] : [];
  });
}

function questionOf(
  answers: readonly Answered[],
  kinds: readonly Choice[],
  { regions }: ConversationPorts,
): Say {
  const question = questionAfter(answers, { kinds });
  const draft = draftOf(answers);
  const kind = kinds.find(({ id }) => id === draft.kind)?.title ?? '–';
  const region = regions.find(({ id }) => id === draft.region)?.title ?? '–';
  const choices = numbered(question === 'region' ? regions : kinds);
  const {
    enterpriseName = '–',
    uscc = '',
    title = '',
    content = '',
    contactName = '',
    contactPhone = '',
  } = draft;
  const values = {
    enterpriseName,
    uscc: uscc || '–',
    kind,
    region,
    title,
    contactName,
    contactPhone,
    choices,
  };
  return say(`ASK_${question.toUpperCase()}`, { ...values, content: excerpt(content) });
}

function numbered(choices: readonly Choice[]) {
  const lines = (language: 'zh' | 'en') =>
    choices.map(({ title }, at) => `${at + 1} ${title[language]}`).join('\n');
  return { zh: lines('zh'), en: lines('en') };
}

function excerpt(text: string): string {
  const characters = [...text];
  return characters.length > 200 ? `${characters.slice(0, 200).join('')}…` : text;
}

function saidOf({ code, params }: FieldProblem): Say {
  return code === 'CHOICE_UNKNOWN' ? say(code, params) : { code, values: params, of: 'intake' };
}

/** One thing to be said in the account's own words. */
function say(code: string, values: Say['values'] = {}): Say {
  return { code, values };
}
