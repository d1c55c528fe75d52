// A policy pack 政策包 is one government's programme as data: stages, clocks, cards, who answers, who may
// object, texts and figures, each setting with the clause it rests on. The code knows the words of this
// schema and no programme; a sixth government adopts the platform by writing a sixth pack. Which pack governs
// an appeal is fixed at admission.
import { z } from 'zod';
import { formulaSchema } from './figure-formula';
import { contactSchema } from './pack-contact';
import { dataRequestsSchema } from './pack-data-requests';
import { classificationSchema, kindSchema, templateSchema } from './pack-guidance';
import {
  checksSchema,
  contestSchema,
  deductionSchema,
  gradingSchema,
  jointMeetingSchema,
  panelSchema,
  rankingSchema,
  reportSchema,
  reviewSchema,
  supervisionSchema,
  taskSchema,
  transferSchema,
  urgentSchema,
} from './pack-oversight';
import { clause, clockTime, identifier, moment, near, rule, sentence, title } from './pack-parts';
import type { Message } from './pack-texts';
import { COMMANDS } from './pack-words';
import { POST_KINDS } from './profile-people';

/** A step of a chain inside a unit (HD-9), signed or drafted in a post of one of those kinds. */
function chainStep<By extends z.ZodType>(by: By) {
  return z.strictObject({ id: identifier, title, by, within: rule.optional() });
}

const anyStep = chainStep(z.enum(POST_KINDS));
const signing = chainStep(z.enum(POST_KINDS).exclude(['handler']));
/** First the draft, then at least one signature. */
const chainSteps: z.ZodType<z.infer<typeof anyStep>[]> = z.tuple(
  [chainStep(z.literal('handler')), signing],
  signing,
);

/**
 * A stage 环节 of the course, for people to see where a case stands (SV-1). It begins and ends with moments;
 * clocks run in it, or it says why nobody counts its time.
 */
export const stageSchema = z.strictObject({
  id: identifier,
  title,
  clause,
  begins: z.array(moment).min(1),
  ends: z.array(moment).min(1),
  clocks: z.array(identifier).min(1).optional(),
  untimed: sentence.optional(),
});

/**
 * What a role may do, and on whose cases (TR-2): all, those of the actor's own unit, or those no unit has
 * acknowledged yet. A role may have several rows. `sees` says whose cases it reads.
 */
export const scopeSchema = z.strictObject({
  role: identifier,
  clause,
  sees: z.enum(['all', 'own-unit', 'own-sector', 'looked-after', 'states-only']),
  may: z.array(z.enum(COMMANDS)),
  on: z.enum(['all', 'own-unit', 'before-work']),
});

/** A clock 时限: who must do what within which rule, and what happens when he does not. */
export const clockSchema = z.strictObject({
  id: identifier,
  title,
  clause,
  /**
   * Who is late if it runs out. A `unit` clock is the lead's, once per dispatch and round; an `assist` clock
   * exists once per assisting unit 协办单位 and dispatch (RT-3).
   */
  appliesTo: z.enum(['desk', 'unit', 'assist', 'platform', 'enterprise']),
  rule,
  /** Runs for appeals of the urgent class alone, or for all but those (RT-6); absent: for every appeal. */
  onlyIf: z.enum(['urgent', 'ordinary']).optional(),
  starts: z.array(moment).min(1),
  /** An empty list is refused by the loader: such a clock would never end. */
  stops: z.array(moment),
  pausesOn: z.array(moment).optional(),
  resumesOn: z.array(moment).optional(),
  near: near.optional(),
  /** Whether passing the deadline is shown with a yellow card 黄牌 (SV-2). */
  yellow: z.boolean(),
  /** Counted from the yellow notice; when it passes without feedback the card turns red 红牌 (SV-2). */
  red: rule.optional(),
  /** What holds by itself when the clock runs out. */
  onLapse: z.enum(['unrated', 'satisfied', 'flag']).optional(),
});

/** Doors 渠道 at which appeals come in, and what a wrong or unknown credit code leads to there (IN-4). */
export const doorSchema = z.strictObject({
  id: identifier,
  title,
  wrongCode: z.enum(['refuse', 'review']),
  clause: clause.optional(),
  /** What a unit must file before it may use the door 权限开通申请 (SZ annex 2). */
  application: z.strictObject({ clause, fields: z.array(title).min(1), stampedScan: z.boolean() }).optional(),
});

/** A ground on which an appeal may be declined 不予受理; a person decides, with the reason shown (IN-5). */
export const declineGroundSchema = z.strictObject({
  id: z.enum(['litigation', 'not-registered', 'not-enterprise']),
  title,
  clause,
  /**
   * `propose` puts it on the screening queue with the ground; `exception` lets the named role admit all the
   * same.
   */
  byDefault: z.enum(['propose', 'decline']),
  exceptionBy: identifier.optional(),
});

/** How a case may end 办结类型 and what must be filled in (HD-3). */
export const completionTypeSchema = z.strictObject({
  id: z.enum(['solved', 'explained', 'agreed-plan', 'not-solvable']),
  title,
  clause,
  required: z
    .array(z.enum(['result', 'policyBasis', 'plan', 'plannedOn', 'enterpriseAgrees', 'legalBasis']))
    .min(1),
  /** Evasiveness (0 to 1) from which the answer check remarks on a text; doubtful not above evasive. */
  answerCheck: z.strictObject({
    doubtfulFrom: z.number().min(0).max(1),
    evasiveFrom: z.number().min(0).max(1),
  }),
});

/** pack.yaml */
export const packFileSchema = z.strictObject({
  id: identifier,
  title,
  /** The document the pack is taken from. */
  legalBasis: z.strictObject({
    document: sentence,
    title: sentence,
    issuer: sentence,
    issuedOn: z.iso.date(),
  }),
  /** Parts of a working day in which rules in working hours and minutes are counted. */
  officeHours: z.array(z.strictObject({ from: clockTime, until: clockTime })).min(1),
  doors: z.array(doorSchema).min(1),
  /** Kinds of appeals; suggestions are answered outside completion and satisfaction (IN-10). */
  kinds: z.array(kindSchema).min(1),
  classification: classificationSchema,
  templates: z.array(templateSchema),
  roles: z.array(z.strictObject({ id: identifier, title, clause })).min(1),
  scopes: z.array(scopeSchema).min(1),
  stages: z.array(stageSchema).min(1),
  admission: z.strictObject({
    clause,
    /**
     * `flag` shows a mismatch with the register beside the appeal, `review` holds it until somebody has
     * looked.
     */
    identity: z.enum(['flag', 'review']),
    screening: z.union([z.literal('at-once'), rule]),
    decline: z.array(declineGroundSchema),
  }),
  clocks: z.array(clockSchema).min(1),
  objection: z.strictObject({
    clause,
    within: rule,
    mustProposeUnit: z.boolean(),
    /** Who rules when units send a matter to and fro (RT-2). */
    then: z.enum(['desk', 'panel', 'lead-designation', 'joint-meeting']),
    /** Dispatches of one appeal after which that body must rule. */
    stopAfter: z.int().min(1).max(20),
    /** Roles that speak for that body. */
    ruledBy: z.array(identifier).min(1),
  }),
  /** 延期: whether and how a unit may ask for more time (HD-2); absent where the document foresees none. */
  extension: z
    .strictObject({
      clause,
      /** The clock whose deadline is moved. */
      clock: identifier,
      /** Extensions in one round. */
      times: z.int().min(1).max(5),
      /** By how much the deadline may be moved at most. */
      atMost: rule,
      ruledBy: z.array(identifier).min(1),
    })
    .optional(),
  /**
   * 单位内部审签: the steps a completion takes inside a unit before it is handed in (HD-9); absent where the
   * handler completes by himself. The first is the draft of the handler, each other a signature. `within`:
   * how long the unit gives itself for a step, counted from when it is awaited; the whole stays under the
   * clocks.
   */
  unitChain: z
    .strictObject({
      clause,
      steps: chainSteps,
    })
    .optional(),
  /** 协办: what the lead owes to assisting units when it completes (RT-3); absent where nothing is said. */
  assisting: z
    .strictObject({
      clause,
      /** False: completing while a contribution is missing needs a reason. */
      mayCompleteWithout: z.boolean(),
    })
    .optional(),
  contact: contactSchema,
  answering: z.strictObject({
    clause,
    /** `unit` answers at once; else its answer is held until `role` has released it (HD-2). */
    by: z.enum(['unit', 'desk', 'platform']),
    role: identifier.optional(),
    platformIsTold: z.boolean(),
  }),
  completionTypes: z.array(completionTypeSchema).min(1),
  /** 情况核实、结果核查: looks that a document demands beside the course (HD-7); absent where it demands none. */
  checks: checksSchema.optional(),
  followUp: z.strictObject({
    clause,
    by: identifier,
    /** Never the person who handled the case (HD-4). */
    anotherThanHandler: z.literal(true),
  }),
  rating: z.strictObject({
    clause,
    within: rule,
    unratedIs: z.enum(['unrated', 'satisfied']),
    /** Whether an unrated case stands in the denominator of the official satisfaction rate. */
    unratedInDenominator: z.boolean(),
  }),
  dissatisfied: z.strictObject({
    clause,
    ways: z.array(z.enum(['reopen', 'review', 'follow-up', 'final'])).min(1),
  }),
  figures: z
    .array(
      z.strictObject({
        /** One of `FIGURES`, or a name of its own with a formula. */
        id: identifier,
        title,
        clause,
        /** Absent: the formula of the requirements (figure-formula.ts). */
        formula: formulaSchema.optional(),
        /** Digits of its percentage behind the point, rounded half up; absent: 1. */
        digits: z.int().min(0).max(3).optional(),
        /** Share to be reached, 0 … 1, where the document names one. */
        target: z.number().gt(0).max(1).optional(),
        /** Share by which a duration is to fall below an imported baseline, where the document names one. */
        reduction: z.number().gt(0).lt(1).optional(),
      }),
    )
    .min(1),
  supervision: supervisionSchema,
  urgent: urgentSchema.optional(),
  grading: gradingSchema.optional(),
  panel: panelSchema.optional(),
  jointMeeting: jointMeetingSchema.optional(),
  dataRequests: dataRequestsSchema.optional(),
  transfers: z.array(transferSchema),
  rankings: z.array(rankingSchema),
  reports: z.array(reportSchema),
  deductions: z.array(deductionSchema),
  review: reviewSchema.optional(),
  contest: contestSchema.optional(),
  tasks: z.array(taskSchema),
});

/** 时限 of the pack: what starts it, what stops it, its rule and its cards. */
export type Clock = z.infer<typeof clockSchema>;
/** 受理渠道: a door by which appeals come in, and what it asks of them. */
export type Door = z.infer<typeof doorSchema>;
/** 不予受理情形: a ground on which a person may decline an appeal. */
export type DeclineGround = z.infer<typeof declineGroundSchema>;
/** 办结类型: how a unit may complete an appeal, and the fields it then owes. */
export type CompletionType = z.infer<typeof completionTypeSchema>;
/** The content of pack.yaml. */
export type PackFile = z.infer<typeof packFileSchema>;

/** A pack as loaded: pack.yaml and messages.yaml in one value. */
export interface Pack extends PackFile {
  readonly messages: readonly Message[];
  readonly quietHours?: { readonly from: string; readonly until: string };
}
