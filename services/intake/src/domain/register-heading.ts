// The heading of a file of the legal-person register 法人库 (IN-4). Registration authorities head their exports
// each in their own way, so a field is known by several words. Columns of persons – legal representative
// 法定代表人, telephones – are known too and passed over: no rule of ours needs them, so they are not taken in.

/** What is read of an enterprise. */
const REGISTER_FIELDS = [
  ...(['uscc', 'name', 'formerNames', 'status', 'domicile', 'division', 'region'] as const),
  ...(['industry', 'tags'] as const),
] as const;
/** One of `REGISTER_FIELDS`. */
export type RegisterField = (typeof REGISTER_FIELDS)[number];

const WORDS: Readonly<Record<RegisterField, readonly string[]>> = {
  uscc: ['uscc', '统一社会信用代码', '社会信用代码', '信用代码', '统一代码'],
  name: ['name', '企业名称', '名称', '市场主体名称', '主体名称', '单位名称', '字号名称'],
  formerNames: ['formernames', '曾用名', '曾用名称', '历史名称'],
  status: ['status', '登记状态', '经营状态', '企业状态', '状态'],
  domicile: ['domicile', 'address', '住所', '注册地址', '登记住所', '住所经营场所', '经营场所'],
  division: ['division', '行政区划代码', '住所行政区划代码', '行政区划'],
  region: ['region', '区域代码'],
  industry: ['industry', '行业代码'],
  tags: ['tags', '标签'],
};

/** A heading read, and which of its columns are not taken in. */
export type ReadHeading =
  | { readonly ok: true; readonly passedOver: readonly string[] }
  | { readonly ok: false; readonly code: 'HEADING_MISSING' | 'HEADING_TWICE'; readonly heading: string };

/** Reads the names of columns; code, name and status must be among them, each once. */
export function readHeading(columns: readonly string[]): ReadHeading {
  const fields = columns.map(fieldOf);
  const twice = fields.find((field, i) => field !== undefined && fields.indexOf(field) < i);
  if (twice !== undefined) return { ok: false, code: 'HEADING_TWICE', heading: headingOf(twice) };
  const missing = (['uscc', 'name', 'status'] as const).find((one) => !fields.includes(one));
  if (missing !== undefined) return { ok: false, code: 'HEADING_MISSING', heading: headingOf(missing) };
  return { ok: true, passedOver: columns.filter((_, i) => fields[i] === undefined) };
}

/** The field a column holds; undefined where it is none of ours. */
export function fieldOf(column: string): RegisterField | undefined {
  const key = column
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase();
  return REGISTER_FIELDS.find((one) => WORDS[one].includes(key));
}

/** What a field is called where a problem names it. */
export function headingOf(field: RegisterField): string {
  return WORDS[field].find((word) => /\p{Script=Han}/u.test(word)) ?? field;
}
