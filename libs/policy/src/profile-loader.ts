// Loads a jurisdiction profile from its directory and checks that its parts fit together: every code a row
// quotes must exist, every key must stand once. A file of a thousand rows with one bad row says which row and
// why.
import type { ZodType } from 'zod';
import { ok, type Result, refuse } from '#kernel/result';
import { contentAddress } from '#working-calendar/content-address';
import { diskFiles, type FileReader } from '#working-calendar/disk-files';
import {
  type Checked,
  checkSource,
  type FileProblem,
  type Parsed,
  parseSource,
  readRows,
  readSource,
} from '#working-calendar/source-file';
import { rowProblems } from './governance';
import {
  articleSchema,
  enterpriseSchema,
  type Profile,
  profileHeadSchema,
  questionSchema,
  regionSchema,
  topicSchema,
  trainingAppealSchema,
  unitSchema,
} from './profile';

type Problems = readonly FileProblem[];

/** The checked rows of every file of a profile. */
interface Rows {
  readonly head: Checked<ReturnType<typeof profileHeadSchema.parse>>;
  readonly units: readonly Checked<Profile['units'][number]>[];
  readonly regions: readonly Checked<Profile['regions'][number]>[];
  readonly topics: readonly Checked<Profile['topics'][number]>[];
  readonly register: readonly Checked<Profile['register'][number]>[];
  readonly knowledge: readonly Checked<Profile['knowledge'][number]>[];
  readonly questions: readonly Checked<Profile['questions'][number]>[];
  readonly training: readonly Checked<Profile['training'][number]>[];
}

/** Reads a profile from its directory. Problems are told by policyProblemText. */
export function loadProfile(directory: string, files: FileReader = diskFiles): Result<Profile, Problems> {
  const read = readFiles(directory, files);
  if (!read.ok) return read;
  const rows = read.value;
  const problems = [
    ...duplicates(rows),
    ...references(rows),
    ...jurisdiction(rows),
    ...dates(rows),
    ...governance(rows),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({
    ...rows.head.value,
    units: values(rows.units),
    regions: values(rows.regions),
    topics: values(rows.topics),
    register: values(rows.register),
    knowledge: values(rows.knowledge),
    questions: values(rows.questions),
    training: values(rows.training),
  });
}

/** Content address of a profile: `profile-` and 64 hex digits. */
export function profileHash(profile: Profile): string {
  return `profile-${contentAddress(profile)}`;
}

function readFiles(directory: string, files: FileReader): Result<Rows, Problems> {
  const problems: FileProblem[] = [];
  const read = <T>(
    name: string,
    take: (file: string, text: string) => Result<T, Problems>,
  ): T | undefined => {
    const file = `${directory}/${name}`;
    const text = files.readText(file);
    const missing = { code: 'file-missing', file, line: 0, field: '', params: {} };
    const taken = text === null ? refuse([missing]) : take(file, text);
    if (taken.ok) return taken.value;
    problems.push(...taken.error);
    return undefined;
  };
  const list = <T>(name: string, schema: ZodType<T>) =>
    read(name, (file, text) => readList({ file, text }, schema));
  const rows = <T>(name: string, schema: ZodType<T>) =>
    read(name, (file, text) => readRows({ file, text }, schema));
  const found = {
    head: read('profile.yaml', (file, text) => readSource({ file, text }, profileHeadSchema)),
    units: list('units.json', unitSchema),
    regions: list('regions.json', regionSchema),
    topics: list('topics.json', topicSchema),
    register: rows('register.jsonl', enterpriseSchema),
    knowledge: rows('knowledge.jsonl', articleSchema),
    questions: rows('questions.jsonl', questionSchema),
    training: rows('training/appeals.jsonl', trainingAppealSchema),
  };
  return problems.length > 0 ? refuse(problems) : ok(found as Rows);
}

/** A JSON list, checked item by item so that each problem has its own line. */
function readList<T>(
  source: { readonly file: string; readonly text: string },
  schema: ZodType<T>,
): Result<readonly Checked<T>[], Problems> {
  const parsed = parseSource(source);
  if (!parsed.ok) return parsed;
  const { data, file, lineOf, placeOf } = parsed.value;
  if (!Array.isArray(data)) {
    return refuse([
      { code: 'wrong-type', file, line: 1, field: '', params: { value: typeof data, expected: 'list' } },
    ]);
  }
  const items: Checked<T>[] = [];
  const problems: FileProblem[] = [];
  (data as readonly unknown[]).forEach((item, i) => {
    const below: Parsed = {
      ...{ file, data: item },
      lineOf: (path) => lineOf([i, ...path]),
      placeOf: (path) => placeOf([i, ...path]),
    };
    const checked = checkSource(below, schema);
    if (checked.ok) items.push(checked.value);
    else problems.push(...checked.error);
  });
  return problems.length > 0 ? refuse(problems) : ok(items);
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

function twice<T>(rows: readonly Checked<T>[], field: string, keyOf: (row: T) => string): FileProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const value = keyOf(row.value);
    const line = first.get(value);
    if (line === undefined) first.set(value, row.lineOf([field]));
    return line === undefined ? [] : [problem(row, 'duplicate-key', [field], { value, first: String(line) })];
  });
}

function references(rows: Rows): FileProblem[] {
  const units = new Set(rows.units.map((row) => row.value.code));
  const regions = new Set(rows.regions.map((row) => row.value.code));
  const topics = new Set(rows.topics.map((row) => row.value.code));
  const articles = new Set(rows.knowledge.map((row) => row.value.id));
  const found: FileProblem[] = [];
  const need = <T>(
    row: Checked<T>,
    known: ReadonlySet<string>,
    list: string,
    ...quoted: [PropertyKey[], string][]
  ) => {
    for (const [path, value] of quoted) {
      if (!known.has(value)) found.push(problem(row, 'unknown-reference', path, { value, list }));
    }
  };
  const each = (path: PropertyKey[], items: readonly string[] = []) =>
    items.map((value, i): [PropertyKey[], string] => [[...path, i], value]);
  rows.head.value.sectors?.forEach(({ unit, topics: named }, i) => {
    if (unit !== undefined) need(rows.head, units, 'units.json', [['sectors', i, 'unit'], unit]);
    need(rows.head, topics, 'topics.json', ...each(['sectors', i, 'topics'], named));
  });
  for (const row of rows.units)
    need(row, regions, 'regions.json', ...each(['territory'], row.value.territory));
  for (const row of rows.register) need(row, regions, 'regions.json', [['region'], row.value.region]);
  for (const row of rows.knowledge) {
    const { department, topic, supersededBy, eligibility } = row.value;
    need(row, units, 'units.json', [['department'], department]);
    need(row, topics, 'topics.json', [['topic'], topic]);
    if (supersededBy !== undefined) need(row, articles, 'knowledge.jsonl', [['supersededBy'], supersededBy]);
    need(row, regions, 'regions.json', ...each(['eligibility', 'regions'], eligibility?.regions));
  }
  for (const row of rows.questions)
    need(row, articles, 'knowledge.jsonl', ...each(['answers'], row.value.answers));
  for (const row of rows.training) {
    const { topic, enterprise, label } = row.value;
    need(row, topics, 'topics.json', [['topic'], topic]);
    need(row, regions, 'regions.json', [['enterprise', 'region'], enterprise.region]);
    need(
      row,
      units,
      'units.json',
      [['label', 'lead'], label.lead],
      ...each(['label', 'assist'], label.assist),
    );
    need(row, articles, 'knowledge.jsonl', ...each(['label', 'knowledge'], label.knowledge));
  }
  return found;
}

function jurisdiction(rows: Rows): FileProblem[] {
  const prefixes = rows.head.value.regionPrefixes;
  return rows.regions
    .filter((row) => !prefixes.some((prefix) => row.value.division.startsWith(prefix)))
    .map((row) => {
      const params = { value: row.value.division, prefixes: prefixes.join(' ') };
      return problem(row, 'outside-jurisdiction', ['division'], params);
    });
}

function dates(rows: Rows): FileProblem[] {
  return rows.knowledge.flatMap((row) => {
    const { validFrom, validTo } = row.value;
    if (validTo === null || validTo >= validFrom) return [];
    return [problem(row, 'dates-reversed', ['validTo'], { value: validTo, from: validFrom })];
  });
}

function governance({ head }: Rows): FileProblem[] {
  return rowProblems(head.value.packs).map(({ code, row, params }) =>
    problem(head, code, row < 0 ? ['packs'] : ['packs', row], params),
  );
}

function problem<T>(
  row: Checked<T>,
  code: string,
  path: readonly PropertyKey[],
  params: Readonly<Record<string, string>>,
): FileProblem {
  return { code, file: row.file, ...row.placeOf(path), field: path.map(String).join('.'), params };
}

function values<T>(rows: readonly Checked<T>[]): readonly T[] {
  return rows.map((row) => row.value);
}
