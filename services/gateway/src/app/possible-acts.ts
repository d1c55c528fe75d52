// What may be done with a case next: what the pack that governs it gives the role (TR-2), as far as it makes
// sense where the case stands. It only tells people where to go; the owner of the stage decides again from
// its own document and refuses what came too late.
import type { Pack } from '#policy/pack';
import { type PanelQuestion, panelQuestionsOf } from '#policy/panel-questions';
import { contactsInstead } from '#policy/protected-contact';
import { type AskedCommand, reachOf } from '#policy/scopes';
import type { Actor } from './roles';
import type { SessionAtHand } from './session-at-hand';

/** An act of staff on a case: the command it is, and the statuses in which it makes sense. */
export interface ActRow {
  readonly command: AskedCommand;
  /** Another command whose right lets one do it as well. */
  readonly or?: AskedCommand;
  readonly at: readonly string[];
}

/** Of a case, what decides on the acts. */
export interface CaseAtHand {
  readonly status: string;
  readonly lead: string;
  /** What was proposed to people, e.g. `decline-litigation` while it is held on that ground. */
  readonly proposed: string;
  /** The last day asked for while nobody has ruled; else empty. */
  readonly extensionWishedOn: string;
  /** How far each assisting unit is with its part (RT-3). */
  readonly assisting: readonly { readonly unit: string; readonly step: string }[];
  /** Who the enterprise is is not shown (HD-10). */
  readonly nameProtected: boolean;
  /**
   * Where it is inside the unit, `drafting` or a step that waits for its signature; absent without a chain
   * (HD-9).
   */
  readonly inside?: InsideAtHand | undefined;
  /** The session that sits on it; absent while none does (KB-5, RT-3). */
  readonly session?: SessionAtHand | undefined;
}

/** Where a case is inside its unit, and whom the step waits for. */
interface InsideAtHand {
  readonly stage: string;
  readonly handler: string;
  readonly waitsFor: readonly string[];
  readonly mayReturn: readonly string[];
}

/** Before a unit has acknowledged; `before-work` reaches as far. */
const BEFORE_WORK: readonly string[] = ['desk', 'dispatched'];
const HANDED = ['dispatched', 'objected'] as const;
/** Statuses in which the lead works on a case. */
export const WORKING = ['acknowledged', 'contacted', 'opinion-given', 'reopened'] as const;
/** While it may still be settled whose duty it is; and up to the end, for whether the answer holds. */
export const UNSETTLED = ['desk', 'dispatched', 'objected', ...WORKING] as const;
const UNENDED = [...UNSETTLED, 'completed', 'followed-up'] as const;
/** While a panel may sit that was asked for advice. */
const ADVISED_ON = [...UNENDED, 'answered', 'answer-held'] as const;
/** When each question may be put to a panel. */
const ASKED_AT: Readonly<Record<PanelQuestion, readonly string[]>> = {
  responsibility: UNSETTLED,
  result: ['completed', 'followed-up', 'answered', 'answer-held'],
  advice: ADVISED_ON,
};

const EVERYWHERE = [
  ...['submitted', 'identity-review', 'screening', 'sent-back', 'admitted', 'declined', 'joined'],
  ...[...UNENDED, 'answered', 'answer-held', 'closed', 'withdrawn'],
] as const;

/** All acts, in the order in which they are offered. */
export const ACTS = {
  admit: { command: 'AdmitAppeal', at: ['screening', 'sent-back'] },
  decline: { command: 'DeclineAppeal', at: ['screening', 'identity-review', 'sent-back'] },
  'send-back': { command: 'SendBackAppeal', at: ['screening', 'identity-review'] },
  identity: { command: 'RuleIdentity', at: ['identity-review', 'sent-back'] },
  dispatch: { command: 'DispatchAppeal', at: ['desk'] },
  answer: { command: 'AnswerAppeal', at: ['desk'] },
  recall: { command: 'RecallDispatch', at: ['dispatched', ...WORKING] },
  'objection-ruling': { command: 'RuleObjection', at: ['objected'] },
  transfer: { command: 'TransferAppeal', at: UNSETTLED },
  escalation: { command: 'RequestEscalation', at: WORKING },
  'escalation-ruling': { command: 'RuleEscalation', at: WORKING },
  'class-setting': { command: 'SetClass', at: [...UNENDED, 'admitted', 'answered', 'answer-held'] },
  urgent: { command: 'ConfirmUrgent', at: UNSETTLED },
  'urgent-denial': { command: 'DenyUrgent', at: UNSETTLED },
  panel: { command: 'ConvenePanel', at: ADVISED_ON },
  recusal: { command: 'DeclareRecusal', at: ADVISED_ON },
  vote: { command: 'CastVote', at: ADVISED_ON },
  meeting: { command: 'ConveneMeeting', at: UNSETTLED },
  'meeting-record': { command: 'RecordMeeting', at: UNSETTLED },
  acknowledge: { command: 'AcknowledgeDispatch', at: ['dispatched', 'reopened'] },
  object: { command: 'ObjectToDispatch', at: ['dispatched', 'acknowledged', 'contacted'] },
  contact: { command: 'RecordContact', at: ['dispatched', ...WORKING] },
  opinion: { command: 'GivePreliminaryOpinion', at: ['acknowledged', 'contacted', 'reopened'] },
  complete: { command: 'CompleteAppeal', at: WORKING },
  extension: { command: 'RequestExtension', at: WORKING },
  'extension-ruling': { command: 'RuleExtension', at: WORKING },
  contribute: { command: 'GiveContribution', at: [...HANDED, ...WORKING] },
  'assist-objection-ruling': { command: 'RuleObjection', at: [...HANDED, ...WORKING] },
  'assign-inside': { command: 'AssignInside', at: WORKING },
  'submit-draft': { command: 'CompleteAppeal', at: WORKING },
  'return-draft': { command: 'SignDraft', or: 'CompleteAppeal', at: WORKING },
  'sign-draft': { command: 'SignDraft', at: WORKING },
  'hand-over-inside': { command: 'AssignInside', at: WORKING },
  'release-answer': { command: 'ReleaseAnswer', at: ['answer-held'] },
  'return-answer': { command: 'ReleaseAnswer', at: ['answer-held'] },
  'fact-check': { command: 'RecordFactCheck', at: UNSETTLED },
  'result-check': { command: 'RecordResultCheck', at: ['completed', 'followed-up'] },
  'follow-up': { command: 'FollowUpAppeal', at: ['completed'] },
  'open-protected': { command: 'ReadProtected', at: EVERYWHERE },
  reopen: { command: 'ReopenAppeal', at: ['answered', 'completed', 'followed-up', 'closed'] },
  close: { command: 'CloseAppeal', at: ['answered', 'completed', 'followed-up'] },
} as const satisfies Readonly<Record<string, ActRow>>;

/** Name of an act, as it stands in its address. */
export type Act = keyof typeof ACTS;

/** The commands any of which lets one do the act. */
export function commandsOf(act: Act): readonly AskedCommand[] {
  const row: ActRow = ACTS[act];
  return row.or === undefined ? [row.command] : [row.command, row.or];
}

type Who = Pick<Actor, 'role' | 'unit' | 'id'>;

/** What an assisting unit may do with its part, by how far it is. */
const OF_A_PART: Readonly<Record<string, readonly Act[]>> = {
  asked: ['acknowledge', 'object'],
  acknowledged: ['object', 'contribute'],
  contributed: ['contribute'],
};

/** Acts open to somebody on a case that `pack` governs. */
export function possibleActs(pack: Pack, who: Who, at: CaseAtHand): readonly Act[] {
  const rows = Object.entries(ACTS) as readonly [Act, ActRow][];
  return rows
    .filter(
      ([act, row]) =>
        makesSense(act, row, who, at) && commandsOf(act).some((command) => isGiven(command, pack, who, at)),
    )
    .map(([act]) => act);
}

/** Whether the act is of any use where the case stands; of its own part an assisting unit does the acts. */
function makesSense(act: Act, row: ActRow, { unit, id }: Who, at: CaseAtHand): boolean {
  const part = partOf(unit, at);
  if (part !== undefined) {
    const inHand: readonly string[] = ACTS.contribute.at;
    return inHand.includes(at.status) && OF_A_PART[part.step]?.includes(act) === true;
  }
  if (!row.at.includes(at.status) || closedInside(at.inside, id).includes(act)) return false;
  switch (act) {
    case 'contribute':
      return false;
    case 'assist-objection-ruling':
      return at.assisting.some(({ step }) => step === 'objected');
    case 'open-protected':
      return at.nameProtected;
    case 'extension':
      return at.extensionWishedOn === '';
    case 'extension-ruling':
      return at.extensionWishedOn !== '';
    default:
      return fitsSession(act, at.session);
  }
}

/** One session at a time; those act in it who are waited for; nothing is closed while its result is in doubt. */
function fitsSession(act: Act, session: SessionAtHand | undefined): boolean {
  switch (act) {
    case 'panel':
    case 'meeting':
      return session === undefined;
    case 'recusal':
      return session?.waitsForHim === true;
    case 'vote':
      return session?.waitsForHim === true && !session.concerned;
    case 'meeting-record':
      return session?.kind === 'joint-meeting' && session.held;
    case 'close':
    case 'release-answer':
      return session?.question !== 'result';
    default:
      return true;
  }
}

/** Without a chain inside the unit there are no drafts; with one the last signature completes. */
function closedInside(inside: InsideAtHand | undefined, id: string): readonly Act[] {
  if (inside === undefined)
    return ['assign-inside', 'submit-draft', 'return-draft', 'sign-draft', 'hand-over-inside'];
  const { stage, handler, waitsFor, mayReturn } = inside;
  const isHis = waitsFor.includes(id);
  const nobodys: readonly Act[] = handler === '' ? ['hand-over-inside'] : [];
  if (stage === 'drafting') {
    const drafts = handler === '' || isHis;
    const written: readonly Act[] = drafts ? [] : ['submit-draft'];
    return ['complete', 'return-draft', 'sign-draft', ...written, ...nobodys];
  }
  const signs: readonly Act[] = isHis ? [] : ['sign-draft'];
  const returns: readonly Act[] = mayReturn.includes(id) ? [] : ['return-draft'];
  return ['complete', 'assign-inside', 'submit-draft', ...signs, ...returns, ...nobodys];
}

function partOf(unit: string, { lead, assisting }: CaseAtHand) {
  return unit === '' || unit === lead ? undefined : assisting.find((one) => one.unit === unit);
}

function isGiven(command: AskedCommand, pack: Pack, { role, unit }: Who, at: CaseAtHand): boolean {
  if (command === 'RequestExtension' && pack.extension === undefined) return false;
  if (command === 'ConvenePanel' && !panelQuestionsOf(pack).some((one) => ASKED_AT[one].includes(at.status)))
    return false;
  if (command === 'AdmitAppeal' && at.status === 'screening') {
    const ground = pack.admission.decline.find(({ id }) => at.proposed === `decline-${id}`);
    if (ground?.exceptionBy === role) return true;
    if (ground?.byDefault === 'decline') return false;
  }
  if (command === 'RecordContact') {
    const platform = contactsInstead(pack, at.nameProtected);
    if (platform !== undefined) return role === platform;
    if (at.status === 'dispatched') return false;
  }
  switch (reachOf(pack, role, command)) {
    case 'all':
      return true;
    case 'before-work':
      return BEFORE_WORK.includes(at.status);
    case 'own-unit':
      return unit !== '' && (unit === at.lead || partOf(unit, at) !== undefined);
    case 'none':
      return false;
  }
}
