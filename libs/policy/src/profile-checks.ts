// What must hold between the files of a profile: a key stands once, a quoted code exists, a date is not
// before its beginning, and who governs what is said once.
import type { Checked, FileProblem } from '#working-calendar/source-file';
import { rowProblems } from './governance';
import type { Unit } from './profile';
import { type Rows, rowProblem } from './profile-files';

/** One quoted code: where it stands in its row, and what it is. */
export type Quoted = readonly [path: readonly PropertyKey[], value: string];

/** Everything wrong between the core files of a profile. */
export function fitProblems(rows: Rows): FileProblem[] {
  return [
    ...duplicates(rows),
    ...references(rows),
    ...jurisdiction(rows),
    ...dates(rows),
    ...governance(rows),
  ];
}

/** A row for every quoted code `known` does not hold; `list` is the file it should stand in. */
export function unknown<T>(
  row: Checked<T>,
  known: ReadonlySet<string>,
  list: string,
  ...quoted: readonly Quoted[]
): FileProblem[] {
  return quoted
    .filter(([, value]) => !known.has(value))
    .map(([path, value]) => rowProblem(row, 'unknown-reference', path, { value, list }));
}

/** The items of a list of codes, each with its place. */
export function each(path: readonly PropertyKey[], items: readonly string[] = []): Quoted[] {
  return items.map((value, i): Quoted => [[...path, i], value]);
}

/** Keys that stand twice in a file. Rows whose key is undefined have none. */
export function twice<T>(
  rows: readonly Checked<T>[],
  field: string,
  keyOf: (row: T) => string | undefined,
): FileProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const value = keyOf(row.value);
    if (value === undefined) return [];
    const line = first.get(value);
    if (line === undefined) first.set(value, row.lineOf([field]));
    return line === undefined
      ? []
      : [rowProblem(row, 'duplicate-key', [field], { value, first: String(line) })];
  });
}

function duplicates(rows: Rows): FileProblem[] {
  return [
    ...twice(rows.units, 'code', (unit) => unit.code),
    ...twice(rows.regions, 'code', (region) => region.code),
    ...twice(rows.topics, 'code', (topic) => topic.code),
    ...twice(rows.register, 'uscc', (enterprise) => enterprise.uscc),
    ...twice(rows.knowledge, 'id', (article) => article.id),
    ...twice(rows.training, 'id', (appeal) => appeal.id),
  ];
}

function references(rows: Rows): FileProblem[] {
  const units = new Set(rows.units.map((row) => row.value.code));
  // A label of the past names the unit of its day; the classifier learns it as the successor's.
  const evers = new Set(rows.units.flatMap(({ value }) => [value.code, ...formerCodes(value)]));
  const regions = new Set(rows.regions.map((row) => row.value.code));
  const topics = new Set(rows.topics.map((row) => row.value.code));
  const articles = new Set(rows.knowledge.map((row) => row.value.id));
  return [
    ...(rows.head.value.sectors ?? []).flatMap(({ unit, topics: named }, i) => [
      ...unknown(
        rows.head,
        units,
        'units.json',
        ...listed(unit).map((one): Quoted => [['sectors', i, 'unit'], one]),
      ),
      ...unknown(rows.head, topics, 'topics.json', ...each(['sectors', i, 'topics'], named)),
    ]),
    ...rows.units.flatMap((row) =>
      unknown(row, regions, 'regions.json', ...each(['territory'], row.value.territory)),
    ),
    ...unknown(
      rows.head,
      topics,
      'topics.json',
      ...each(['territorialTopics'], rows.head.value.territorialTopics),
    ),
    ...rows.register.flatMap((row) => unknown(row, regions, 'regions.json', [['region'], row.value.region])),
    ...rows.knowledge.flatMap((row) => {
      const { department, topic, supersededBy, eligibility } = row.value;
      return [
        ...unknown(row, evers, 'units.json', [['department'], department]),
        ...unknown(row, topics, 'topics.json', [['topic'], topic]),
        ...unknown(row, articles, 'knowledge.jsonl', ...each(['supersededBy'], listed(supersededBy))),
        ...unknown(row, regions, 'regions.json', ...each(['eligibility', 'regions'], eligibility?.regions)),
      ];
    }),
    ...rows.questions.flatMap((row) =>
      unknown(row, articles, 'knowledge.jsonl', ...each(['answers'], row.value.answers)),
    ),
    ...rows.training.flatMap((row) => {
      const { topic, enterprise, label } = row.value;
      return [
        ...unknown(row, topics, 'topics.json', [['topic'], topic]),
        ...unknown(row, regions, 'regions.json', [['enterprise', 'region'], enterprise.region]),
        ...unknown(row, evers, 'units.json', [['label', 'lead'], label.lead]),
        ...unknown(row, evers, 'units.json', ...each(['label', 'assist'], label.assist)),
        ...unknown(row, articles, 'knowledge.jsonl', ...each(['label', 'knowledge'], label.knowledge)),
      ];
    }),
  ];
}

function formerCodes({ formerly = [] }: Unit): readonly string[] {
  return formerly.map(({ code }) => code);
}

function listed(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

function jurisdiction(rows: Rows): FileProblem[] {
  const prefixes = rows.head.value.regionPrefixes;
  return rows.regions
    .filter((row) => !prefixes.some((prefix) => row.value.division.startsWith(prefix)))
    .map((row) => {
      const params = { value: row.value.division, prefixes: prefixes.join(' ') };
      return rowProblem(row, 'outside-jurisdiction', ['division'], params);
    });
}

function dates(rows: Rows): FileProblem[] {
  return rows.knowledge.flatMap((row) => {
    const { validFrom, validTo } = row.value;
    if (validTo === null || validTo >= validFrom) return [];
    return [rowProblem(row, 'dates-reversed', ['validTo'], { value: validTo, from: validFrom })];
  });
}

function governance({ head }: Rows): FileProblem[] {
  return rowProblems(head.value.packs).map(({ code, row, params }) =>
    rowProblem(head, code, row < 0 ? ['packs'] : ['packs', row], params),
  );
}
