// The carriers of an instance: those of the operator's file, in its order, or the sandbox alone.
import type { ServiceHost } from '#platform/host-ports';
import type { Provider } from '../../app/ports';
import { Carrier } from '../../app/carriers';
import { type CircuitRule, USUAL_CIRCUIT } from '../../domain/circuit';
import { PROVIDERS, PROVIDER_KEYS } from '../../config';
import { aliyunSms } from './aliyun-sms';
import { refuseUncarried } from './carried-texts';
import { type DigestRow, withDigests } from './digests';
import { limitedNumbers } from './limited-numbers';
import { providerSettings } from './provider-settings';
import { smtpMail } from './smtp-mail';
import { tencentSms } from './tencent-sms';

/** Throws a ConfigurationError for a wrong file, or one that lacks a text of the packs in force. */
export function carriersFrom(
  host: Pick<ServiceHost, 'setting' | 'versions' | 'now' | 'table'>,
  sandbox: Provider,
): readonly Carrier[] {
  const { now } = host;
  const given = providerSettings(host.setting(PROVIDERS), host.setting(PROVIDER_KEYS));
  if (given === undefined) return carriersOf([sandbox], now);
  const { settings, keyOf } = given;
  refuseUncarried(host.versions.packsInForce(), settings);
  const vendors = settings.providers.flatMap((one) => {
    const key = keyOf(one.name);
    if (key === undefined) return [];
    const vendor = one.vendor === 'aliyun' ? aliyunSms(one, key, now) : tencentSms(one, key, now);
    return one.perNumber ? limitedNumbers(vendor, one.perNumber, now) : vendor;
  });
  const digests = host.table<DigestRow>('digests', []);
  const platform = () => host.versions.profile().title.zh;
  const { email } = settings;
  const mail = email ? [smtpMail(email, keyOf(email.name))] : [];
  const all = [...vendors, ...mail].map((one) => withDigests(one, digests, platform));
  return carriersOf(all, now, settings.circuit);
}

/** In this order. */
export function carriersOf(
  providers: readonly Provider[],
  now: () => number,
  rule: CircuitRule = USUAL_CIRCUIT,
): readonly Carrier[] {
  return providers.map((provider) => new Carrier(provider, rule, now));
}
