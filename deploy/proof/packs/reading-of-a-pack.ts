// Whose cases a pack lets a role read, asked of the rules by which the web door shows lists and files.
import { deepEqual } from 'node:assert/strict';
import { shownTo, sightOf } from '#gateway/app/sight';
import { lookedAfterBy } from '#policy/sponsors';
import type { Proof } from './proof';

/** People of the role in the unit read what is of its industries and topics, and nothing beyond. */
export function readsItsSector(role: string, unit: string): Proof {
  return (pack) => {
    const sectors = [
      { unit, industries: ['metal'], topics: ['permit'] },
      { unit: 'com', industries: ['retail'] },
    ];
    const sight = sightOf([pack], { sectors, lookedAfter: [] }, { role, unit });
    const shown = (topic: string, industry: string) =>
      shownTo(sight, { pack: pack.id, lead: 'tax', assist: [], topic, industry, uscc: 'A' });
    deepEqual(
      [shown('tax', 'metal'), shown('permit', ''), shown('tax', 'retail'), shown('tax', '')],
      ['words', 'words', 'nothing', 'nothing'],
    );
  };
}

const PROFILE = {
  sponsors: [
    { enterprise: 'A', leader: 'mayor', since: '2026-03-02', until: '2026-03-31' },
    { project: 'park', leader: 'mayor', since: '2026-01-05' },
  ],
  projects: [
    { id: 'park', name: '产业园二期', enterprises: ['B'], since: '2026-01-05', until: '2026-03-01' },
  ],
};

/** People of the role read what is of the enterprises and key projects they look after on that day. */
export function readsWhatItLooksAfter(role: string): Proof {
  return (pack) => {
    const shown = (id: string, day: string, uscc: string) => {
      const lookedAfter = lookedAfterBy(PROFILE, id, Date.parse(`${day}T00:00:00+08:00`));
      const sight = sightOf(
        [pack],
        { sectors: [{ role, topics: ['tax'] }], lookedAfter },
        { role, unit: '' },
      );
      return shownTo(sight, { pack: pack.id, lead: 'tax', assist: [], topic: 'tax', industry: '', uscc });
    };
    const on = (day: string) => ['A', 'B', 'C', ''].map((uscc) => shown('mayor', day, uscc)).join(' ');
    deepEqual(
      [on('2026-03-01'), on('2026-03-02'), on('2026-04-01'), shown('vice-mayor', '2026-03-02', 'A')],
      [
        'nothing words nothing nothing',
        'words nothing nothing nothing',
        'nothing nothing nothing nothing',
        'nothing',
      ],
    );
  };
}
