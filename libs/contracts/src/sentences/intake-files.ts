// What people read when a file they hand in is refused – a table of a unit, or a file with an appeal – or is
// not given out.

/** Sentences by code; {names} are filled in from the params. */
export const FILE_SENTENCES = {
  FILE_CELL_TOO_LONG: {
    zh: '有单元格超过 {max} 字。',
    en: 'A cell has more than {max} characters.',
  },
  FILE_DAMAGED: {
    zh: '文件不完整或已损坏，请重新保存后再传。',
    en: 'The file is incomplete or damaged; save it again and send it anew.',
  },
  FILE_EMPTY: { zh: '文件是空的。', en: 'The file is empty.' },
  FILE_ENCRYPTED: { zh: '文件已加密，请去掉密码。', en: 'The file is encrypted; take the password off.' },
  FILE_ERASED: { zh: '该附件已被清除。', en: 'The file has been erased.' },
  FILE_INFECTED: {
    zh: '该附件查出病毒，不予收取或打开。',
    en: 'The scanner found a virus in this file; it is neither taken nor given out.',
  },
  FILE_IN_QUARANTINE: {
    zh: '该附件正在隔离查毒，查毒通过后方可打开。',
    en: 'The file is in quarantine; it can be opened once the scanner has found it clean.',
  },
  FILE_IS_OLD_FORMAT: {
    zh: '这是旧格式（.xls）或带密码的文件，请另存为不带密码的 .xlsx。',
    en: 'This is an old format (.xls) or has a password; save it as .xlsx without one.',
  },
  FILE_NAME_WRONG: {
    zh: '文件名须带扩展名，且不含 / \\ : * ? " < > | 等字符。',
    en: 'A name of a file has an ending and holds none of / \\ : * ? " < > |.',
  },
  FILE_NOT_UTF8: {
    zh: '文件内部编码不是 UTF-8，请用表格软件另存为 .xlsx。',
    en: 'The file is not written in UTF-8; save it as .xlsx with a spreadsheet program.',
  },
  FILE_NOT_WORKBOOK: {
    zh: '这不是 .xlsx 表格文件。',
    en: 'This is not an .xlsx workbook.',
  },
  FILE_SEVERAL_SHEETS: {
    zh: '有 {sheets} 张工作表有内容，请只留一张。',
    en: '{sheets} sheets hold something; leave one.',
  },
  FILE_TOO_LARGE: { zh: '文件超过 {megabytes} MB。', en: 'The file has more than {megabytes} MB.' },
  FILE_TOO_MANY_CELLS: {
    zh: '第 {row} 行超出 {max} 栏。',
    en: 'Row {row} has more than {max} columns.',
  },
  FILE_TOO_MANY_ROWS: {
    zh: '超过 {max} 行，请分次报送。',
    en: 'More than {max} rows; hand it in in parts.',
  },
  FILE_TYPE_DIFFERS: {
    zh: '文件内容是 {kind}，与扩展名不符。',
    en: 'By its content this is {kind}, which its ending does not say.',
  },
  FILE_TYPE_NOT_ALLOWED: {
    zh: '不收这种文件，可上传：{kinds}。',
    en: 'Files of this kind are not taken; these are: {kinds}.',
  },
  FILE_UNKNOWN: { zh: '没有这个附件。', en: 'There is no such file.' },
  FILE_UNSCANNABLE: {
    zh: '该附件无法查毒（如带密码），不予打开，请重新上传。',
    en: 'The scanner cannot look into this file (it has a password, say), so it is not given out; send another.',
  },
  FILES_FULL: { zh: '暂存附件过多，请稍后再传。', en: 'Too many files wait here; send it again later.' },
  FILE_UNPACKS_TOO_LARGE: {
    zh: '文件展开后超过 {megabytes} MB。',
    en: 'Unpacked the file has more than {megabytes} MB.',
  },
  FILE_WITH_ENTITIES: {
    zh: '文件内含实体定义，不予读取，请用表格软件另存为 .xlsx。',
    en: 'The file defines entities and is not read; save it as .xlsx with a spreadsheet program.',
  },
  LINK_OVER: { zh: '链接无效或已过期，请重新打开。', en: 'The link is wrong or over; open the file anew.' },
} as const;
