// How often people above and beside the unit take the steps a pack offers them, in one table: shares of the
// occasions on which they could. They are chosen, not measured. Whether a step is offered at all the pack
// says (`offices.ts`, `oversight-offices.ts`).

/** Shares of one. */
export const INCLINATIONS = {
  /** A unit that did its work says so in stock phrases. */
  hastyAnswer: 0.12,
  /** The desk puts a matter that the appeal itself leaves open to a panel; any other matter. */
  panelOnOpenDuty: 0.8,
  panelOnAnyDuty: 0.02,
  /** What a unit objects to is settled by panel or meeting and not by a ruling. */
  sessionOnObjection: 0.35,
  /** An answer in doubt is put to a panel; advice is asked for. */
  panelOnResult: 0.5,
  panelOnAdvice: 0.06,
  /** It names the panel by the list of experts, without a look at who they are. */
  panelByList: 0.3,
  memberRecused: 0.05,
  memberSilent: 0.08,
  memberErrs: 0.15,
  meetingForgotten: 0.1,
  unitStaysAway: 0.1,
  /** An order although the yellow card is the notice already; a ground that no rule can notice. */
  orderOnYellow: 0.2,
  stateGround: 0.08,
  /** A late unit answers an order late, a silent one never. */
  answersLate: 0.5,
  neverAnswers: 0.7,
  orderAccepted: 0.8,
  emptyOrderAccepted: 0.4,
  orderRaised: 0.4,
  outcomeTold: 0.7,
  clearsByHand: 0.1,
  /** Spot checks, of an answer and of an empty one. */
  checkPassed: 0.82,
  checkPerfunctory: 0.04,
  emptyCheckPassed: 0.15,
  emptyCheckPerfunctory: 0.6,
  mendingAccepted: 0.8,
  contestsYellow: 0.15,
  contestsRed: 0.3,
  contestsRating: 0.2,
  contestsDeduction: 0.2,
  contestUpheld: 0.35,
  /** More time is asked for by a late unit and by another; it is granted. */
  extensionWhenLate: 0.5,
  extensionElse: 0.03,
  /** A draft is given back inside the unit; a deputy signs; whoever reads it takes his time. */
  draftReturned: 0.1,
  deputySigns: 0.2,
  signsSlowly: 0.1,
  extensionGranted: 0.8,
  /** A county sends a matter up; the city takes it. */
  sendsUp: 0.15,
  takenUp: 0.6,
  /** The desk calls other units in that have a part in the matter; such a unit says it has none. */
  callsIn: 0.7,
  partRefused: 0.06,
  partRefusalUpheld: 0.5,
} as const;
