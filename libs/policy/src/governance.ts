// 适用规则包: which of the packs of an instance governs an appeal is fixed at its admission by the door it came
// through and its kind. The profile says so, one row a pack; exactly one row names neither doors nor kinds
// and governs all that no other claims. No door and kind may be claimed twice: two sets of clocks for one
// appeal would contradict each other.
import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel/result';
import type { Pack } from './pack';
import { identifier } from './pack-parts';

/** A row of the profile: the pack of that id governs appeals of these doors and these kinds. */
export const governanceRowSchema = z.strictObject({
  id: identifier,
  /** Absent = every door. */
  doors: z.array(identifier).min(1).optional(),
  /** Absent = every kind. */
  kinds: z.array(identifier).min(1).optional(),
});

/** See `governanceRowSchema`. */
export type GovernanceRow = z.infer<typeof governanceRowSchema>;

/** A pack that is deployed now, with its content hash. */
export interface DeployedPack {
  readonly hash: string;
  readonly pack: Pick<Pack, 'id' | 'doors' | 'kinds' | 'reports'>;
}

/** Who governs what: `others` claim doors or kinds, `rest` has everything else. */
export interface Governance {
  readonly rest: string;
  readonly others: readonly {
    readonly hash: string;
    readonly doors?: readonly string[] | undefined;
    readonly kinds?: readonly string[] | undefined;
  }[];
}

/** Why the rows and the packs do not fit; its sentence stands in pack-sentences.ts. */
export interface GovernanceProblem {
  readonly code:
    | 'governed-twice'
    | 'rest-not-one'
    | 'pack-without-row'
    | 'unknown-door'
    | 'unknown-kind'
    | 'report-ungoverned';
  /** The row it is about; -1 for the list. */
  readonly row: number;
  readonly params: Readonly<Record<string, string>>;
}

/** What is wrong with the rows by themselves. */
export function rowProblems(rows: readonly GovernanceRow[]): readonly GovernanceProblem[] {
  const rest = rows.filter(isRest).map(({ id }) => id);
  const problems: GovernanceProblem[] = [];
  if (rest.length !== 1)
    problems.push({ code: 'rest-not-one', row: -1, params: { packs: rest.join(' ') || '—' } });
  rows.forEach((row, i) => {
    rows.slice(0, i).forEach((before) => {
      if (isRest(row) || isRest(before)) return;
      const [door, kind] = [shared(before.doors, row.doors), shared(before.kinds, row.kinds)];
      if (door === undefined || kind === undefined) return;
      const params = { first: before.id, second: row.id, door, kind };
      problems.push({ code: 'governed-twice', row: i, params });
    });
  });
  return problems;
}

/**
 * Who governs what with these packs deployed. One pack alone governs everything, whatever the rows say; rows
 * of packs that are not deployed are not in force.
 */
export function governanceOf(
  rows: readonly GovernanceRow[],
  deployed: readonly DeployedPack[],
): Result<Governance, readonly GovernanceProblem[]> {
  const [only] = deployed;
  if (only !== undefined && deployed.length === 1) return ok({ rest: only.hash, others: [] });
  const inForce = rows.filter(({ id }) => deployed.some(({ pack }) => pack.id === id));
  const problems = [...rowProblems(inForce), ...deployed.flatMap((one) => fitProblems(one, rows))];
  if (problems.length > 0) return refuse(problems);
  const hashOf = (id: string) => deployed.find(({ pack }) => pack.id === id)?.hash ?? '';
  const rest = inForce.find(isRest);
  const others = inForce
    .filter((row) => !isRest(row))
    .map(({ id, doors, kinds }) => ({ hash: hashOf(id), doors, kinds }));
  const governance = { rest: hashOf(rest?.id ?? ''), others };
  const astray = deployed.flatMap((one) => astrayReports(one, governance, rows));
  return astray.length > 0 ? refuse(astray) : ok(governance);
}

/**
 * Tables that units hand in for a pack, through a door whose appeals another governs: none of them would be
 * taken.
 */
function astrayReports(
  { pack, hash }: DeployedPack,
  governance: Governance,
  rows: readonly GovernanceRow[],
): readonly GovernanceProblem[] {
  const row = rows.findIndex(({ id }) => id === pack.id);
  return pack.reports.flatMap(({ id: report, handedIn }): GovernanceProblem[] => {
    if (handedIn === undefined || governorOf(governance, handedIn.at, '') === hash) return [];
    return [{ code: 'report-ungoverned', row, params: { report, door: handedIn.at, pack: pack.id } }];
  });
}

/** Hash of the pack that governs an appeal of that door and kind; a kind not given is ''. */
export function governorOf({ rest, others }: Governance, door: string, kind: string): string {
  const claims = (list: readonly string[] | undefined, value: string) => list?.includes(value) ?? true;
  return others.find(({ doors, kinds }) => claims(doors, door) && claims(kinds, kind))?.hash ?? rest;
}

function fitProblems({ pack }: DeployedPack, rows: readonly GovernanceRow[]): readonly GovernanceProblem[] {
  const row = rows.findIndex(({ id }) => id === pack.id);
  const found = rows[row];
  if (found === undefined) return [{ code: 'pack-without-row', row: -1, params: { pack: pack.id } }];
  const strange = (list: readonly string[] | undefined, known: readonly { readonly id: string }[]) =>
    (list ?? []).filter((id) => known.every((one) => one.id !== id));
  return [
    ...strange(found.doors, pack.doors).map((door) => {
      return { code: 'unknown-door', row, params: { door, pack: pack.id } } as const;
    }),
    ...strange(found.kinds, pack.kinds).map((kind) => {
      return {
        code: 'unknown-kind',
        row,
        params: { kind, known: pack.kinds.map(({ id }) => id).join(' ') },
      } as const;
    }),
  ];
}

function isRest({ doors, kinds }: GovernanceRow): boolean {
  return doors === undefined && kinds === undefined;
}

/** A value both lists hold, an absent list holding everything. */
function shared(
  left: readonly string[] | undefined,
  right: readonly string[] | undefined,
): string | undefined {
  if (left === undefined) return right?.[0] ?? '*';
  return right === undefined ? left[0] : left.find((value) => right.includes(value));
}
