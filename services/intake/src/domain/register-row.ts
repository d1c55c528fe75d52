// One row of a file of the legal-person register 法人库 (IN-4): taken, or everything that is wrong with it said
// by field. Values are shown masked, since a shifted column may hold anything. What the row does not say is
// left empty and not guessed: an address that names none of our regions leaves the region open, and the
// appeal then keeps the one its enterprise gave.
import { creditCodeProblem } from '#policy/credit-code';
import type { RegisterState } from '#policy/profile';
import { type Places, regionOfAddress, regionOfDivision } from './domicile';
import type { RegisteredEnterprise } from './register-finding';
import { headingOf, type RegisterField } from './register-heading';
import { ENTERPRISE_TAGS } from './submission';

/** Texts of a row by field; what was not there is absent. */
export type RegisterCells = Readonly<Partial<Record<RegisterField, string>>>;

/** What is wrong with one cell. */
export interface CellProblem {
  /** As the heading of the column has it. */
  readonly field: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A row read; `uscc` of a bad one is its code where that at least is right, else empty. */
export type ReadRegisterRow =
  | { readonly ok: true; readonly enterprise: RegisteredEnterprise }
  | { readonly ok: false; readonly uscc: string; readonly problems: readonly CellProblem[] };

const MOST_NAME = 200;
const MOST_FORMER = 20;

/** Words of registration authorities by what they mean. */
const STATES: readonly (readonly [word: string, state: RegisterState])[] = [
  ...(['active', 'abnormal', 'revoked', 'cancelled', 'moved'] as const).map((one) => [one, one] as const),
  ['吊销已注销', 'cancelled'],
  ['吊销未注销', 'revoked'],
  ['列入经营异常名录', 'abnormal'],
  ['经营异常', 'abnormal'],
  ['异常', 'abnormal'],
  ['吊销', 'revoked'],
  ['注销', 'cancelled'],
  ['撤销', 'cancelled'],
  ['迁出', 'moved'],
  ...(['存续', '在业', '开业', '在营', '在册', '正常'] as const).map((one) => [one, 'active'] as const),
];

/** Reads a row. */
export function readRegisterRow(cells: RegisterCells, places: Places): ReadRegisterRow {
  const problems: CellProblem[] = [];
  const tell = (field: RegisterField, code: string, params: Readonly<Record<string, string>> = {}) => {
    problems.push({ field: headingOf(field), code, params });
  };
  const uscc = textOf(cells.uscc).replace(/\s/g, '').toUpperCase();
  const wrongCode = uscc === '' ? undefined : creditCodeProblem(uscc);
  if (uscc === '') tell('uscc', 'FIELD_MISSING', { field: headingOf('uscc') });
  else if (wrongCode)
    tell('uscc', wrongCode.code.replaceAll('-', '_').toUpperCase(), masks(wrongCode.params));
  const name = textOf(cells.name);
  if (name === '') tell('name', 'FIELD_MISSING', { field: headingOf('name') });
  const formerNames = listOf(cells.formerNames).slice(0, MOST_FORMER);
  for (const [field, longest] of [
    ['name', name],
    ['formerNames', longestOf(formerNames)],
  ] as const) {
    if (longest.length > MOST_NAME)
      tell(field, 'TEXT_TOO_LONG', { max: String(MOST_NAME), length: String(longest.length) });
  }
  const status = stateOf(textOf(cells.status));
  if (status === undefined) tell('status', 'STATUS_UNKNOWN', { value: masked(textOf(cells.status)) });
  const region = regionOf(cells, places, tell);
  const industry = textOf(cells.industry);
  if (industry !== '' && !/^[a-z][a-z0-9-]{1,31}$/.test(industry))
    tell('industry', 'INDUSTRY_UNKNOWN', { value: masked(industry) });
  const tags = listOf(cells.tags);
  const strange = tags.find((tag) => !ENTERPRISE_TAGS.includes(tag));
  if (strange !== undefined) tell('tags', 'TAG_UNKNOWN', { value: masked(strange) });
  if (problems.length > 0 || status === undefined)
    return { ok: false, uscc: uscc !== '' && !wrongCode ? uscc : '', problems };
  const known = { uscc, name, region, industry, tags, status };
  return { ok: true, enterprise: formerNames.length > 0 ? { ...known, formerNames } : known };
}

/** The first two characters of a value and how many there are. */
export function masked(value: string): string {
  const characters = [...value];
  return characters.length <= 2 ? '…' : `${characters.slice(0, 2).join('')}…(${characters.length})`;
}

/** The region given by code, else by division, else by address; a code or division of ours must be known. */
function regionOf(
  cells: RegisterCells,
  places: Places,
  tell: (field: RegisterField, code: string, params: Readonly<Record<string, string>>) => void,
): string {
  const code = textOf(cells.region);
  if (code !== '') {
    if (places.regions.some((region) => region.code === code)) return code;
    tell('region', 'REGION_UNKNOWN', { value: masked(code) });
    return '';
  }
  const division = textOf(cells.division);
  if (division !== '' && !/^\d{6}$/.test(division))
    tell('division', 'DIVISION_WRONG', { value: masked(division) });
  return regionOfDivision(division, places) ?? regionOfAddress(textOf(cells.domicile), places) ?? '';
}

/** A word in brackets explains and does not count: 存续（在营、开业、在册）. */
function stateOf(word: string): RegisterState | undefined {
  const bare = word.replace(/[\s,，、]/g, '');
  const plain = bare.replace(/[(（].*$/, '');
  return STATES.find(([known]) => bare === known || plain === known)?.[1];
}

function textOf(cell: string | undefined): string {
  return (cell ?? '').normalize('NFC').trim();
}

function listOf(cell: string | undefined): readonly string[] {
  const parts = textOf(cell)
    .split(/[;；、,，|]/)
    .map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

function longestOf(texts: readonly string[]): string {
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

/** Lengths and a single character that does not belong into a code tell nothing of the rest. */
function masks(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { division } = params;
  return division === undefined ? params : { division: masked(division) };
}
