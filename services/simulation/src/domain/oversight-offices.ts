// Who oversees, checks, rules and deliberates in a programme, read from its pack; `undefined` where the pack
// does not foresee it or gives the command to nobody (TR-2).
import type { Pack } from '#policy/pack';
import type { PackCommand } from '#policy/pack-words';
import { panelQuestionsOf } from '#policy/panel-questions';
import type { Person } from './acts';
import type { Question } from './deliberated';

/** A step of supervision 督办层级. */
export interface OfficeStep {
  readonly id: string;
  readonly by: Person;
  /** Another body's to take: the case is handed over to it. */
  readonly transfers: boolean;
  readonly when: readonly string[];
}

/** The people above and beside the unit. */
export interface OversightOffices {
  /** From the lowest to the highest. */
  readonly steps: readonly OfficeStep[];
  readonly states: Person | undefined;
  readonly clears: Person | undefined;
  readonly transfers: Person | undefined;
  readonly outcomes: Person | undefined;
  readonly review: { readonly by: Person; readonly ownTime: boolean } | undefined;
  /** Who rules on contests 申诉, where units may file them. */
  readonly contests: Person | undefined;
  readonly panel:
    | {
        readonly convenes: Person;
        readonly role: string;
        readonly quorum: number;
        readonly questions: readonly Question[];
      }
    | undefined;
  readonly meeting: Person | undefined;
  readonly extension: { readonly clock: string; readonly rules: Person } | undefined;
  readonly escalation: { readonly ground: string; readonly audits: Person } | undefined;
  readonly urgency: Person | undefined;
}

/** Reads them. */
export function oversightOfficesOf(pack: Pack): OversightOffices {
  const may = (command: PackCommand) => pack.scopes.filter((scope) => scope.may.includes(command));
  const first = (command: PackCommand, named?: readonly string[]): Person | undefined => {
    const roles = may(command).map(({ role }) => role);
    return personOf(named === undefined ? roles[0] : named.find((role) => roles.includes(role)));
  };
  const inUnit = (command: PackCommand) => may(command).length > 0;
  const { supervision, review, contest, extension } = pack;
  const reviewer = first('GiveFindings', review?.by ?? []);
  const extender = personOf(extension?.ruledBy[0]);
  return {
    steps: supervision.steps.map(({ id, by, transferTo, when }) => {
      return { id, by: { role: by, id: `${by}-1` }, transfers: transferTo !== undefined, when };
    }),
    states: first('StateGround'),
    clears: first('ClearEntry'),
    transfers: first('RecordTransfer'),
    outcomes: first('RecordTransferOutcome'),
    review: review && reviewer && { by: reviewer, ownTime: review.mendWithin === undefined },
    contests: contest && inUnit('FileContest') ? first('RuleContest', contest.ruledBy) : undefined,
    panel: panelOf(pack, first('ConvenePanel')),
    meeting: pack.jointMeeting && first('ConveneMeeting', [pack.jointMeeting.by]),
    extension: extension && extender && { clock: extension.clock, rules: extender },
    escalation: escalationOf(pack, inUnit('RequestEscalation')),
    urgency: pack.urgent && first('ConfirmUrgent', pack.urgent.confirmedBy),
  };
}

function panelOf(pack: Pack, convenes: Person | undefined): OversightOffices['panel'] {
  const { panel } = pack;
  if (panel === undefined || convenes === undefined) return undefined;
  const { by: role, voting } = panel;
  return { convenes, role, quorum: voting.quorum, questions: panelQuestionsOf(pack) };
}

function escalationOf({ grading }: Pack, mayAsk: boolean): OversightOffices['escalation'] {
  const ground = grading?.table.find(({ level }) => level === 'city')?.ground;
  const audits = personOf(grading?.escalation.auditBy);
  return ground && audits && mayAsk ? { ground, audits } : undefined;
}

function personOf(role: string | undefined): Person | undefined {
  return role === undefined ? undefined : { role, id: `${role}-1` };
}
