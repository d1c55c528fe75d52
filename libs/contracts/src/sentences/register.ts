// What people read of the legal-person register 法人库: why a file is not taken, what is wrong with a row, why a
// person looks at an identity and whom it may be of.

/** Sentences by code; part of intake's. */
export const REGISTER_FILE_SENTENCES = {
  DIVISION_WRONG: {
    zh: '行政区划代码应为六位数字，现为“{value}”。',
    en: 'A division code has six digits; this is "{value}".',
  },
  FILE_ENCODING_UNKNOWN: {
    zh: '文件的编码无法识别，请存为 UTF-8 或 GB 18030 的文本。',
    en: 'The encoding of the file is not known; save it as text in UTF-8 or GB 18030.',
  },
  FILE_NOT_AS_ANNOUNCED: {
    zh: '收到的文件与登记的摘要不一致，请重新上传。',
    en: 'What arrived is not the file that was announced; send it again.',
  },
  HEADING_MISSING: {
    zh: '表头中没有“{heading}”一栏。',
    en: 'The heading has no column "{heading}".',
  },
  HEADING_TWICE: { zh: '表头中“{heading}”出现两次。', en: 'The heading has "{heading}" twice.' },
  IMPORT_AT_WORK: {
    zh: '另一份法人库文件正在导入，请待其完成。',
    en: 'Another file of the register is being taken in; wait until it is done.',
  },
  IMPORT_UNKNOWN: { zh: '没有这次导入。', en: 'There is no such import.' },
  INDUSTRY_UNKNOWN: { zh: '“{value}”不是行业代码。', en: '"{value}" is no code of an industry.' },
  PART_OUT_OF_PLACE: {
    zh: '此段接不上：已收到 {received} 字节。',
    en: 'This part does not follow: {received} bytes have arrived.',
  },
  RECORD_BROKEN: {
    zh: '自此行起引号不成对，或一格跨了数行，无法辨认。',
    en: 'From here on the quotes do not match, or a cell has several lines.',
  },
  ROWS_REFUSED: {
    zh: '有 {rows} 行不合格，整份未收。',
    en: '{rows} rows are wrong; nothing of the file was taken.',
  },
  ROW_CELLS: { zh: '此行的格数与表头不符。', en: 'This row has another number of cells than the heading.' },
  ROW_NOT_JSON: { zh: '此行不是一个 JSON 对象。', en: 'This line is no JSON object.' },
  STATUS_UNKNOWN: {
    zh: '登记状态“{value}”无法辨认。',
    en: 'The registration status "{value}" is not known.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** Why a person looks at an identity, by the reason in IdentityQueried. */
export const IDENTITY_DOUBTS = {
  'code-missing': { zh: '未填统一社会信用代码', en: 'no credit code given' },
  'code-malformed': { zh: '统一社会信用代码有误', en: 'the credit code is wrong' },
  'code-unknown': { zh: '法人库中无此代码', en: 'the register does not know the code' },
  'name-of-another': { zh: '名称属于另一登记主体', en: 'the name is that of another enterprise' },
  'name-differs': { zh: '名称与登记名称相差较大', en: 'the name is far from the registered one' },
  cancelled: { zh: '该主体已注销', en: 'the enterprise was cancelled' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** Why an enterprise of the register may be the one, by the code in an identity review. */
export const CANDIDATE_REASONS = {
  'same-code': { zh: '代码相同', en: 'the same code' },
  'same-name': { zh: '名称相同', en: 'the same name' },
  'former-name': { zh: '曾用此名', en: 'it bore this name before' },
  'name-alike': { zh: '名称相近', en: 'the names are alike' },
  'name-unlike': { zh: '名称相差较大', en: 'the names are far apart' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
