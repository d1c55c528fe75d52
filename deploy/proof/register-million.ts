/**
 * `npx tsx deploy/proof/register-million.ts [--rows N]`: what importing the legal-person register 法人库 costs
 * (IN-4). A CSV of invented enterprises goes in parts through intake's own import into the embedded store,
 * twice: into an empty register, and a second edition that changes one row in fifty and lets one in a hundred
 * go. One machine, everything on loopback; memory is the importing process's, looked at ten times a second.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type RegisterRow, tableRegister } from '#intake/adapters/out/table-register';
import { FORMER_NAME_INDEXES, REGISTER_INDEXES } from '#intake/adapters/out/table-register';
import { registerFiles } from '#intake/adapters/out/register-file';
import { IMPORT_INDEXES, tableImports } from '#intake/adapters/out/table-imports';
import { openImport, takePart } from '#intake/app/open-import';
import type { RegisterImport, RegisterImports } from '#intake/app/register-ports';
import { takeImportIn } from '#intake/app/take-import-in';
import { openMongoStore } from '#platform/store/mongo-connection';
import { mongoTable } from '#platform/store/mongo-table';
import { loadProfile } from '#policy/profile-loader';
import { codeOf, csvLine, HEADING, rowOf } from '../../services/intake/test/register-files';
import { freshDataDir } from '../test/data-dir';
import { planPorts } from '../launch/port-plan';
import { findFreeBase } from '../launch/port-check';
import { keepRunning } from '../launch/kept-program';
import { embeddedStoreUri, storeProgram, storeReady } from '../launch/store';
import { cpuMs, residentMb } from './process-cost';

const { values } = parseArgs({ options: { rows: { type: 'string' } } });
const ROWS = Number(values.rows ?? 1_000_000);
const OPS = { role: 'ops', id: 'proof' };
const PART = 2_500_000;

/** Writes the first or the second edition. */
async function write(path: string, second: boolean): Promise<void> {
  const out = createWriteStream(path);
  out.write(csvLine(HEADING));
  for (let n = 0; n < ROWS; n += 1) {
    if (second && n % 100 === 7) continue;
    const [uscc = '', name = '', ...rest] = rowOf(n);
    const line = csvLine([uscc, second && n % 50 === 3 ? `${name}（新）` : name, ...rest]);
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}

/** Sends a file in parts and takes it in. */
async function importFile(path: string, imports: RegisterImports): Promise<RegisterImport> {
  const stand = { imports, now: () => Date.now() };
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  const bytes = statSync(path).size;
  const order = { digest: hash.digest('hex'), bytes, format: 'csv', mode: 'full' } as const;
  const opened = await openImport({ ...order, strict: false, shrinks: false }, OPS, stand);
  if (!opened.ok) throw new Error(opened.error.code);
  const { id } = opened.value;
  const file = await open(path, 'r');
  for (let offset = 0; offset < bytes; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(PART), 0, PART, offset);
    await takePart({ id, offset, bytes: buffer.subarray(0, bytesRead) }, OPS, stand);
    offset += bytesRead;
  }
  await file.close();
  const [waiting] = await imports.atWork();
  if (waiting) await takeImportIn(waiting, { ...stand, stopped: () => false });
  return (await imports.get(id)) as RegisterImport;
}

interface Cost {
  readonly edition: string;
  readonly taken: number;
  readonly gone: number;
  readonly seconds: number;
  readonly rowsPerS: number;
  readonly ownCpuS: number;
  readonly storeCpuS: number;
  readonly peakMb: number;
  readonly atStartMb: number;
}

async function measured(
  edition: string,
  storePid: number,
  run: () => Promise<RegisterImport>,
): Promise<Cost> {
  const before = { at: performance.now(), own: cpuMs(process.pid), store: cpuMs(storePid) };
  const atStartMb = residentMb(process.pid);
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(process.pid));
  }, 100);
  const { state, taken, gone } = await run();
  clearInterval(watch);
  if (state !== 'done') throw new Error(`the import ended ${state}`);
  const seconds = (performance.now() - before.at) / 1000;
  return {
    ...{ edition, taken, gone, seconds, rowsPerS: taken / seconds, peakMb, atStartMb },
    ownCpuS: (cpuMs(process.pid) - before.own) / 1000,
    storeCpuS: (cpuMs(storePid) - before.store) / 1000,
  };
}

async function prove(): Promise<void> {
  const home = freshDataDir('register');
  const ports = planPorts(await findFreeBase());
  mkdirSync(join(home, 'logs'), { recursive: true });
  const nobody = { spawned: () => {}, exited: () => {}, restarting: () => {}, refused: () => {} };
  const kept = keepRunning(storeProgram(join(home, 'store'), ports.store, join(home, 'logs')), nobody);
  try {
    await storeReady(kept, ports.store);
    const store = await openMongoStore({
      uri: embeddedStoreUri(ports.store),
      instance: 'proof',
      service: 'intake',
    });
    const profile = loadProfile(join(__dirname, '../profiles/demo'));
    if (!profile.ok) throw new Error('the profile cannot be read');
    const { regions, addressedAs = [] } = profile.value;
    const register = tableRegister(
      mongoTable<RegisterRow>(store, 'register', REGISTER_INDEXES),
      mongoTable(store, 'former-names', FORMER_NAME_INDEXES),
    );
    const imports: RegisterImports = {
      ...tableImports(mongoTable(store, 'register-imports', IMPORT_INDEXES)),
      ...{ register, files: registerFiles(home), places: { regions, addressedAs } },
      ...{ allows: () => true, begin: () => undefined },
    };
    for (const second of [false, true]) {
      const path = join(home, `edition-${second ? 2 : 1}.csv`);
      await write(path, second);
      const edition = second ? 'second edition' : 'empty register';
      tell(await measured(edition, kept.pid ?? 0, () => importFile(path, imports)));
      rmSync(path);
    }
    const asked = performance.now();
    for (let n = 0; n < 1000; n += 1) await register.byCode(codeOf((n * 7919) % ROWS));
    const named = performance.now();
    for (let n = 0; n < 1000; n += 1) await register.byName(`苏州试验${(n * 7919) % ROWS}贸易有限公司`);
    const perCode = (named - asked) / 1000;
    const perName = (performance.now() - named) / 1000;
    process.stdout.write(`found by code ${perCode.toFixed(2)} ms, by name ${perName.toFixed(2)} ms\n`);
    await store.stop();
  } finally {
    await kept.stop(20_000);
    rmSync(home, { recursive: true, force: true });
  }
}

function tell({
  edition,
  taken,
  gone,
  seconds,
  rowsPerS,
  ownCpuS,
  storeCpuS,
  peakMb,
  atStartMb,
}: Cost): void {
  const cost = `own CPU ${ownCpuS.toFixed(1)} s, store CPU ${storeCpuS.toFixed(1)} s`;
  const memory = `memory ${atStartMb.toFixed(0)} MB at start, ${peakMb.toFixed(0)} MB at most`;
  const rows = `${taken} rows, ${gone} gone, ${seconds.toFixed(1)} s, ${rowsPerS.toFixed(0)} rows/s`;
  process.stdout.write(`${edition}: ${rows}, ${cost}, ${memory}\n`);
}

void prove();
