// What must hold between the mappings of external platforms, the systems that are told, and the rest of the
// profile: one mapping for a door, codes and units that mean something here.
import type { FileProblem } from '#working-calendar/source-file';
import { type Quoted, twice, unknown } from './profile-checks';
import type { Rows } from './profile-files';

/** Everything wrong in platforms.yaml, wechat.yaml and webhooks.yaml that their own schemas cannot see. */
export function platformProblems(rows: Rows): FileProblem[] {
  const regions = new Set(rows.regions.map(({ value }) => value.code));
  const units = new Set(rows.units.map(({ value }) => value.code));
  const topics = new Set(rows.topics.map(({ value }) => value.code));
  return [
    ...twice<{ readonly door: string }>([...rows.platforms, ...rows.wechat], 'door', ({ door }) => door),
    ...twice(rows.wechat, 'appId', ({ appId }) => appId),
    ...twice(rows.webhooks, 'id', ({ id }) => id),
    ...rows.webhooks.flatMap((row) => {
      const { unit } = row.value;
      return unit === undefined ? [] : unknown(row, units, 'units.json', [['unit'], unit]);
    }),
    ...rows.platforms.flatMap((row) => {
      const { codes, fields } = row.value;
      return [
        ...unknown(
          row,
          regions,
          'regions.json',
          ...meanings('region', codes.region),
          ...fixed('region', fields.region),
        ),
        ...unknown(
          row,
          topics,
          'topics.json',
          ...meanings('topic', codes.topic),
          ...fixed('topic', fields.topic),
        ),
      ];
    }),
  ];
}

function meanings(field: string, table: Readonly<Record<string, string>> = {}): Quoted[] {
  return Object.entries(table).map(([theirs, ours]): Quoted => [['codes', field, theirs], ours]);
}

function fixed(field: string, source: unknown): Quoted[] {
  if (typeof source !== 'object' || source === null || !('fixed' in source)) return [];
  return [[['fields', field, 'fixed'], String(source.fixed)]];
}
