// Names of the codes that sentences speak of, so that nobody reads a code where an office has a name.
import { APPEAL_STATUS } from '#contracts/appeal-status';
import type { Sentence } from '#contracts/problem';
import type { VersionBook } from '#platform/version-book';

/** Finds the name of a value by what the sentence calls it; a value without name stays as it is. */
export function namesOf(versions: VersionBook): (param: string, value: string) => Sentence | undefined {
  const unit = (code: string): Sentence | undefined => {
    const name = versions.profile().units.find((one) => one.code === code)?.name;
    return name === undefined ? undefined : { zh: name, en: name };
  };
  const role = (id: string): Sentence | undefined => {
    const roles = versions.packsInForce().flatMap((pack) => pack.roles);
    return roles.find((one) => one.id === id)?.title;
  };
  const status = (code: string): Sentence | undefined => {
    return Object.hasOwn(APPEAL_STATUS, code) ? APPEAL_STATUS[code as keyof typeof APPEAL_STATUS] : undefined;
  };
  const names: Readonly<Record<string, (value: string) => Sentence | undefined>> = { unit, role, status };
  return (param, value) => (Object.hasOwn(names, param) ? names[param]?.(value) : undefined);
}
