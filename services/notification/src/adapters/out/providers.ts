// The carriers of an instance: those of the operator's file, in its order, or the sandbox alone.
import type { Provider } from '../../app/ports';
import { Carrier } from '../../app/carriers';
import { type CircuitRule, USUAL_CIRCUIT } from '../../domain/circuit';
import { aliyunSms } from './aliyun-sms';
import { providerSettings } from './provider-settings';
import { tencentSms } from './tencent-sms';

/** Throws a ConfigurationError for a wrong file. */
export function carriersFrom(
  { file, keysFile }: { readonly file: string | undefined; readonly keysFile: string | undefined },
  sandbox: Provider,
  now: () => number,
): readonly Carrier[] {
  const given = providerSettings(file, keysFile);
  if (given === undefined) return carriersOf([sandbox], now);
  const { settings, keyOf } = given;
  const providers = settings.providers.map((one) =>
    one.vendor === 'aliyun' ? aliyunSms(one, keyOf(one.name), now) : tencentSms(one, keyOf(one.name), now),
  );
  return carriersOf(providers, now, settings.circuit);
}

/** In this order. */
export function carriersOf(
  providers: readonly Provider[],
  now: () => number,
  rule: CircuitRule = USUAL_CIRCUIT,
): readonly Carrier[] {
  return providers.map((provider) => new Carrier(provider, rule, now));
}
