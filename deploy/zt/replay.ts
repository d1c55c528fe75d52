/**
 * `zt replay`: pushes appeals through the public channel API as an outside system would, bounded in flight,
 * waits until the instance has settled and accounts for every line. Labels never leave this process.
 */
import { closeSync, createReadStream, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaults } from '../launch/service-environment';
import { type CaseView, type Label, type Outcome, account, agreement, isSettled, reportRow } from './account';
import { namesOf } from './names';
import { type Reached, askOps, askStaff } from './reach';
import { ZtFailure, print, printJson, progress, progressDone } from './speak';

/** Flags of the command. */
export interface ReplayFlags {
  readonly report?: string;
  readonly inFlight?: string;
  readonly settleWithinS?: string;
  readonly json?: boolean;
}

interface Line {
  readonly line: number;
  readonly appeal?: Appeal;
  readonly broken?: string;
}

type Appeal = Record<string, unknown> & { id: string; channel: string; label?: Label };

const ATTEMPTS = 40;

/** Runs the command; exit code 1 when the account does not add up. */
export async function replay(file: string, reached: Reached, flags: ReplayFlags): Promise<number> {
  const lines = await readLines(file);
  assertWritable(flags.report);
  const inFlight = Math.max(1, Math.min(256, Number(flags.inFlight ?? 32) || 32));
  const startedAt = Date.now();
  let done = 0;
  const pushed = await inParallel(lines, inFlight, async (line) => {
    const outcome = await push(line, reached);
    done += 1;
    if (done % 50 === 0 || done === lines.length) progress(`推送 pushed ${done}/${lines.length}`);
    return outcome;
  });
  progressDone();
  const pushedMs = Date.now() - startedAt;
  const outcomes = await settled(pushed, reached, Number(flags.settleWithinS ?? 300));
  const { lines: text, sums, counts } = account(outcomes, await namesOf(reached));
  if (flags.report) {
    const rows = (await withCandidates(outcomes, reached)).map(reportRow);
    writeFileSync(flags.report, `${JSON.stringify(rows, null, 1)}\n`);
  }
  const repeated = outcomes.filter((outcome) => outcome.repeated).length;
  const accepted = outcomes.filter(({ id }) => id !== undefined).length;
  if (flags.json) {
    printJson({
      lines: outcomes.length,
      accepted,
      repeated,
      counts,
      sums,
      pushedMs,
      settledMs: Date.now() - startedAt,
    });
  } else {
    for (const one of text) print(one);
    if (repeated > 0 && repeated === accepted)
      print('全部此前已推送,未产生任何变化 · all of these were pushed before; nothing changed');
    else if (repeated > 0)
      print(`其中 ${repeated} 行此前已推送,未产生变化 · ${repeated} of them were pushed before`);
    print(`推送 ${seconds(pushedMs)} s,稳定 ${seconds(Date.now() - startedAt)} s · pushed in, settled in`);
    for (const one of agreement(outcomes, labelsOf(lines), learntIds(lines))) print(one);
  }
  return sums ? 0 : 1;
}

/** A report that cannot be written is told before anything is pushed, not after. */
function assertWritable(report: string | undefined): void {
  if (report === undefined) return;
  try {
    closeSync(openSync(report, 'a'));
  } catch {
    throw new ZtFailure(`无法写入 ${report}。`, `${report} cannot be written.`, 2);
  }
}

async function readLines(file: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const stream = createReadStream(file, 'utf8');
  let opened = true;
  stream.on('error', () => {
    opened = false;
  });
  let number = 0;
  try {
    for await (const text of createInterface({ input: stream })) {
      number += 1;
      if (text.trim() !== '') lines.push(parse(number, text));
    }
  } catch {
    opened = false;
  }
  if (!opened) throw new ZtFailure(`无法读取 ${file}。`, `${file} cannot be read.`, 2);
  return lines;
}

function parse(line: number, text: string): Line {
  try {
    const appeal = JSON.parse(text) as Appeal;
    if (typeof appeal?.id !== 'string' || typeof appeal.channel !== 'string') {
      return { line, broken: '缺少 id 或 channel · id or channel is missing' };
    }
    return { line, appeal };
  } catch {
    return { line, broken: '不是 JSON · not JSON' };
  }
}

function labelsOf(lines: readonly Line[]): ReadonlyMap<string, Label> {
  return new Map(lines.flatMap(({ appeal }) => (appeal?.label ? [[appeal.id, appeal.label]] : [])));
}

/** Lines that stand word for word among the teaching material of the demonstration profile. */
function learntIds(lines: readonly Line[]): ReadonlySet<string> {
  const file = join(defaults.profileDir, 'training', 'appeals.jsonl');
  const rows = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const taught = new Set(
    rows.flatMap((row) => (row.trim() === '' ? [] : [wordsOf(JSON.parse(row) as Appeal)])),
  );
  return new Set(lines.flatMap(({ appeal }) => (appeal && taught.has(wordsOf(appeal)) ? [appeal.id] : [])));
}

const wordsOf = ({ title, content }: Appeal): string => JSON.stringify([title, content]);

async function push({ line, appeal, broken }: Line, reached: Reached): Promise<Outcome> {
  if (!appeal) {
    const message = `第 ${line} 行 line ${line}: ${broken}`;
    return { line, sourceNumber: `line-${line}`, errors: [{ code: 'BAD_LINE', message }] };
  }
  const { id, channel, label: _label, ...rest } = appeal;
  const body = JSON.stringify({ sourceNumber: id, ...rest });
  const url = `${reached.address}/api/v1/channels/${encodeURIComponent(channel)}/appeals`;
  for (let attempt = 1; ; attempt++) {
    try {
      const headers = { 'content-type': 'application/json', 'accept-language': 'zh' };
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(20_000),
      });
      const answer = (await response.json()) as Answer;
      if (response.status === 201 || response.status === 200) {
        return {
          line,
          sourceNumber: id,
          id: answer.id,
          number: answer.number,
          repeated: response.status === 200,
        };
      }
      if (response.status < 500 && response.status !== 429) {
        return {
          line,
          sourceNumber: id,
          errors: answer.errors ?? [{ code: answer.code ?? `HTTP_${response.status}` }],
        };
      }
    } catch {
      // The connection broke: the push is repeated, the source number makes that harmless.
    }
    if (attempt >= ATTEMPTS) return { line, sourceNumber: id, errors: [{ code: 'UNREACHABLE' }] };
    await sleep(Math.min(2000, 50 * 2 ** attempt));
  }
}

interface Answer {
  readonly id: string;
  readonly number: string;
  readonly code?: string;
  readonly errors?: readonly { code: string; field?: string; message?: string }[];
}

/** Looks at every accepted case until none moves by itself any more and the readers have read everything. */
async function settled(
  pushed: readonly Outcome[],
  reached: Reached,
  withinS: number,
): Promise<readonly Outcome[]> {
  const until = Date.now() + withinS * 1000;
  const views = new Map<string, CaseView>();
  const accepted = pushed.filter(({ id }) => id !== undefined);
  for (;;) {
    const open = accepted.filter(({ id }) => !views.has(id ?? ''));
    await inParallel(open, 16, async ({ id }) => {
      const view = await caseView(reached, id ?? '');
      if (view && isSettled(view)) views.set(id ?? '', view);
    });
    if (accepted.length > 0) progress(`稳定 settled ${views.size}/${accepted.length}`);
    if (views.size === accepted.length && (await lagOf(reached)) === 0) break;
    if (Date.now() > until) break;
    await sleep(300);
  }
  progressDone();
  return inParallel(pushed, 16, async (outcome) => {
    const view = outcome.id === undefined ? undefined : await caseView(reached, outcome.id);
    return view ? { ...outcome, view } : outcome;
  });
}

async function caseView(reached: Reached, id: string): Promise<CaseView | undefined> {
  try {
    return await askStaff<CaseView>(reached, `/api/v1/cases/${id}`);
  } catch (error) {
    if (error instanceof ZtFailure || error instanceof TypeError || error instanceof DOMException)
      return undefined;
    throw error;
  }
}

/** The proposed units of every case: those that triage never sorted are asked for. */
async function withCandidates(outcomes: readonly Outcome[], reached: Reached): Promise<readonly Outcome[]> {
  return inParallel(outcomes, 8, async (outcome) => {
    if (!outcome.view || outcome.view.candidates.length > 0) return outcome;
    const path = `/api/v1/cases/${outcome.id}/candidates`;
    const { candidates } = await askStaff<{ candidates: CaseView['candidates'] }>(reached, path);
    return { ...outcome, asked: candidates };
  });
}

/** Records not yet read, over all services; unreachable services count as behind. */
async function lagOf(reached: Reached): Promise<number> {
  let lag = 0;
  for (const base of Object.values(reached.ops)) {
    const status = await askOps<{ loops?: { lag: number }[] }>(base, '/status');
    if (!status) lag += 1;
    for (const loop of status?.loops ?? []) lag += loop.lag;
  }
  return lag;
}

/** Runs `work` over all items, at most `atOnce` at a time; results in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
