// What may be done with a case next, by its status. It only tells people where to go; the owner of the stage
// decides again from its own document and refuses what came too late.
import type { Role } from './roles';

/** An act of staff on a case with the roles that do it and the statuses in which it makes sense. */
export interface ActRow {
  readonly roles: readonly Role[];
  readonly at: readonly string[];
}

/** Who may send an appeal to a unit; which of them when, the pack's scopes and triage say (RT-2). */
const DESK = ['clerk', 'supervisor', 'leader'] as const;
const HANDED = ['dispatched', 'objected'] as const;
const WORKING = ['acknowledged', 'contacted', 'opinion-given', 'reopened'] as const;
/** While it may still be settled whose duty it is; and up to the end, for whether the answer holds. */
const UNSETTLED = ['desk', 'dispatched', 'objected', ...WORKING] as const;
const UNENDED = [...UNSETTLED, 'completed', 'followed-up'] as const;

/** All acts, in the order in which they are offered. */
export const ACTS = {
  admit: { roles: ['clerk', 'supervisor'], at: ['screening', 'sent-back'] },
  decline: { roles: ['clerk'], at: ['screening', 'identity-review', 'sent-back'] },
  'send-back': { roles: ['clerk'], at: ['screening', 'identity-review'] },
  identity: { roles: ['clerk'], at: ['identity-review', 'sent-back'] },
  dispatch: { roles: DESK, at: ['desk'] },
  answer: { roles: DESK, at: ['desk'] },
  recall: { roles: DESK, at: ['dispatched', ...WORKING] },
  'objection-ruling': { roles: DESK, at: ['objected'] },
  transfer: { roles: ['clerk'], at: UNSETTLED },
  urgent: { roles: DESK, at: UNSETTLED },
  'urgent-denial': { roles: DESK, at: UNSETTLED },
  panel: { roles: DESK, at: UNENDED },
  recusal: { roles: DESK, at: UNENDED },
  vote: { roles: DESK, at: UNENDED },
  meeting: { roles: ['supervisor', 'leader'], at: UNSETTLED },
  'meeting-record': { roles: ['supervisor', 'leader'], at: UNSETTLED },
  acknowledge: { roles: ['handler'], at: ['dispatched', 'reopened'] },
  object: { roles: ['handler'], at: ['dispatched', 'acknowledged', 'contacted'] },
  contact: { roles: ['handler'], at: WORKING },
  opinion: { roles: ['handler'], at: ['acknowledged', 'contacted', 'reopened'] },
  complete: { roles: ['handler'], at: WORKING },
  extension: { roles: ['handler'], at: WORKING },
  'extension-ruling': { roles: ['clerk', 'supervisor'], at: WORKING },
  contribute: { roles: ['handler'], at: [...HANDED, ...WORKING] },
  'assist-objection-ruling': { roles: DESK, at: [...HANDED, ...WORKING] },
  'release-answer': { roles: ['clerk', 'supervisor'], at: ['answer-held'] },
  'return-answer': { roles: ['clerk', 'supervisor'], at: ['answer-held'] },
  'follow-up': { roles: ['followup'], at: ['completed'] },
  reopen: { roles: ['clerk'], at: ['answered', 'completed', 'followed-up', 'closed'] },
  close: { roles: ['clerk', 'followup'], at: ['answered', 'completed', 'followed-up'] },
} as const satisfies Readonly<Record<string, ActRow>>;

/** Name of an act, as it stands in its address. */
export type Act = keyof typeof ACTS;

/** What beside status and role says which acts make sense. */
export interface Circumstances {
  /** A request for more time waits for its ruling. */
  readonly extensionAsked?: boolean;
  /** How far the asking unit is with its part, when it assists (RT-3). */
  readonly assists?: string | undefined;
  /** An assisting unit objects and nobody has ruled. */
  readonly assistObjects?: boolean;
}

/** What an assisting unit may do with its part, by how far it is. */
const OF_A_PART: Readonly<Record<string, readonly Act[]>> = {
  asked: ['acknowledge', 'object'],
  acknowledged: ['object', 'contribute'],
  contributed: ['contribute'],
};

/** Acts open to a role on a case of this status. */
export function possibleActs(status: string, role: Role, about: Circumstances = {}): readonly Act[] {
  const { extensionAsked = false, assists, assistObjects = false } = about;
  const inHand: readonly string[] = ACTS.contribute.at;
  if (assists !== undefined) return inHand.includes(status) ? (OF_A_PART[assists] ?? []) : [];
  const rows = Object.entries(ACTS) as readonly [Act, ActRow][];
  const open = rows.filter(([, { roles, at }]) => roles.includes(role) && at.includes(status));
  const without: readonly Act[] = [
    extensionAsked ? 'extension' : 'extension-ruling',
    ...(assistObjects ? [] : (['assist-objection-ruling'] as const)),
    'contribute',
  ];
  return open.map(([act]) => act).filter((act) => !without.includes(act));
}

/** The circumstances of a case for whoever asks. */
export function circumstancesOf(
  summary: { readonly lead: string; readonly extensionWishedOn: string },
  assisting: readonly { readonly unit: string; readonly step: string }[],
  asking: { readonly role: Role; readonly actor: { readonly unit: string } },
): Circumstances {
  const { unit } = asking.actor;
  const part = asking.role === 'handler' ? assisting.find((one) => one.unit === unit) : undefined;
  return {
    extensionAsked: summary.extensionWishedOn !== '',
    assists: part?.step,
    assistObjects: assisting.some(({ step }) => step === 'objected'),
  };
}
