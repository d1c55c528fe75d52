// 权限: what a pack lets a role do and read, and on whose cases (TR-2). The deciders of the services and the
// web door ask here; nobody else knows a role by name.
import type { Pack } from './pack';
import type { PackCommand } from './pack-words';

/** On whose cases a role may do something; `none` when it may not. */
export type Reach = 'all' | 'before-work' | 'own-unit' | 'none';

/**
 * What staff ask for: the words packs hand out, and what follows from another word or setting – whoever may
 * complete asks for more time, whom `extension` names rules on it, whom `answering` names releases answers or
 * returns them (HD-2), whom `contact.ofProtected` names contacts protected enterprises (HD-10), whom `checks`
 * names checks facts or result (HD-7), whoever may ask for data opens it, and whom `dataRequests` names
 * beside (HD-8).
 */
export type AskedCommand =
  | PackCommand
  | 'RequestExtension'
  | 'RuleExtension'
  | 'ReleaseAnswer'
  | 'RecordFactCheck'
  | 'RecordResultCheck'
  | 'ReadData'
  | 'ContactProtected';

/**
 * What a role reads: cases of all, of its unit, of its sector, of the enterprises and projects a person looks
 * after; or only where they stand, without words.
 */
export type Sight = Pack['scopes'][number]['sees'];

/** The word by which packs hand a command out: some come with another. */
export function wordFor(
  asked: Exclude<
    AskedCommand,
    'RuleExtension' | 'ReleaseAnswer' | 'RecordFactCheck' | 'RecordResultCheck' | 'ContactProtected'
  >,
): PackCommand {
  if (asked === 'RequestExtension') return 'CompleteAppeal';
  return asked === 'ReadData' ? 'RequestData' : asked;
}

const WIDEST_FIRST: readonly Reach[] = ['all', 'before-work', 'own-unit'];

/** The widest reach a pack gives a role for a command. */
export function reachOf(
  {
    scopes,
    extension,
    answering,
    checks,
    dataRequests,
    contact,
  }: Pick<Pack, 'scopes' | 'extension' | 'answering' | 'checks' | 'dataRequests' | 'contact'>,
  role: string,
  asked: AskedCommand,
): Reach {
  if (asked === 'RuleExtension') return extension?.ruledBy.includes(role) === true ? 'all' : 'none';
  if (asked === 'ReleaseAnswer') return answering.role === role ? 'all' : 'none';
  if (asked === 'ContactProtected') return contact.ofProtected?.by === role ? 'all' : 'none';
  if (asked === 'RecordFactCheck') return checks?.facts?.by === role ? 'all' : 'none';
  if (asked === 'RecordResultCheck') return checks?.result?.by === role ? 'all' : 'none';
  if (asked === 'ReadData' && dataRequests?.readBy.includes(role) === true) return 'all';
  const command = wordFor(asked);
  const given = scopes.filter((scope) => scope.role === role && scope.may.includes(command));
  return WIDEST_FIRST.find((reach) => given.some(({ on }) => on === reach)) ?? 'none';
}

/** Whether a role may admit what is held on a ground of which it is the named exception (IN-5). */
export function mayExcept({ admission }: Pick<Pack, 'admission'>, role: string): boolean {
  return admission.decline.some(({ exceptionBy }) => exceptionBy === role);
}

/**
 * Roles of the product itself, in every jurisdiction and with what they see: 运维 who sees that cases move, and
 * another platform that pushes appeals.
 */
const PRODUCT_ROLES: ReadonlyMap<string, readonly Sight[]> = new Map([
  ['ops', ['states-only']],
  ['channel', []],
]);

/** All roles somebody may have where these packs are in force. */
export function rolesOf(packs: readonly Pick<Pack, 'roles'>[]): readonly string[] {
  const named = packs.flatMap(({ roles }) => roles.map(({ id }) => id));
  return [...new Set([...named, ...PRODUCT_ROLES.keys()])];
}

/** What a pack lets a role read; empty for a role it does not know. */
export function sightsOf({ scopes }: Pick<Pack, 'scopes'>, role: string): ReadonlySet<Sight> {
  const given = scopes.filter((scope) => scope.role === role).map(({ sees }) => sees);
  return new Set([...given, ...(PRODUCT_ROLES.get(role) ?? [])]);
}

/** Whether somebody of the role acts or reads as one of a unit, and so must say of which. */
export function belongsToUnit({ scopes }: Pick<Pack, 'scopes'>, role: string): boolean {
  return scopes.some((scope) => scope.role === role && [scope.sees, scope.on].includes('own-unit'));
}

/**
 * Cases somebody sees: of the packs (none: of any), with `unit` as lead or assisting (empty: with any), of
 * one of the topics or industries (none of both: of any), and of one of the enterprises (none: of any).
 */
export interface CaseScope {
  readonly packs: readonly string[];
  readonly unit: string;
  readonly topics: readonly string[];
  readonly industries: readonly string[];
  readonly enterprises: readonly string[];
}

/** Of a case, what decides on who sees it. */
export interface ScopedCase {
  /** Id of the pack that governs; empty before admission. */
  readonly pack: string;
  readonly lead: string;
  readonly assist: readonly string[];
  readonly topic: string;
  readonly industry: string;
  /** Code of the enterprise; empty where it is not known, or not shown (HD-10). */
  readonly uscc: string;
}

/** Whether a scope holds a case. */
export function inScope(
  { packs, unit, topics, industries, enterprises }: CaseScope,
  one: ScopedCase,
): boolean {
  if (packs.length > 0 && !packs.includes(one.pack)) return false;
  if (unit !== '' && ![one.lead, ...one.assist].includes(unit)) return false;
  if (enterprises.length > 0 && !enterprises.includes(one.uscc)) return false;
  if (topics.length + industries.length === 0) return true;
  return topics.includes(one.topic) || industries.includes(one.industry);
}
