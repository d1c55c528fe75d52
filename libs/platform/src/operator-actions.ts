// What an operator may do to any service: look at parked keys, try or skip them, rebuild, and prove that what
// is stored is what the journal makes of it.
import type { Action } from './edge/ops-server';
import type { ServiceRuntime } from './runtime/service-runtime';

/** Actions every service has, by name. */
export function operatorActions(runtime: ServiceRuntime): Readonly<Record<string, Action>> {
  return {
    compare: async () => ({ comparisons: await runtime.compare() }),
    parked: async () => ({
      parked: runtime.groups.flatMap((group) =>
        (runtime.loop(group)?.parkedKeys ?? []).map(({ key, reason, sinceAt, eventId, waiting }) => {
          return { group, key, reason, sinceAt, eventId, waiting: waiting.length };
        }),
      ),
    }),
    'parked-retry': (body) => again(runtime, body, false),
    'parked-skip': (body) => again(runtime, body, true),
    groups: async () => ({ groups: runtime.groups }),
    rebuild: async (body) => {
      const group = String(body['group'] ?? '');
      if (!runtime.groups.includes(group)) return unknownGroup(group);
      // The process ends at the end of this; the answer goes out first.
      setTimeout(() => void runtime.rebuild(group).catch(() => undefined), 20);
      return { rebuilding: group };
    },
  };
}

async function again(
  runtime: ServiceRuntime,
  body: Readonly<Record<string, unknown>>,
  skip: boolean,
): Promise<object> {
  const group = String(body['group'] ?? '');
  const loop = runtime.loop(group);
  if (!loop) return unknownGroup(group);
  return { result: await loop.retry(String(body['key'] ?? ''), skip) };
}

function unknownGroup(group: string): { refused: string; sentence: { zh: string; en: string } } {
  return {
    refused: 'UNKNOWN_GROUP',
    sentence: { zh: `没有名为 ${group} 的读者组。`, en: `There is no reader group ${group}.` },
  };
}
