// The files of a profile and their checked rows. Who edits a profile sees each wrong row with its line, so
// every row keeps the place it came from.
import type { ZodType } from 'zod';
import { ok, type Result, refuse } from '#kernel/result';
import type { FileReader } from '#working-calendar/disk-files';
import {
  type Checked,
  checkSource,
  type FileProblem,
  type Parsed,
  parseSource,
  readRows,
  readSource,
  type SourceText,
} from '#working-calendar/source-file';
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
import { platformSchema } from './platform-mapping';
import {
  dutySchema,
  expertSchema,
  groupSchema,
  personSchema,
  postSchema,
  projectSchema,
  sponsorSchema,
} from './profile-people';
import { webhookSchema } from './webhook';
import { wechatAccountSchema } from './wechat-account';

type Problems = readonly FileProblem[];
type Lists = Omit<Profile, keyof ReturnType<typeof profileHeadSchema.parse>>;

/** The checked rows of every file of a profile. */
export type Rows = { readonly head: Checked<ReturnType<typeof profileHeadSchema.parse>> } & {
  readonly [List in keyof Lists]: readonly Checked<Lists[List][number]>[];
};

/** Reads every file of the directory; lists of people that are not there are empty. */
export function readProfileFiles(directory: string, files: FileReader): Result<Rows, Problems> {
  const problems: FileProblem[] = [];
  const read = <T>(
    name: string,
    take: (source: SourceText) => Result<T, Problems>,
    without?: T,
  ): T | undefined => {
    const file = `${directory}/${name}`;
    const text = files.readText(file);
    if (text === null && without !== undefined) return without;
    const missing = { code: 'file-missing', file, line: 0, field: '', params: {} };
    const taken = text === null ? refuse([missing]) : take({ file, text });
    if (taken.ok) return taken.value;
    problems.push(...taken.error);
    return undefined;
  };
  const list = <T>(name: string, schema: ZodType<T>) => read(name, (source) => readList(source, schema));
  const rows = <T>(name: string, schema: ZodType<T>) => read(name, (source) => readRows(source, schema));
  const some = <T>(name: string, schema: ZodType<T>) =>
    read(name, (source) => readList(source, schema), [] as readonly Checked<T>[]);
  const found = {
    head: read('profile.yaml', (source) => readSource(source, profileHeadSchema)),
    units: list('units.json', unitSchema),
    regions: list('regions.json', regionSchema),
    topics: list('topics.json', topicSchema),
    register: rows('register.jsonl', enterpriseSchema),
    knowledge: rows('knowledge.jsonl', articleSchema),
    questions: rows('questions.jsonl', questionSchema),
    training: rows('training/appeals.jsonl', trainingAppealSchema),
    people: some('people.yaml', personSchema),
    posts: some('posts.yaml', postSchema),
    roster: some('roster.yaml', dutySchema),
    experts: some('experts.yaml', expertSchema),
    groups: some('groups.yaml', groupSchema),
    projects: some('projects.yaml', projectSchema),
    sponsors: some('sponsors.yaml', sponsorSchema),
    platforms: some('platforms.yaml', platformSchema),
    wechat: some('wechat.yaml', wechatAccountSchema),
    webhooks: some('webhooks.yaml', webhookSchema),
  };
  return problems.length > 0 ? refuse(problems) : ok(found as Rows);
}

/** A list, checked item by item so that each problem has its own line. */
function readList<T>(source: SourceText, schema: ZodType<T>): Result<readonly Checked<T>[], Problems> {
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

/** A problem of one row, at the place of the setting named by `path`. */
export function rowProblem<T>(
  row: Checked<T>,
  code: string,
  path: readonly PropertyKey[],
  params: Readonly<Record<string, string>>,
): FileProblem {
  return { code, file: row.file, ...row.placeOf(path), field: path.map(String).join('.'), params };
}
