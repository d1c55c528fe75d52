/** Files of the legal-person register 法人库: sent in parts, waited for, and what was wrong with them row by row. */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { INTAKE_SENTENCES } from '#contracts/sentences/intake';
import { type Reached, askAs, tellAs } from './reach';
import { ZtFailure, print, printJson, progress, progressDone } from './speak';

/** Flags of the command. */
export interface RegisterFlags {
  readonly delta?: boolean;
  readonly strict?: boolean;
  readonly shrinks?: boolean;
  readonly format?: string;
  readonly by?: string;
  readonly json?: boolean;
}

interface State {
  readonly importId: string;
  readonly state: string;
  readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, string>> } | null;
  readonly received: number;
  readonly rows: number;
  readonly taken: number;
  readonly bad: number;
  readonly unplaced: number;
  readonly gone: number;
  readonly goneHeld: string;
  readonly passedOver: readonly string[];
  readonly problems: readonly {
    readonly row: number;
    readonly field: string;
    readonly code: string;
    readonly params: Readonly<Record<string, string>>;
  }[];
}

const IMPORTS = '/api/v1/register/imports';
const OPS = 'ops';
const PART = 2_500_000;
const FORMATS: Readonly<Record<string, string>> = {
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/** `zt register import FILE`: exit code 0 when every row was taken, 1 when some were not or all were refused. */
export async function register(
  reached: Reached,
  act: string,
  file: string,
  flags: RegisterFlags,
): Promise<number> {
  const by = flags.by ?? 'zt';
  if (act === 'state') return account(await askAs<State>(reached, OPS, by, `${IMPORTS}/latest`), flags);
  if (act !== 'import')
    throw new ZtFailure(`没有操作 ${act}。`, `There is no act ${act}: import or state.`, 2);
  const format = flags.format ?? FORMATS[extname(file).toLowerCase()];
  if (format === undefined)
    throw new ZtFailure(
      '请用 --format 说明 csv、xlsx 还是 jsonl。',
      'Say with --format: csv, xlsx or jsonl.',
      2,
    );
  const { size } = statSync(file, { throwIfNoEntry: false }) ?? {};
  if (size === undefined) throw new ZtFailure(`没有文件 ${file}。`, `There is no file ${file}.`, 2);
  let at = await tellAs<State>(reached, OPS, by, IMPORTS, {
    ...{ digest: await digestOf(file), bytes: size, format, mode: flags.delta ? 'delta' : 'full' },
    ...{ strict: flags.strict ?? false, shrinks: flags.shrinks ?? false },
  });
  at = await send(reached, by, file, at);
  while (['checking', 'taking'].includes(at.state)) {
    progress(`${at.state}  ${at.rows} 行 rows`);
    await sleep(500);
    at = await askAs<State>(reached, OPS, by, `${IMPORTS}/${at.importId}`);
  }
  progressDone();
  return account(at, flags);
}

async function send(reached: Reached, by: string, file: string, opened: State): Promise<State> {
  let at = opened;
  const handle = await open(file, 'r');
  try {
    while (at.state === 'receiving') {
      const part = Buffer.alloc(PART);
      const { bytesRead } = await handle.read(part, 0, PART, at.received);
      if (bytesRead === 0)
        throw new ZtFailure('文件在上传时变短了。', 'The file became shorter while it was sent.');
      const path = `${IMPORTS}/${at.importId}/parts?offset=${at.received}`;
      at = await tellAs<State>(reached, OPS, by, path, part.subarray(0, bytesRead));
      progress(`上传 sent ${at.received}`);
    }
    return at;
  } finally {
    await handle.close();
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

function account(at: State, { json }: RegisterFlags): number {
  if (json) printJson(at);
  else tell(at);
  return at.state === 'done' && at.bad === 0 && at.goneHeld === '' ? 0 : 1;
}

function tell(at: State): void {
  const { state, rows, taken, bad, unplaced, gone } = at;
  print(
    `${state}  行 rows ${rows}  收 taken ${taken}  不合格 bad ${bad}  区划不明 unplaced ${unplaced}  移出 gone ${gone}`,
  );
  if (at.refusal) print(`  ${sentence(at.refusal.code, at.refusal.params)}`);
  if (at.goneHeld === 'illegible-rows')
    print(
      '  有的行代码无法辨认，本次没有移出任何主体 · codes of some rows cannot be read: nobody was taken out',
    );
  if (at.goneHeld === 'more-than-it-brings')
    print(
      '  移出的将多于收入的，本次没有移出；确为全量请加 --shrinks · more would leave than came: --shrinks if it is so',
    );
  if (at.passedOver.length > 0)
    print(`  未采用的栏目 not taken in: ${at.passedOver.filter(Boolean).join('、')}`);
  for (const { row, field, code, params } of at.problems) {
    print(`  第 ${row} 行 row${field === '' ? '' : `  ${field}`}  ${sentence(code, params)}`);
  }
}

function sentence(code: string, params: Readonly<Record<string, string>>): string {
  const found = (INTAKE_SENTENCES as Readonly<Record<string, { zh: string; en: string }>>)[code];
  const filled = (words: string) => words.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  return found ? `${filled(found.zh)} ${filled(found.en)}` : code;
}
