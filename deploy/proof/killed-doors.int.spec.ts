// People chat with the official account and a unit hands its table in, over the real broker and store, while
// the web door and intake are killed under them: each matter is raised once and its number told to whoever
// raised it, each row is taken once. A person who is told that the account cannot answer does what people
// do: waits, asks how it stands, and begins again where nothing came of it (IN-1, IN-9).
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppealReported } from '#contracts/gen/zhitong/intake/v1/events';
import { isUnreadable } from '#platform/journal/record';
import { type Wechat, startWechat } from '#testkit/counterparts/wechat';
import { wechatApology } from '#testkit/counterparts/wechat-push';
import { filledRow, reportedFile } from '../../services/intake/test/reported-file';
import { projectRoot } from '../launch/cache';
import { freshDataDir } from '../test/data-dir';
import { sampleAppeals } from './appeals';
import { type Ground, differences, eventually, insist, quiet, raise } from './ground';
import { auditJournal } from './journal-audit';
import { readJournal } from './raw-journal';

jest.setTimeout(900_000);

const PEOPLE = 6;
const ROWS = 200;
const PERIOD = '2026Q1';
const NUMBER = /ZT\d{15}/;
/** From one message to the next, so that the kills fall between and into them. */
const THINKS_MS = 150;
const WAITS_MS = 3_000;

let ground: Ground;
let wechat: Wechat;

beforeAll(async () => {
  const packDir = join(projectRoot, 'deploy', 'packs');
  ground = await raise(freshDataDir('doors'), { packDir });
  const account = { appId: 'wx0123456789abcdef', ...ground.reached.accountSecrets('wechat') };
  wechat = await startWechat({ account });
  wechat.callsAt(`${ground.instance.address}/doors/wechat`);
});
afterAll(async () => {
  await wechat?.stop();
  await ground?.instance.stop();
});

const samples = sampleAppeals();
const matterOf = (person: number) => samples[(person * 7) % samples.length] ?? samples[0];

/** Says it and hears the answer; who is told to wait, because he wrote too often, waits and says it again. */
async function says(name: string, words: string): Promise<string> {
  for (;;) {
    await sleep(THINKS_MS);
    const answer = await wechat.user(name).says(words);
    const [, seconds] = /请 (\d+) 秒后再试/.exec(answer) ?? [];
    if (seconds === undefined) return answer;
    await sleep(Number(seconds) * 1000);
  }
}

/** Raises one matter, however often the account fails; its number, and how often it failed. */
async function raises(person: number): Promise<{ number: string; apologies: number }> {
  const name = `企业${person}`;
  const matter = matterOf(person);
  const { enterprise, title = '', content = '' } = matter ?? {};
  const course = [
    '取消',
    '提交诉求',
    enterprise?.uscc ?? '',
    '2',
    title,
    content,
    '殷某',
    `1990000${6400 + person}`,
  ];
  let apologies = 0;
  for (let turn = 0; turn < 40; turn += 1) {
    const answers: string[] = [];
    for (const words of [...course, '1']) {
      const answer = await says(name, words);
      answers.push(answer);
      if (answer === wechatApology) break;
    }
    const last = answers.at(-1) ?? '';
    const told = last === wechatApology ? await standing(name) : (NUMBER.exec(last)?.[0] ?? '');
    if (told !== '') return { number: told, apologies };
    if (last !== wechatApology) throw new Error(`${name} heard: ${answers.join(' / ')}`);
    apologies += 1;
  }
  throw new Error(`${name} was never given a number`);
}

/** What the account says of the person's appeals once it answers again: the number, or nothing. */
async function standing(name: string): Promise<string> {
  for (;;) {
    await sleep(WAITS_MS);
    const answer = await says(name, '进度');
    if (answer !== wechatApology) return NUMBER.exec(answer)?.[0] ?? '';
  }
}

async function kills(names: readonly string[]): Promise<void> {
  for (const name of names) {
    await sleep(1_500);
    await ground.instance.services[name]?.kill9();
  }
}

async function submittedNow() {
  const raw = await readJournal(ground.instance.infrastructure.brokers, 'proof');
  const items = raw.map(({ item }) => item);
  return { items, audit: auditJournal(items) };
}

it('each person’s matter is raised once and told to him, whoever is killed meanwhile', async () => {
  const people = Array.from({ length: PEOPLE }, (_, person) => person);
  const [raised] = await Promise.all([
    Promise.all(people.map((person) => raises(person))),
    kills(['intake', 'gateway', 'intake']),
  ]);
  await quiet(ground, 240_000);
  const { audit } = await submittedNow();
  expect(audit.problems).toEqual([]);
  expect(audit.appeals.size).toBe(PEOPLE);
  expect(new Set(raised.map(({ number }) => number)).size).toBe(PEOPLE);
  expect(raised.reduce((sum, { apologies }) => sum + apologies, 0)).toBeGreaterThan(0);
  for (const [person, { number }] of raised.entries()) {
    const path = `/api/v1/cases/${number}`;
    const { body } = await insist(ground, { path, role: 'clerk', actor: 'proof' });
    expect(body).toMatchObject({ number, channel: 'wechat', title: matterOf(person)?.title });
  }
  expect(await differences(ground)).toEqual([]);
});

/** Hands the file in, again and again until it is answered. */
async function handsIn(file: Buffer): Promise<string> {
  const headers = {
    authorization: `Bearer ${ground.reached.token('handler')}`,
    ...{ 'x-actor': 'wtr-1', 'x-unit': 'wtr', 'content-type': 'application/octet-stream' },
  };
  const url = `${ground.instance.address}/api/v1/reports/annex-3/tables?period=${PERIOD}`;
  return eventually('the table is stored', 120_000, async () => {
    const body = new Uint8Array(file);
    const reply = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
    if (reply === undefined || reply.status >= 500) return undefined;
    const answer = (await reply.json()) as { tableId?: string };
    expect([reply.status, answer]).toEqual([202, expect.objectContaining({ rows: ROWS })]);
    return answer.tableId;
  });
}

interface TableState {
  readonly state: string;
  readonly taken: number;
  readonly counted: number;
  readonly same: number;
}

it('a table is taken in once, each row, while intake is killed in the middle of it', async () => {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const content = `${samples[at % samples.length]?.content ?? ''}（第${at + 1}号厂房）`;
    return filledRow(at + 1, { 2: content });
  });
  const file = await reportedFile(rows);
  const tableId = await handsIn(file);
  const path = `/api/v1/tables/${tableId}`;
  const asked = { path, role: 'handler', actor: 'wtr-1', unit: 'wtr' };
  const state = () => insist<TableState>(ground, asked).then(({ body }) => body);
  const seen: number[] = [];
  for (let kill = 0; kill < 3; kill += 1) {
    const { taken } = await state();
    seen.push(taken);
    if (taken < ROWS) await ground.instance.services['intake']?.kill9();
    expect(await handsIn(file)).toBe(tableId);
  }
  await eventually('every row is taken', 240_000, async () =>
    (await state()).state === 'done' ? true : undefined,
  );
  const { counted, same } = await state();
  expect(counted + same).toBe(ROWS);
  expect(Math.min(...seen)).toBeLessThan(ROWS);
  await quiet(ground, 240_000);
  const { items, audit } = await submittedNow();
  expect(audit.problems).toEqual([]);
  const reported = items.flatMap((item) =>
    !isUnreadable(item) && item.type.endsWith('.AppealReported') ? [item] : [],
  );
  const events = new Map(reported.map((item) => [item.id, AppealReported.decode(item.value)]));
  expect(events.size).toBe(ROWS);
  expect(new Set(reported.map(({ key }) => key)).size).toBe(ROWS);
  expect(new Set([...events.values()].map(({ period }) => period))).toEqual(new Set([PERIOD]));
  expect(await differences(ground)).toEqual([]);
});
