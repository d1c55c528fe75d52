// What a person does to his appeals at an official account: follows them, adds, urges, withdraws, rates
// (IN-7). Which appeals are his the account remembers, or he shows it by number and query code. What intake
// decides is decided here, what casework decides is asked of it; what neither takes has its page.
import { type OwnAppeal, owning, type WechatPerson } from '../domain/wechat-person';
import type { Meant, Wish } from '../domain/wechat-wish';
import { executeCommand } from './execute-command';
import { findByNumber } from './find-appeal';
import type { EnterpriseCommand } from '../domain/appeal-commands';
import type { Account, ConversationPorts, Heard, Reaction, Say } from './wechat-ports';

type Act = Extract<
  Wish,
  { readonly wish: 'follow' | 'add' | 'urge' | 'withdraw' | 'satisfied' | 'dissatisfied' }
>;

/** How many appeals are shown at once. */
const SHOWN = 5;
/** Wrong query codes a person may try in a minute. */
const TRIES_PER_MINUTE = 5;

/** Carries out what a person wants of his appeals. */
export async function carryOut(
  act: Act,
  heard: Heard,
  person: WechatPerson,
  account: Account,
  ports: ConversationPorts,
): Promise<Reaction> {
  if (act.wish === 'follow' && act.meant === undefined) return list(person, account, ports);
  const found = await meantBy(act.meant, person, account, ports);
  if ('code' in found) return { person, says: [found], outcome: found.code };
  const owner = owning(person, found);
  if (act.wish === 'follow') return { person: owner, says: [await shown(found, ports)] };
  const refused = await given(act, found, `wechat:${heard.key}`, ports);
  if (refused !== undefined) return { person: owner, says: [refused], outcome: refused.code };
  return {
    person: owner,
    says: [{ code: `DONE_${act.wish.toUpperCase()}`, values: { number: found.number } }],
  };
}

async function list(person: WechatPerson, { page }: Account, ports: ConversationPorts): Promise<Reaction> {
  const appeals = person.appeals.slice(0, SHOWN);
  if (appeals.length === 0) return { person, says: [{ code: 'NO_APPEALS', values: { page } }] };
  const names = await Promise.all(
    appeals.map(async (one) => ports.nameOfStatus((await stateOf(one, ports)).status)),
  );
  const lines = (language: 'zh' | 'en') =>
    appeals.map(({ number }, at) => `${at + 1} ${number} ${names[at]?.[language] ?? ''}`).join('\n');
  return { person, says: [{ code: 'APPEALS', values: { list: { zh: lines('zh'), en: lines('en') } } }] };
}

async function shown(appeal: OwnAppeal, ports: ConversationPorts): Promise<Say> {
  const { status, answer } = await stateOf(appeal, ports);
  const values = { number: appeal.number, status: ports.nameOfStatus(status), answer };
  return { code: answer === '' ? 'APPEAL' : 'APPEAL_ANSWERED', values };
}

/** As casework sees it; until it does, as intake does. */
async function stateOf({ id }: OwnAppeal, { desk, intake }: ConversationPorts) {
  const file = await desk.look(id);
  if (file !== undefined) return file;
  const found = await intake.appeals.get(id);
  return { status: found?.appeal.status ?? 'submitted', answer: '' };
}

/** The appeal that is meant, or why there is none. */
async function meantBy(
  meant: Meant | undefined,
  person: WechatPerson,
  { door, page }: Account,
  ports: ConversationPorts,
): Promise<OwnAppeal | Say> {
  if (meant?.by === 'number') {
    const seconds = await ports.waitOf(`${door}/query-code`, TRIES_PER_MINUTE, person.id);
    if (seconds > 0) return { code: 'TOO_OFTEN', values: { seconds: String(seconds) } };
    const found = await findByNumber(meant, ports.intake);
    return found === undefined
      ? { code: 'APPEAL_UNKNOWN', values: { page } }
      : { id: found.appealId, number: meant.number };
  }
  const appeal = person.appeals[(meant?.place ?? 1) - 1];
  return appeal ?? { code: 'NO_APPEALS', values: { page } };
}

/** The refusal, or nothing. */
async function given(
  act: Exclude<Act, { wish: 'follow' }>,
  { id }: OwnAppeal,
  commandId: string,
  ports: ConversationPorts,
): Promise<Say | undefined> {
  if (act.wish === 'satisfied' || act.wish === 'dissatisfied') {
    const order = { appealId: id, commandId, rating: act.wish, comment: act.words };
    const refused = await ports.desk.rate(order);
    return refused && { code: refused.code, values: refused.params, of: 'casework' };
  }
  const actor = { role: 'enterprise', id: 'enterprise' };
  const outcome = await executeCommand({ id, command: commandOf(act), commandId, actor }, ports.intake);
  if (outcome.ok) return undefined;
  const { code, params } = outcome.rejection;
  return { code, values: params, of: 'intake' };
}

function commandOf({
  wish,
  words,
}: Exclude<Act, { wish: 'follow' }>): Exclude<EnterpriseCommand, { type: 'SubmitAppeal' }> {
  if (wish === 'add') return { type: 'AddMaterial', text: words, attachments: [] };
  if (wish === 'urge') return { type: 'UrgeAppeal', note: words };
  return { type: 'WithdrawAppeal', reason: words };
}
