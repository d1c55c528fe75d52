// What a clerk reads when an answer seems not to answer (答非所问, HD-3); {quotes} are the clauses or points
// meant.

/** Sentences by code of finding. */
export const ANSWER_FINDING_SENTENCES = {
  APPEAL_REPEATED: {
    zh: '主要是复述诉求：{quotes}',
    en: 'It mostly repeats the appeal: {quotes}',
  },
  CONTACT_ONLY: {
    zh: '只说联系沟通过，没有结果：{quotes}',
    en: 'It reports a contact and no result: {quotes}',
  },
  GENERAL_POLICY: {
    zh: '只讲一般规定，未联系本件：{quotes}',
    en: 'It recites general policy without this case: {quotes}',
  },
  LEGAL_BASIS_MISSING: {
    zh: '无法律依据：请写明法规名称和条款，或文号。',
    en: 'No legal basis: name the law and its article, or the document number.',
  },
  NO_RESULT: { zh: '无办理结果。', en: 'It reports no result.' },
  NO_RESULT_OR_TIME: { zh: '无结果或办理时限：{quotes}', en: 'Neither a result nor a time: {quotes}' },
  PASSED_ON: {
    zh: '推给其他单位，未说明结果：{quotes}',
    en: 'It passes the matter on without a result: {quotes}',
  },
  PLANNED_DATE_MISSING: { zh: '无计划办结日期。', en: 'No planned date.' },
  POINT_UNANSWERED: { zh: '未回应所问：{quotes}', en: 'What was asked is not answered: {quotes}' },
  POLICY_BASIS_MISSING: {
    zh: '无政策依据：请写明文件名称或文号。',
    en: 'No policy basis: name the document or its number.',
  },
  STOCK_PHRASES_ONLY: { zh: '只有套话：{quotes}', en: 'Stock phrases only: {quotes}' },
  TOLD_TO_REAPPLY: {
    zh: '只让企业重新申报或补交材料：{quotes}',
    en: 'It tells the enterprise to apply again: {quotes}',
  },
  TOO_LITTLE: { zh: '答复单薄，难以对应所问。', en: 'It says too little for what was asked.' },
};
