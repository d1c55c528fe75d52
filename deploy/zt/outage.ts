/** When the platform itself was down: the list, and what heartbeats cannot see stated by the operator. */
import { type Reached, askStaff, tellAs } from './reach';
import { ZtFailure, clockTime, print, printJson } from './speak';

interface Listed {
  readonly outages: readonly {
    readonly outageId: string;
    readonly from: string;
    readonly to: string;
    readonly source: string;
    readonly by: string;
    readonly reason: string;
    readonly withdrawnAt: string | null;
    readonly withdrawnReason: string;
  }[];
}

const OUTAGES = '/api/v1/outages';
const OPS = 'ops';

/** `zt outage list`, `state FROM TO REASON`, `withdraw ID REASON`; whoever states is named by `--by`. */
export async function outage(
  reached: Reached,
  act: string,
  [first = '', second = '', third = '']: readonly string[],
  flags: { readonly by?: string; readonly json?: boolean },
): Promise<number> {
  if (act === 'list') return list(reached, flags);
  if (flags.by === undefined)
    throw new ZtFailure('请用 --by 写明登记人。', 'Say who states it with --by.', 2);
  if (act === 'state')
    await tellAs(reached, OPS, flags.by, OUTAGES, { from: first, to: second, reason: third });
  else if (act === 'withdraw')
    await tellAs(reached, OPS, flags.by, `${OUTAGES}/withdrawal`, { outageId: first, reason: second });
  else throw new ZtFailure(`没有操作 ${act}。`, `There is no act ${act}: list, state or withdraw.`, 2);
  return list(reached, flags);
}

async function list(reached: Reached, flags: { readonly json?: boolean }): Promise<number> {
  const { outages } = await askStaff<Listed>(reached, OUTAGES);
  if (flags.json) {
    printJson(outages);
    return 0;
  }
  for (const { outageId, from, to, source, by, reason, withdrawnAt, withdrawnReason } of outages) {
    const span = `${clockTime(Date.parse(from))} – ${clockTime(Date.parse(to))}`;
    const gone = withdrawnAt === null ? '' : `  已撤销 withdrawn: ${withdrawnReason}`;
    print(`${outageId.padEnd(34)} ${span}  ${[source, by, reason].filter(Boolean).join('  ')}${gone}`);
  }
  if (outages.length === 0) print('没有停机记录 no outages');
  return 0;
}
