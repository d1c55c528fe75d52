// Names of the codes that sentences speak of, so that nobody reads a code where an office has a name.
import { APPEAL_STATUS } from '#contracts/appeal-status';
import { CODE_NAMES, POSTS } from '#contracts/code-names';
import type { Sentence } from '#contracts/problem';
import type { VersionBook } from '#platform/version-book';
import { nameOfUnit } from '#policy/succession';

/** What a completion may be asked for, by the name of its box. */
const DEMANDED: Readonly<Record<string, Sentence>> = {
  result: { zh: '答复', en: 'answer' },
  policyBasis: { zh: '依据（政策）', en: 'basis (policy)' },
  legalBasis: { zh: '依据（法规）', en: 'basis (law)' },
  plan: { zh: '方案', en: 'plan' },
  plannedOn: { zh: '计划办结日期', en: 'planned date' },
  enterpriseAgrees: { zh: '企业同意人和同意日期', en: 'who agreed for the enterprise, and when' },
};

/** Finds the name of a value by what the sentence calls it; a value without name stays as it is. */
export function namesOf(versions: VersionBook): (param: string, value: string) => Sentence | undefined {
  const unit = (code: string): Sentence | undefined => {
    const name = nameOfUnit(versions.profile(), code);
    return name === undefined ? undefined : { zh: name, en: name };
  };
  const role = (id: string): Sentence | undefined => {
    const roles = versions.packsInForce().flatMap((pack) => pack.roles);
    return roles.find((one) => one.id === id)?.title;
  };
  const status = (code: string): Sentence | undefined => {
    return Object.hasOwn(APPEAL_STATUS, code) ? APPEAL_STATUS[code as keyof typeof APPEAL_STATUS] : undefined;
  };
  const units = (codes: string): Sentence => {
    const all = codes.split(/, ?/).map((code) => unit(code) ?? { zh: code, en: code });
    return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') };
  };
  const type = (id: string): Sentence | undefined => {
    const types = versions.packsInForce().flatMap((pack) => pack.completionTypes);
    return types.find((one) => one.id === id)?.title;
  };
  const of = (table: Readonly<Record<string, Sentence>>) => (code: string) =>
    Object.hasOwn(table, code) ? table[code] : undefined;
  const step = (id: string): Sentence | undefined => {
    const steps = versions.packsInForce().flatMap((pack) => pack.unitChain?.steps ?? []);
    return steps.find((one) => one.id === id)?.title;
  };
  const level = (id: string): Sentence | undefined => {
    const levels = versions.packsInForce().flatMap((pack) => pack.supervision.steps);
    return levels.find((one) => one.id === id)?.title;
  };
  const coded = { field: of(DEMANDED), why: of(CODE_NAMES), post: of(POSTS), step };
  const ofSupervision = { level, below: level };
  const names: Readonly<Record<string, (value: string) => Sentence | undefined>> = {
    ...{ unit, units, role, status, type },
    ...coded,
    ...ofSupervision,
  };
  return (param, value) => (Object.hasOwn(names, param) ? names[param]?.(value) : undefined);
}
