// Whose cases a pack lets a role read, asked of the rules by which the web door shows lists and files.
import { deepEqual } from 'node:assert/strict';
import { shownTo, sightOf } from '#gateway/app/sight';
import type { Proof } from './proof';

/** People of the role in the unit read what is of its industries and topics, and nothing beyond. */
export function readsItsSector(role: string, unit: string): Proof {
  return (pack) => {
    const sectors = [
      { unit, industries: ['metal'], topics: ['permit'] },
      { unit: 'com', industries: ['retail'] },
    ];
    const sight = sightOf([pack], sectors, { role, unit });
    const shown = (topic: string, industry: string) =>
      shownTo(sight, { pack: pack.id, lead: 'tax', assist: [], topic, industry });
    deepEqual(
      [shown('tax', 'metal'), shown('permit', ''), shown('tax', 'retail'), shown('tax', '')],
      ['words', 'words', 'nothing', 'nothing'],
    );
  };
}
