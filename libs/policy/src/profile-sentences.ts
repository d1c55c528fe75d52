// What may be wrong with a jurisdiction profile beyond the shape of its rows, and the remedy, Chinese first.
import type { ProblemTable } from '#working-calendar/source-text';

/** Sentences by code. */
export const PROFILE_SENTENCES: ProblemTable = {
  'button-too-long': {
    zh: '{field} 的“{value}”不能为空，且不超过 16 字节（5 个汉字）。',
    en: '{field}: "{value}" must not be empty nor longer than 16 bytes (5 Chinese characters).',
  },
  'credit-code': {
    zh: '统一社会信用代码“{value}”不正确（18 位，末位为校验码）。请核对营业执照。',
    en: 'The unified social credit code "{value}" is wrong (18 characters, the last one checks). Compare the licence.',
  },
  'duplicate-key': {
    zh: '“{value}”在本文件中已出现（第 {first} 行）。请删去其中一个。',
    en: '"{value}" already stands in this file (line {first}). Remove one of them.',
  },
  'unknown-reference': {
    zh: '“{field}”的值“{value}”在 {list} 中不存在。请改正，或在该文件中补充。',
    en: '"{field}" is "{value}", which {list} does not hold. Correct it or add it there.',
  },
  'outside-jurisdiction': {
    zh: '区划代码“{value}”不属于本辖区（前缀：{prefixes}）。请核对 regions.json 与 profile.yaml。',
    en: 'The division code "{value}" is outside the jurisdiction (prefixes: {prefixes}). Compare regions.json and profile.yaml.',
  },
  'sector-of-nobody': {
    zh: '该行业领域没有写明属于谁。请写 role（角色）或 unit（单位）。',
    en: 'This sector belongs to nobody. Name a role or a unit.',
  },
  'sector-of-nothing': {
    zh: '该行业领域没有写明范围。请写 topics（事项）或 industries（行业）。',
    en: 'This sector holds nothing. Name topics or industries.',
  },
  'dates-reversed': {
    zh: '“{field}”的日期“{value}”早于“{from}”。请核对起止日期。',
    en: '"{field}" is "{value}", before "{from}". Check the two dates.',
  },
  'duty-day': {
    zh: '值班须写 weekdays（每周）或 on（某日）中的一个，且只写一个。',
    en: 'A duty names either weekdays or one day under on: one of the two.',
  },
  'expert-of': {
    zh: '专家须写 unit（所在单位）或 organisation（单位以外的律所、高校、协会等）中的一个，且只写一个，否则无法判断是否须回避。',
    en: 'An expert is of a unit or of an organisation outside all units (law firm, university, association): name one of the two, or nobody can tell when he must stand aside.',
  },
  'expert-differs': {
    zh: '专家“{name}”的电话 {phone} 在 people.yaml 中是“{person}”（单位 {unit}）的。请核对姓名、单位和电话。',
    en: 'The expert "{name}" has the phone {phone}, which people.yaml gives to "{person}" of the unit "{unit}". Compare name, unit and phone.',
  },
  'sponsor-of': {
    zh: '挂点联系须写 enterprise（企业代码）或 project（项目）中的一个，且只写一个。',
    en: 'A sponsor row names either an enterprise or a project: one of the two.',
  },
  'sponsors-overlap': {
    zh: '“{of}”在同一时间已有挂点联系领导（第 {first} 行）。请写明前者的 until（末日）或删去其中一行。',
    en: '"{of}" has a sponsor at the same time already (line {first}). Give that row an until, its last day, or remove one.',
  },
  'territory-overlaps': {
    zh: '区域“{region}”同时归同级的“{other}”和“{unit}”。请只留给一个单位。',
    en: 'The region "{region}" belongs to both "{other}" and "{unit}" of one tier. Leave it to one of them.',
  },
  'region-without-unit': {
    zh: '区域“{region}”没有属地单位，而其他区域都有。请在 units.json 某单位的 territory 中写上。',
    en: 'No unit answers for the region "{region}" while others have one. Name it in the territory of a unit in units.json.',
  },
  'topics-without-territory': {
    zh: '写了 territorialTopics（属地事项），却没有单位写 territory（辖区）。请补上辖区或删去此项。',
    en: 'territorialTopics is set, but no unit has a territory. Give units their territory or remove the setting.',
  },
  'over-not-above': {
    zh: '“{unit}”（{tier}）的上级单位“{over}”级别不高于它。请改正 over 或 tier。',
    en: '"{unit}" ({tier}) stands under "{over}", which is of no higher tier. Correct over or tier.',
  },
  'former-unit-exists': {
    zh: '“{code}”已并入“{unit}”，却仍列为单位。请删去该单位，或改正 formerly。',
    en: '"{code}" became part of "{unit}" and still stands as a unit. Remove the unit or correct formerly.',
  },
  'former-unit-twice': {
    zh: '“{code}”同时写作“{other}”和“{unit}”的前身。在办诉求只能由一个单位承接。',
    en: '"{code}" is named as a former unit of both "{other}" and "{unit}". One unit takes its appeals over.',
  },
  'unknown-section': {
    zh: '单位“{unit}”没有科室“{section}”。请改正，或在 units.json 的 sections 中补充。',
    en: 'The unit "{unit}" has no section "{section}". Correct it or add it under sections in units.json.',
  },
  'person-of-another-unit': {
    zh: '“{person}”属于“{of}”，不是“{unit}”的人员。请另选本单位人员。',
    en: '"{person}" belongs to "{of}", not to "{unit}". Name somebody of this unit.',
  },
  'contact-differs': {
    zh: '联络员“{name}”的电话 {phone} 在 people.yaml 中是“{person}”的。请核对。',
    en: 'The contact "{name}" has the phone {phone}, which people.yaml gives to "{person}". Compare them.',
  },
  'deputy-is-holder': {
    zh: '“{person}”不能做自己的 B 岗。请另选一人。',
    en: '"{person}" cannot stand in for himself. Name somebody else.',
  },
  'kind-without-unit': {
    zh: '“{kind}”是单位内的岗位，却没有写单位。请补上 unit 或删去 kind。',
    en: '"{kind}" is a post of a unit, but no unit is named. Add the unit or remove kind.',
  },
  'posts-exclude': {
    zh: '“{person}”同时任“{other}”和“{post}”，起草、审核、签发不能是同一人。请另选一人。',
    en: '"{person}" holds both "{other}" and "{post}"; who drafts, checks and signs must differ. Name somebody else.',
  },
  'duty-overlaps': {
    zh: '单位“{unit}”在 {at} 有“{other}”和“{person}”两人同时值班。请只留一人。',
    en: 'The unit "{unit}" has both "{other}" and "{person}" on duty at {at}. Leave one of them.',
  },
  'reminded-without-post': {
    zh: 'contactsRemind 提醒角色“{role}”，却无岗位担任该角色，无人会收到。请在 posts.yaml 中设一个 role 为 {role} 的岗位，或从 contactsRemind 中删去。',
    en: 'contactsRemind names the role "{role}", but no post has it and nobody would be reached. Add a post with role {role} to posts.yaml, or take it out.',
  },
  'role-without-post': {
    zh: '政策包“{pack}”的短信“{message}”发给角色“{role}”，辖区档案中却无岗位担任该角色，无人会收到。请在 posts.yaml 中设一个 role 为 {role} 的岗位，或改短信的收件人。',
    en: 'The text "{message}" of the pack "{pack}" goes to the role "{role}", but no post has it. Add a post with role {role} to posts.yaml, or send it to somebody else.',
  },
  'chain-without-post': {
    zh: '政策包“{pack}”的内部审签步骤“{step}”（{post}）在以下单位无人可办：{units}。每一步须由不同的人经手。请在 posts.yaml 中补上岗位或 B 岗。',
    en: 'For the step "{step}" ({post}) in the chain of the pack "{pack}" these units have nobody left: {units}. Each step takes another person. Add the post or a deputy to posts.yaml.',
  },
  'roster-gap': {
    zh: '单位“{unit}”{from} 至 {until} 无人值班，而政策包“{pack}”的时限“{clock}”按小时计。请在 roster.yaml 中补上。',
    en: 'Nobody of the unit "{unit}" is on duty from {from} to {until}, while the pack "{pack}" counts "{clock}" in hours. Add a row to roster.yaml.',
  },
};
