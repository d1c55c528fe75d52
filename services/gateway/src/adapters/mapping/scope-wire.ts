// Whose cases are asked for, as casework is asked.
import type { CaseScope as ScopeWire } from '#contracts/gen/zhitong/casework/v1/service';
import type { CaseScope } from '#policy/scopes';

/** Scopes as casework is asked by them. */
export function scopesWire(scopes: readonly CaseScope[]): ScopeWire[] {
  return scopes.map(({ packs, unit, topics, industries, enterprises }) => {
    return {
      ...{ packs: [...packs], unit, topics: [...topics], industries: [...industries] },
      enterprises: [...enterprises],
    };
  });
}
