// Files of the legal-person register as an authority would export them; everything in them is invented.
import { checkCharacter } from '#policy/credit-code';

export const HEADING = ['统一社会信用代码', '企业名称', '登记状态', '住所', '曾用名', '法定代表人'] as const;

const DISTRICTS = ['吴中区', '相城区', '姑苏区', '昆山市', '太仓市'];
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The code of the nth invented enterprise; its body starts with XN as all of ours do. */
export function codeOf(n: number): string {
  let rest = n;
  let serial = '';
  for (let digit = 0; digit < 7; digit += 1) {
    serial = (SIGNS[rest % SIGNS.length] ?? '0') + serial;
    rest = Math.floor(rest / SIGNS.length);
  }
  const body = `91320500XN${serial}`;
  return body + checkCharacter(body);
}

/** The nth row. */
export function rowOf(n: number): readonly string[] {
  const district = DISTRICTS[n % DISTRICTS.length] ?? '';
  const former = n % 50 === 0 ? `苏州旧名${n}商行` : '';
  const status = n % 97 === 0 ? '注销' : '存续';
  return [
    codeOf(n),
    `苏州试验${n}贸易有限公司`,
    status,
    `江苏省苏州市${district}试验路${n}号`,
    former,
    '某某',
  ];
}

/** Lines of a CSV, a cell with a comma in quotes. */
export function csvLine(cells: readonly string[]): string {
  const written = cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${written.join(',')}\r\n`;
}
