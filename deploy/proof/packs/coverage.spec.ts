// Every article of the three documents stands on its pack's coverage page; every setting the page names is
// there; every proof is green with the pack as shipped, and red with the row's setting saying something else.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '#policy/pack';
import { loadPack } from '#policy/pack-loader';
import { projectRoot } from '../../launch/cache';
import { CHAOZHOU_PROOFS } from './chaozhou';
import { coverageOf, packWithout, settingAt } from './coverage';
import type { Proofs } from './proof';
import { SUZHOU_PROOFS } from './suzhou';
import { YICHENG_PROOFS } from './yicheng';

const upTo = (prefix: string, last: number) => Array.from({ length: last }, (_, i) => `${prefix}${i + 1}`);

/** The articles of each document, as its pack cites them. */
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  yicheng: ['YC 一', ...upTo('YC-', 10), ...upTo('YC 组织保障-', 3), 'YC 附'],
  chaozhou: ['CR 一', ...upTo('CR 二-', 8), ...upTo('CR 三-', 3)],
  suzhou: [
    ...['SZ 一', ...upTo('SZ 二-', 4), ...upTo('SZ 三-', 3)],
    ...['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '3.1', '4.1'].map((row) => `SZ 附1-${row}`),
    ...['SZ 附2', 'SZ 附3', 'SZ 附4'],
  ],
};
const PROOFS: Readonly<Record<string, Proofs>> = {
  yicheng: YICHENG_PROOFS,
  chaozhou: CHAOZHOU_PROOFS,
  suzhou: SUZHOU_PROOFS,
};

function packOf(name: string): Pack {
  const loaded = loadPack(join(projectRoot, 'deploy', 'packs', name));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

describe.each(Object.keys(PROOFS))('%s', (name) => {
  const pack = packOf(name);
  const proofs = PROOFS[name] ?? {};
  const rows = coverageOf(name);
  const tested = rows.filter(({ setting, test }) => setting !== '' && test !== '');

  test('leaves no article out', () => {
    const cited = new Set(rows.map(({ article }) => article));
    expect((ARTICLES[name] ?? []).filter((article) => !cited.has(article))).toEqual([]);
  });

  test('names only what exists, and says what is missing where there is no rule', () => {
    const wrong = rows.flatMap(({ line, setting, rule, test: id }) => {
      const said = /^(missing|nothing to set): .{8,}/.test(rule);
      return [
        ...(setting !== '' && settingAt(pack, setting) === undefined
          ? [`${line}: no setting ${setting}`]
          : []),
        ...(!said && !existsSync(join(projectRoot, rule)) ? [`${line}: no rule ${rule}`] : []),
        ...(id !== '' && !(id in proofs) ? [`${line}: no proof ${id}`] : []),
        ...(id === '' && !said ? [`${line}: neither a proof nor what is missing`] : []),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('uses every proof', () => {
    const used = new Set(rows.map((row) => row.test));
    expect(Object.keys(proofs).filter((id) => !used.has(id))).toEqual([]);
  });

  test.each(Object.entries(proofs))('%s', async (_, proof) => {
    await proof(pack);
  });

  test.each(tested.map(({ setting, test: id }) => [setting, id] as const))(
    'with another %s, %s is red',
    async (setting, id) => {
      const proof = proofs[id];
      const changed = packWithout(pack, setting);
      const green = await Promise.resolve()
        .then(() => proof?.(changed))
        .then(
          () => true,
          () => false,
        );
      expect(green).toBe(false);
    },
  );
});
