// A provider that keeps to the limits of each number before it is asked. What was sent is remembered in
// memory: after a restart the vendor's own limit answers, and the message waits as it says.
import { LONGEST_SPAN_MS, type NumberLimits, freeAt } from '../../domain/number-limits';
import type { Handover, Outgoing, Provider } from '../../app/ports';

/** The same provider within these limits. */
export function limitedNumbers(provider: Provider, limits: NumberLimits, now: () => number): Provider {
  const sent = new Map<string, readonly number[]>();
  let sweptAt = now();
  const sweep = (at: number): void => {
    if (at - sweptAt < LONGEST_SPAN_MS) return;
    sweptAt = at;
    for (const [number, times] of sent) if ((times.at(-1) ?? 0) < at - LONGEST_SPAN_MS) sent.delete(number);
  };
  const refusal = ({ address }: Outgoing, at: number): Handover | undefined => {
    const times = (sent.get(address) ?? []).filter((one) => one > at - LONGEST_SPAN_MS);
    const againAt = freeAt(times, limits, at);
    if (againAt > at) return { outcome: 'refused', fault: 'later', reason: 'number-limit', againAt };
    sent.set(address, [...times, at]);
    return undefined;
  };
  return {
    ...provider,
    send: async (letters) => {
      const at = now();
      sweep(at);
      const refused = letters.map((letter) => refusal(letter, at));
      const open = letters.filter((_, index) => refused[index] === undefined);
      const answers = [...(open.length > 0 ? await provider.send(open) : [])];
      return refused.map((one) => one ?? answers.shift() ?? { outcome: 'unsure', reason: 'no-answer' });
    },
  };
}
