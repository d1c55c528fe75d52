// What Alibaba Cloud's codes mean for a message. From the vendor's lists
// help.aliyun.com/document_detail/101346 (codes of the short message API) and of the gateway's common errors
// (Throttling, ServiceUnavailable …). A code that is not listed is taken for one that may pass: the message
// is tried again and given up by count.
import type { Fault } from '../../app/ports';

/** By code; a code of the gateway by its first part. */
const FAULTS: Readonly<Record<string, Fault>> = {
  'isv.MOBILE_NUMBER_ILLEGAL': 'recipient',
  'isv.DOMESTIC_NUMBER_NOT_SUPPORTED': 'message',
  'isv.SMS_SIGNATURE_SCENE_ILLEGAL': 'message',
  'isv.SIGN_STATE_ILLEGAL': 'message',
  'isv.SMS_SIGN_ILLEGAL': 'message',
  'isv.SMS_SIGNATURE_ILLEGAL': 'message',
  'isv.EXTEND_CODE_ERROR': 'message',
  'isv.SMS_TEMPLATE_ILLEGAL': 'message',
  'isv.TEMPLATE_MISSING_PARAMETERS': 'message',
  'isv.SMS_CONTENT_ILLEGAL': 'message',
  'isv.INVALID_PARAMETERS': 'message',
  'isv.INVALID_JSON_PARAM': 'message',
  'isv.BLACK_KEY_CONTROL_LIMIT': 'message',
  'isv.PARAM_LENGTH_LIMIT': 'message',
  'isv.PARAM_NOT_SUPPORT_URL': 'message',
  'isv.BUSINESS_LIMIT_CONTROL': 'later',
  'isv.DENY_IP_RANGE': 'provider',
  'isv.DAY_LIMIT_CONTROL': 'provider',
  'isv.MONTH_LIMIT_CONTROL': 'provider',
  'isp.RAM_PERMISSION_DENY': 'provider',
  'isv.OUT_OF_SERVICE': 'provider',
  'isv.PRODUCT_UN_SUBSCRIPT': 'provider',
  'isv.PRODUCT_UNSUBSCRIBE': 'provider',
  'isv.ACCOUNT_NOT_EXISTS': 'provider',
  'isv.ACCOUNT_ABNORMAL': 'provider',
  'isv.AMOUNT_NOT_ENOUGH': 'provider',
  'isp.SYSTEM_ERROR': 'provider',
  Throttling: 'provider',
  ServiceUnavailable: 'provider',
  InvalidAccessKeyId: 'provider',
  InvalidTimeStamp: 'provider',
  SignatureDoesNotMatch: 'provider',
  SignatureNonceUsed: 'provider',
  IncompleteSignature: 'provider',
  Forbidden: 'provider',
};

/** Where a code of the vendor lies. */
export function aliyunFault(code: string): Fault {
  return FAULTS[code] ?? FAULTS[code.split('.')[0] ?? ''] ?? 'later';
}

const MINUTE = 60_000;
/**
 * The vendor's pages give the limits (document_detail/2881383: a day is 24 hours) but not the sentence that
 * names the one that was met; it is taken from answers its users have published: 触发分钟级流控Permits:1,
 * 触发小时级流控Permits:5, 触发天级流控Permits:10. Another sentence leaves the usual wait.
 */
const LIMITS: readonly (readonly [word: string, waitMs: number])[] = [
  ['分钟级', MINUTE],
  ['小时级', 60 * MINUTE],
  ['天级', 24 * 60 * MINUTE],
];

/** How long a limited number is left alone (ms); undefined where the sentence does not say. */
export function aliyunWaitMs(sentence: string): number | undefined {
  return LIMITS.find(([word]) => sentence.includes(word))?.[1];
}
