/**
 * Appeals for the proofs: the demonstration's own, and as many more as a load needs, each with a source
 * number of its own and a text that differs, so that none is taken for the repeat of another.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaults } from '../launch/service-environment';
import { type Ground, type Reply, insist } from './ground';

/** One appeal as a channel pushes it. */
export interface Appeal {
  readonly id: string;
  readonly channel: string;
  readonly kind: string;
  readonly title: string;
  readonly content: string;
  readonly enterprise: { readonly name: string; readonly uscc: string; readonly region: string };
  readonly contact: { readonly name: string; readonly phone: string };
  readonly label: { readonly lead: string; readonly disposition: string };
}

/** The demonstration's appeals. */
export function sampleAppeals(): readonly Appeal[] {
  const file = join(defaults.profileDir, 'training', 'appeals.jsonl');
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Appeal);
}

const ORDINALS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';
/** Without a common divisor with the number of samples: the first ones taken are of all kinds. */
const STRIDE = 7;

/**
 * `count` appeals: the samples, spread evenly over their kinds, then the samples again, with another number,
 * other words and another enterprise of the register each time.
 */
export function manyAppeals(count: number): readonly Appeal[] {
  const samples = sampleAppeals();
  const register = registered();
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / samples.length);
    const sample = samples[(index * STRIDE) % samples.length] as Appeal;
    if (turn === 0) return sample;
    const mark = `${ORDINALS[turn % ORDINALS.length]}${ORDINALS[index % ORDINALS.length]}${index}`;
    const content = `${sample.content}此事涉及我公司${mark}号项目。`;
    const enterprise = register[(index * STRIDE) % register.length] ?? sample.enterprise;
    return { ...sample, id: `${sample.id}-${turn}`, title: `${sample.title}(${mark})`, content, enterprise };
  });
}

function registered(): readonly Appeal['enterprise'][] {
  const lines = readFileSync(join(defaults.profileDir, 'register.jsonl'), 'utf8').split('\n');
  const rows = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Appeal['enterprise']);
  return rows.map(({ name, uscc, region }) => ({ name, uscc, region }));
}

/** What a channel gets back. */
export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly queryCode: string;
}

/** Pushes an appeal through its channel until it is answered; labels stay here. */
export function push(
  ground: Ground,
  appeal: Appeal,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply<Receipt>> {
  const { id, channel, label: _label, ...rest } = appeal;
  const path = `/api/v1/channels/${channel}/appeals`;
  return insist<Receipt>(ground, { path, body: { sourceNumber: id, ...rest }, headers });
}

/** Pushes once and answers the status; for measuring. */
export async function pushOnce(address: string, appeal: Appeal): Promise<number> {
  const { id, channel, label: _label, ...rest } = appeal;
  const response = await fetch(`${address}/api/v1/channels/${channel}/appeals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sourceNumber: id, ...rest }),
  });
  await response.arrayBuffer();
  return response.status;
}
