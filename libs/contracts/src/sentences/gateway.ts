// What people read when the web door itself refuses something, before any rule was asked.

/** Sentences by code of refusal. */
export const GATEWAY_SENTENCES = {
  ADDRESS_NOT_ENCODED: {
    zh: '地址中含有不允许的字符；中文请按 UTF-8 作百分号编码。',
    en: 'The address holds characters that are not allowed; Chinese must be percent-encoded in UTF-8.',
  },
  BAD_REQUEST: { zh: '请求无法理解。', en: 'The request cannot be understood.' },
  BODY_KEY_FORBIDDEN: {
    zh: '内容中含有不允许的字段名。',
    en: 'The body holds a field name that is not allowed.',
  },
  BODY_MALFORMED: { zh: '内容不是正确的 JSON 对象。', en: 'The body is not a well-formed JSON object.' },
  BODY_NOT_UTF8: { zh: '内容须为 UTF-8 编码。', en: 'The body must be encoded in UTF-8.' },
  BODY_TOO_DEEP: { zh: '内容嵌套过深。', en: 'The body is nested too deeply.' },
  BODY_TOO_LARGE: {
    zh: '内容超过 256 kB，请改用附件链接。',
    en: 'The body is larger than 256 kB; attach files by link instead.',
  },
  BROKEN: {
    zh: '系统内部出错，已记录，请稍后重试；联系运维时请提供追踪号。',
    en: 'Something broke on our side and was recorded; try again later and quote the trace id.',
  },
  CODE_UNKNOWN: {
    zh: '“{field}”没有代码为“{value}”的一项，可用代码见 /api/v1/labels。',
    en: '"{field}" knows no code "{value}"; the codes stand in /api/v1/labels.',
  },
  CONTENT_TYPE_WRONG: {
    zh: '内容类型须为 application/json。',
    en: 'The content type must be application/json.',
  },
  FIELD_MISSING: { zh: '“{field}”不能为空。', en: '"{field}" is missing.' },
  FIELD_UNKNOWN: { zh: '没有“{field}”这一字段。', en: 'There is no field "{field}".' },
  HEADER_WRONG: { zh: '请求头“{field}”的格式不正确。', en: 'The header "{field}" has a wrong shape.' },
  HEADERS_TOO_LARGE: { zh: '请求头过大。', en: 'The headers are too large.' },
  INPUT_INVALID: { zh: '填写的内容有误，请按提示修改。', en: 'Some fields are wrong; see the list.' },
  MALFORMED: { zh: '“{field}”的格式不正确。', en: 'The shape of "{field}" is wrong.' },
  NO_SUCH_ADDRESS: { zh: '没有这个地址。', en: 'There is nothing at this address.' },
  NOT_A_BOOLEAN: { zh: '“{field}”应为 true 或 false。', en: '"{field}" must be true or false.' },
  NOT_A_LIST: { zh: '“{field}”应为列表。', en: '"{field}" must be a list.' },
  NOT_A_NUMBER: { zh: '“{field}”应为数字。', en: '"{field}" must be a number.' },
  NOT_AN_OBJECT: { zh: '“{field}”应为对象。', en: '"{field}" must be an object.' },
  NOT_FOUND: {
    zh: '没有找到该诉求，或查询码不正确。',
    en: 'There is no such appeal, or the query code is wrong.',
  },
  NOT_TEXT: { zh: '“{field}”应为文字。', en: '"{field}" must be a text.' },
  NOT_YOUR_UNIT: {
    zh: '该工单由{unit}承办，您无权查看或办理。',
    en: 'This order belongs to {unit}; it is not yours.',
  },
  OUT_OF_RANGE: { zh: '“{field}”超出允许范围。', en: '"{field}" is out of range.' },
  PEER_FAILED: {
    zh: '后台服务未能完成该请求，已记录，请稍后重试。',
    en: 'A service behind this door failed and it was recorded; try again later.',
  },
  PEER_UNAVAILABLE: {
    zh: '服务暂不可用，请稍后重试；重复提交不会产生第二件诉求。',
    en: 'The service is not available for the moment; try again, a repeat makes no second appeal.',
  },
  REQUEST_TOO_SLOW: { zh: '请求发送超时。', en: 'The request took too long to arrive.' },
  ROLE_NOT_ALLOWED: { zh: '角色“{role}”无权进行此操作。', en: 'The role "{role}" may not do this.' },
  ROLE_UNKNOWN: {
    zh: '现行方案中没有角色“{role}”，该令牌不能使用。',
    en: 'No programme in force knows the role "{role}"; this token opens nothing.',
  },
  TEXT_TOO_LONG: {
    zh: '“{field}”过长，最多{max}个字符。',
    en: '"{field}" is too long; {max} characters at most.',
  },
  TOKEN_MISSING: { zh: '请先登录：需要角色令牌。', en: 'Sign in first: a role token is needed.' },
  TOKEN_WRONG: { zh: '令牌不正确或已失效。', en: 'The token is wrong or no longer valid.' },
  TOO_MANY_TRIES: {
    zh: '查询码错误次数过多，请约{minutes}分钟后再试，或联系热线、服务窗口。',
    en: 'Too many wrong query codes; try again in about {minutes} min, or ask the hotline or a counter.',
  },
  TOO_MANY_UPLOADS: {
    zh: '上传过于频繁，请稍后再试。',
    en: 'Too many uploads at present; try again later.',
  },
  UNIT_HEADER_MISSING: {
    zh: '角色“{role}”须以请求头 X-Unit 指明所在单位。',
    en: 'The role "{role}" must name its unit in the header X-Unit.',
  },
  UNSEEN_CHARACTER: {
    zh: '“{field}”含有不可见字符，请删除后重试。',
    en: '"{field}" holds a character nobody can see; remove it and try again.',
  },
  VALUE_NOT_ALLOWED: {
    zh: '“{field}”的取值不在允许范围内，可用：{allowed}。',
    en: '"{field}" must be one of: {allowed}.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
