// What Tencent Cloud's codes mean for a message. From the vendor's list of the short message API 2021-01-11,
// as the constants of its SDKs carry it (tencentcloud-sdk-go, sms/v20210111/errors.go), and the common errors
// of API 3.0. `unsure`: the vendor itself says that it ran out of time. A code that is not listed is taken
// for one that may pass: the message is tried again and given up by count.
import type { Fault } from '../../app/ports';

const FAULTS: Readonly<Record<string, Fault | 'unsure'>> = {
  'InvalidParameterValue.IncorrectPhoneNumber': 'recipient',
  'FailedOperation.PhoneNumberInBlacklist': 'recipient',
  'UnsupportedOperation.UnsuportedRegion': 'recipient',
  'FailedOperation.ContainSensitiveWord': 'message',
  'FailedOperation.SignatureIncorrectOrUnapproved': 'message',
  'FailedOperation.TemplateIncorrectOrUnapproved': 'message',
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate': 'message',
  'FailedOperation.TemplateUnapprovedOrNotExist': 'message',
  'FailedOperation.MissingTemplateList': 'message',
  'FailedOperation.MissingSignatureList': 'message',
  'FailedOperation.FailResolvePacket': 'message',
  'FailedOperation.JsonParseFail': 'message',
  'FailedOperation.ParametersOtherError': 'message',
  'InvalidParameter.DirtyWordFound': 'message',
  'InvalidParameterValue.ContentLengthLimit': 'message',
  'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter': 'message',
  'InvalidParameterValue.TemplateParameterFormatError': 'message',
  'InvalidParameterValue.TemplateParameterLengthLimit': 'message',
  'LimitExceeded.PhoneNumberThirtySecondLimit': 'later',
  'LimitExceeded.PhoneNumberOneHourLimit': 'later',
  'LimitExceeded.PhoneNumberDailyLimit': 'later',
  'LimitExceeded.PhoneNumberSameContentDailyLimit': 'later',
  'LimitExceeded.DeliveryFrequencyLimit': 'later',
  'LimitExceeded.AppDailyLimit': 'provider',
  'LimitExceeded.DailyLimit': 'provider',
  'FailedOperation.InsufficientBalanceInSmsPackage': 'provider',
  'InvalidParameterValue.SdkAppIdNotExist': 'provider',
  'InternalError.RequestTimeException': 'provider',
  'InternalError.RestApiInterfaceNotExist': 'provider',
  'InternalError.SigFieldMissing': 'provider',
  'InternalError.SigVerificationFail': 'provider',
  'InternalError.JsonParseFail': 'message',
  'InternalError.SendAndRecvFail': 'unsure',
  'InternalError.Timeout': 'unsure',
  'InternalError.OtherError': 'unsure',
  'InternalError.UnknownError': 'unsure',
  InternalError: 'unsure',
  UnauthorizedOperation: 'provider',
  AuthFailure: 'provider',
  RequestLimitExceeded: 'provider',
  ResourceUnavailable: 'provider',
  ServiceUnavailable: 'provider',
  InvalidParameter: 'message',
  InvalidParameterValue: 'message',
  MissingParameter: 'message',
};

/** Where a code of the vendor lies. */
export function tencentFault(code: string): Fault | 'unsure' {
  return FAULTS[code] ?? FAULTS[code.split('.')[0] ?? ''] ?? 'later';
}

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const WAITS: Readonly<Record<string, number>> = {
  'LimitExceeded.PhoneNumberThirtySecondLimit': 30 * SECOND,
  'LimitExceeded.PhoneNumberOneHourLimit': HOUR,
  'LimitExceeded.PhoneNumberDailyLimit': 24 * HOUR,
  'LimitExceeded.PhoneNumberSameContentDailyLimit': 24 * HOUR,
};

/** How long a limited number is left alone (ms); undefined where the code does not say. */
export function tencentWaitMs(code: string): number | undefined {
  return WAITS[code];
}
