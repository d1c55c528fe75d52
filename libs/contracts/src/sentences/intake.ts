// What people read when intake refuses something or says what comes next; {names} are filled in from the
// params.
import { FILE_SENTENCES } from './intake-files';
import { REGISTER_FILE_SENTENCES } from './register';

/** Sentences by code: problems of a submission's fields first, then refusals of commands. */
export const INTAKE_SENTENCES = {
  ...REGISTER_FILE_SENTENCES,
  ...FILE_SENTENCES,
  APP_ID_WRONG: { zh: '消息不是发给本公众号的。', en: 'The message is sealed for another account.' },
  ATTACHMENT_SIZE: {
    zh: '附件大小须为 1 至 {max} 字节。',
    en: 'A file must have between 1 and {max} bytes.',
  },
  CHANNEL_UNKNOWN: {
    zh: '没有“{value}”这一渠道，可用代码见 /api/v1/labels 的 channels。',
    en: 'There is no channel "{value}"; the codes stand at /api/v1/labels under channels.',
  },
  CIPHER_UNREADABLE: { zh: '密文无法解开。', en: 'The sealed message cannot be opened.' },
  DOOR_STANDS_SO: { zh: '渠道“{door}”已是此状态。', en: 'The door "{door}" stands so already.' },
  DOOR_CLOSED: {
    zh: '该渠道暂停接入，请稍后重新推送。',
    en: 'This door is closed for now; push again later.',
  },
  CELL_BEYOND_TABLE: {
    zh: '表格右侧还有内容，请移入所印栏目或删除。',
    en: 'Something stands to the right of the table; move it into a printed column or delete it.',
  },
  CELL_IS_ERROR: {
    zh: '此格是错误值（如 #N/A），请填写内容。',
    en: 'This cell is an error (as #N/A); write what it should say.',
  },
  CELL_IS_FORMULA: {
    zh: '此格是公式，请以数值或文字填写。',
    en: 'This cell is a formula; write its value or text instead.',
  },
  CELL_MERGED: {
    zh: '此行有合并单元格，请取消合并，逐行填写。',
    en: 'Cells of this row are merged; split them and fill in every row.',
  },
  DATE_OUTSIDE_PERIOD: {
    zh: '日期不在 {period} 可报送的范围（{from} 至 {until}）。',
    en: 'The date is not among those reported for {period} ({from} to {until}).',
  },
  DATE_UNREADABLE: {
    zh: '不是可辨认的日期，请写成 2026-01-05。',
    en: 'This is no date that can be read; write 2026-01-05.',
  },
  ENTERPRISE_UNPLACED: {
    zh: '此件未办结，须转属地办理，而企业不在法人库中，无法确定所在区域，请通过部门直报单独提交。',
    en: 'This one is not closed and goes to the territory; the register does not know the enterprise, so its region cannot be told: report it singly.',
  },
  HEADING_BEYOND: {
    zh: '表头多于所印的 {count} 栏。',
    en: 'The headings go beyond the {count} columns as printed.',
  },
  HEADING_MISSING: {
    zh: '没有找到表头。应依次为：{columns}。',
    en: 'No headings were found. In this order: {columns}.',
  },
  HEADING_WRONG: {
    zh: '{place} 列应为此栏，请按所印表头的顺序填写。',
    en: 'Column {place} should be this one; keep the headings as printed.',
  },
  PERIOD_NOT_REPORTED: {
    zh: '“{period}”不是可报送的统计期，请写成 2026Q1，且不晚于当前。',
    en: '"{period}" is no period that can be reported; write 2026Q1, not later than now.',
  },
  REPORT_UNKNOWN: { zh: '没有可报送的表“{report}”。', en: 'There is no table "{report}" to be handed in.' },
  ROW_TWICE: { zh: '与第 {row} 行重复。', en: 'The same as row {row}.' },
  TABLE_EMPTY: { zh: '表中没有填写任何诉求。', en: 'The table holds no appeal.' },
  TABLE_REFUSED: {
    zh: '有 {rows} 行需要修改；整表尚未收下，改好后请重新上传同一份表。',
    en: '{rows} rows must be mended; nothing of the table was taken, send it again when they are.',
  },
  TABLE_UNKNOWN: { zh: '没有这份报送表。', en: 'There is no such table.' },
  UNIT_OTHER: { zh: '办理部门应为“{unit}”。', en: 'The unit should be "{unit}".' },
  UNIT_UNKNOWN: { zh: '没有“{unit}”这一单位。', en: 'There is no unit "{unit}".' },
  VERDICT_UNKNOWN: {
    zh: '满意度请填“满意”“基本满意”“不满意”或“未评价”。',
    en: 'Write 满意, 基本满意, 不满意 or 未评价.',
  },
  FIELD_MISSING: { zh: '此项不能为空。', en: 'This field must not be empty.' },
  KIND_UNKNOWN: {
    zh: '没有“{value}”这一诉求类别，可用代码见 /api/v1/labels 的 kinds。',
    en: 'There is no kind of appeal "{value}"; the codes stand at /api/v1/labels under kinds.',
  },
  MEDIA_TYPE_NOT_ALLOWED: {
    zh: '不支持此类附件，请上传文档、图片、音频或视频。',
    en: 'Files of this type cannot be attached; send a document, picture, sound or film.',
  },
  MESSAGE_TOO_LARGE: { zh: '消息超过 64 kB。', en: 'The message is larger than 64 kB.' },
  MESSAGE_UNREADABLE: { zh: '消息无法读出。', en: 'The message cannot be read.' },
  NOT_A_LIST: { zh: '此项应为列表。', en: 'This field must be a list.' },
  NOT_TEXT: { zh: '此项应为文字，收到的是 {type}。', en: 'This field must be text, not {type}.' },
  PHONE_WRONG: {
    zh: '电话号码无法拨通，请填写手机号，或带区号的固定电话。',
    en: 'This number cannot be dialled; give a mobile number, or a landline with its area code.',
  },
  PUSH_REPLAYED: {
    zh: '时间戳与随机数已用于另一消息。',
    en: 'Stamp and nonce were spent on another message.',
  },
  REGION_UNKNOWN: { zh: '没有“{value}”这一区域。', en: 'There is no region "{value}".' },
  SIGNATURE_MISSING: {
    zh: '缺少签名、时间戳或随机数。',
    en: 'Signature, stamp of time or nonce is missing.',
  },
  SIGNATURE_WRONG: { zh: '签名不符。', en: 'The signature is wrong.' },
  STAMP_WRONG: {
    zh: '时间戳与本平台时间（{now}）相差超过 {seconds} 秒。',
    en: 'The stamp is more than {seconds} seconds off our clock ({now}).',
  },
  TAG_UNKNOWN: { zh: '没有“{value}”这一标签。', en: 'There is no tag "{value}".' },
  NOT_NAMED_FIELDS: {
    zh: '此项应为“栏目代码: 内容”。',
    en: 'This must be fields by their ids, each with its text.',
  },
  TEMPLATE_FIELD_UNKNOWN: { zh: '该问题模板没有此栏目。', en: 'The problem template has no such field.' },
  TEMPLATE_FILE_MISSING: { zh: '请附上“{file}”。', en: 'Attach: {fileEn}.' },
  TEMPLATE_FILE_UNKNOWN: {
    zh: '该问题模板没有“{value}”这一附件。',
    en: 'The problem template has no file "{value}".',
  },
  TEMPLATE_MISSING: {
    zh: '填写了模板栏目，却没有选择问题模板。',
    en: 'Fields of a problem template are filled in, but none was chosen.',
  },
  TEMPLATE_OTHER_KIND: {
    zh: '所选诉求类别与问题模板不符；可留空，由模板确定。',
    en: 'The kind does not fit the problem template; leave it empty and the template decides.',
  },
  TEMPLATE_OTHER_TOPIC: {
    zh: '所选主题与问题模板不符；可留空，由模板确定。',
    en: 'The topic does not fit the problem template; leave it empty and the template decides.',
  },
  TEMPLATE_UNKNOWN: {
    zh: '没有“{value}”这一问题模板，可用的见 /api/v1/labels 的 templates。',
    en: 'There is no problem template "{value}"; they stand at /api/v1/labels under templates.',
  },
  TOO_MANY_PUSHES: { zh: '推送过于频繁，请稍后重新推送。', en: 'Too many pushes; push again later.' },
  TEXT_TOO_LONG: {
    zh: '最多 {max} 字，现为 {length} 字。',
    en: 'At most {max} characters; there are {length}.',
  },
  TEXT_TOO_SHORT: { zh: '至少 {min} 字。', en: 'At least {min} characters.' },
  TOO_MANY_ATTACHMENTS: { zh: '附件最多 {max} 个。', en: 'At most {max} files.' },
  TOPIC_UNKNOWN: { zh: '没有“{value}”这一主题。', en: 'There is no topic "{value}".' },
  UNSEEN_CHARACTER: {
    zh: '含有看不见的字符（{character}），请删除后重试。',
    en: 'There is a character that cannot be seen ({character}); remove it and try again.',
  },
  URL_WRONG: {
    zh: '附件地址应以 http:// 或 https:// 开头。',
    en: 'A file needs an http or https address.',
  },
  USCC_ALPHABET: {
    zh: '统一社会信用代码中不会出现“{character}”，请核对。',
    en: 'A unified social credit code has no "{character}"; check it.',
  },
  USCC_CHECK_DIGIT: {
    zh: '统一社会信用代码校验不符，请核对是否输错。',
    en: 'The check character of the credit code does not fit; it was probably mistyped.',
  },
  USCC_DIVISION: {
    zh: '统一社会信用代码的行政区划“{division}”应为六位数字。',
    en: 'The division "{division}" in the credit code must be six digits.',
  },
  USCC_LENGTH: {
    zh: '统一社会信用代码应为 18 位，现为 {length} 位。',
    en: 'A unified social credit code has 18 characters; there are {length}.',
  },
  USCC_MISSING: {
    zh: '请填写统一社会信用代码；企业尚未设立、没有代码的，请把主题选为企业开办。',
    en: 'Give the credit code; an enterprise not founded yet has none: choose the topic of founding.',
  },
  USCC_UNKNOWN: {
    zh: '本辖区没有此代码的登记主体，请核对；如确认无误，请拨打热线或到窗口提交。',
    en: 'No enterprise of this jurisdiction has this code; check it, or use the hotline or a window.',
  },
  ADDITIONS_ENOUGH: {
    zh: '该诉求已补充、催办 {max} 次，已达上限；如还有情况，请拨打热线告诉平台人员。',
    en: 'This appeal has been added to and urged {max} times, which is the most; tell the platform by telephone.',
  },
  CHANGED_MEANWHILE: {
    zh: '该诉求刚被他人处理，请刷新后再试。',
    en: 'Someone else has changed this appeal meanwhile; reload and try again.',
  },
  CLOSED: { zh: '该诉求已结束（{status}）。', en: 'This appeal has ended ({status}).' },
  EVENT_TOO_LARGE: { zh: '内容过大，无法保存。', en: 'This is too large to be stored.' },
  GROUND_UNKNOWN: {
    zh: '没有“{ground}”这一不予受理事由。',
    en: 'There is no ground "{ground}" for declining.',
  },
  HELD_FULL: {
    zh: '待核代码的推送已有 {max} 件，请稍后重新推送。',
    en: '{max} pushes of this door wait for a person already; push again later.',
  },
  JOINED: {
    zh: '该诉求已并入 {number}，请在 {number} 中办理。',
    en: 'This appeal was joined to {number}; please use {number}.',
  },
  MALFORMED: { zh: '“{field}”的格式不正确。', en: 'The shape of "{field}" is wrong.' },
  MEANING_MISSING: { zh: '请说明“{field}”的代码含义。', en: 'Say what the code of "{field}" means.' },
  MEANING_NOT_ASKED: {
    zh: '“{field}”的代码已有对照，不能另定。',
    en: 'The code of "{field}" has a meaning already; it is not yours to set.',
  },
  MEANING_REFUSED: {
    zh: '按所选含义不能受理（{field}：{reason}），请另选或退回。',
    en: 'With these meanings the door refuses it ({field}: {reason}); choose others or reject it.',
  },
  NOT_AT_THIS_STAGE: {
    zh: '该诉求当前状态（{status}）不能这样处理。',
    en: 'This cannot be done while the appeal is {status}.',
  },
  NOT_PROTECTED: {
    zh: '该诉求未申请保护，企业信息见档案。',
    en: 'This appeal is not protected; the file says who the enterprise is.',
  },
  NOT_SUBMITTED: { zh: '没有此诉求。', en: 'There is no such appeal.' },
  OUTBOX_FULL: { zh: '系统繁忙，请稍后再试。', en: 'The system is behind; try again later.' },
  PUSH_HELD: { zh: '已收到，代码待人工核对，以收到时间为准。', en: 'Taken in; a person looks at its codes.' },
  PUSH_REJECTED: {
    zh: '经人工核对，不予接收：{reason}',
    en: 'A person looked at it and rejected it: {reason}',
  },
  REASON_MISSING: { zh: '请说明理由。', en: 'Give a reason.' },
  ROLE_NOT_ALLOWED: { zh: '您的角色无权办理此事项。', en: 'Your role cannot do this.' },
  TEXT_MISSING: { zh: '请填写内容或添加附件。', en: 'Write something or attach a file.' },
  TEXT_REFUSED: { zh: '文字不符合要求（{reason}）。', en: 'The text cannot be accepted ({reason}).' },
  USCC_NOT_GIVEN: {
    zh: '认定为同一企业时，请在 uscc 中写明核对上的统一社会信用代码。',
    en: 'To rule "matched", name in uscc the credit code the enterprise was matched with.',
  },
  USCC_NOT_REGISTERED: {
    zh: '法人库中没有代码 {uscc}。',
    en: 'The register has no enterprise with the code {uscc}.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** What comes next, by the code in a receipt. */
export const INTAKE_NEXT_STEPS = {
  'verify-and-screen': {
    zh: '核验企业身份并审查受理，随后转至承办单位。',
    en: 'Your identity is checked and the appeal is screened; then it goes to the unit in charge.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
