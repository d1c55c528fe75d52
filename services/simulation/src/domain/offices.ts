// Who does what in a programme 岗位, read from its pack: the roles its scopes give a command to, and what it
// asks of a unit. People keep their ways under every pack; what differs is who is called upon, and for what.
import type { Pack } from '#policy/pack';
import type { PackCommand } from '#policy/pack-words';
import type { Post } from '#policy/profile-people';
import type { Person } from './acts';
import { type OversightOffices, oversightOfficesOf } from './oversight-offices';

/** The people of a programme. `undefined` where the pack gives the command to nobody. */
export interface Offices {
  readonly identity: Person | undefined;
  readonly screening: Person | undefined;
  readonly desk: Person | undefined;
  /** Takes a dispatch back before work on it has begun. */
  readonly recall: Person | undefined;
  readonly objections: Person | undefined;
  /** Speaks for the body that decides when units send a matter to and fro. */
  readonly designates: Person | undefined;
  /** Lets an answer go that the platform gives itself. */
  readonly releases: Person | undefined;
  readonly followUp: Person;
  /** Opens a case again, or closes it, when somebody is discontent. */
  readonly review: Person | undefined;
  /** Role of those who work in the units. */
  readonly handler: string;
  readonly units: UnitDuties;
  readonly oversight: OversightOffices;
  /** What becomes of discontent first. */
  readonly discontent: Pack['dissatisfied']['ways'][number];
}

/** What is asked of a unit. */
interface UnitDuties {
  readonly opinion: boolean;
  readonly mayWaiveVisit: boolean;
  readonly mustProposeUnit: boolean;
  readonly completionTypes: readonly string[];
  /** Kinds of posts whose signatures a completion needs, in their order; none where it is handed in at once. */
  readonly signedBy: readonly { readonly step: string; readonly kind: NonNullable<Post['kind']> }[];
}

/** Reads the offices of a pack. */
export function officesOf(pack: Pack): Offices {
  const { scopes, objection, contact, answering, completionTypes, followUp, dissatisfied, unitChain } = pack;
  const rolesFor = (command: PackCommand) =>
    scopes.filter(({ may, on }) => on !== 'own-unit' && may.includes(command)).map(({ role }) => role);
  const first = (command: PackCommand) => personOf(rolesFor(command)[0]);
  const inUnit = scopes.filter(({ on }) => on === 'own-unit');
  const completing = ({ may }: Pack['scopes'][number]) => may.includes('CompleteAppeal');
  // The loader refuses a pack in which nobody may complete.
  const handler = (inUnit.find(completing) ?? scopes.find(completing))?.role ?? '';
  return {
    identity: first('RuleIdentity'),
    screening: first('AdmitAppeal'),
    desk: first('DispatchAppeal'),
    recall: first('RecallDispatch'),
    objections: first('RuleObjection'),
    designates: personOf(objection.ruledBy.find((role) => rolesFor('RuleObjection').includes(role))),
    releases: personOf(answering.role),
    followUp: { role: followUp.by, id: `${followUp.by}-1` },
    review: first('ReopenAppeal'),
    handler,
    units: {
      opinion: inUnit.some(({ may }) => may.includes('GivePreliminaryOpinion')),
      mayWaiveVisit: contact.visit === 'waivable-with-agreement',
      mustProposeUnit: objection.mustProposeUnit,
      completionTypes: completionTypes.map(({ id }) => id),
      signedBy: (unitChain?.steps ?? []).slice(1).map(({ id: step, by: kind }) => ({ step, kind })),
    },
    oversight: oversightOfficesOf(pack),
    discontent: dissatisfied.ways[0] ?? 'final',
  };
}

function personOf(role: string | undefined): Person | undefined {
  return role === undefined ? undefined : { role, id: `${role}-1` };
}

/** Somebody of a unit. */
export function handlerOf(unit: string, { offices }: { readonly offices: Offices }): Person {
  return { role: offices.handler, id: `${offices.handler}-${unit}`, unit };
}
