// A policy pack 政策包 is one government's programme as data: stages, clocks, cards, who answers, who may
// object, texts and figures, each setting with the clause it rests on. The code knows the words of this
// schema and no programme; a sixth government adopts the platform by writing a sixth pack. Which pack governs
// an appeal is fixed at admission.
import { z } from 'zod';
import { parseRule } from './rule';

/**
 * Instants in the course of an appeal that may start or stop a clock. The list is closed: each is an event.
 */
export const MOMENTS = [
  'submitted',
  'admitted',
  'desk-entered',
  'dispatched',
  'acknowledged',
  'objected',
  'objection-ruled',
  'recalled',
  'contacted',
  'arrived',
  'contacted-and-arrived',
  'opinion-given',
  'completed',
  'followed-up',
  'rating-reminder-delivered',
  'rated',
  'reopened',
  'closed',
  'withdrawn',
] as const;
/** One of `MOMENTS`. */
export type Moment = (typeof MOMENTS)[number];

/**
 * What a notification may be about beside a moment: a clock that comes near its end, a yellow or a red card.
 */
export const ALERTS = ['clock-near', 'yellow', 'red'] as const;

/** Names a text of messages.yaml may put in braces. */
export const MESSAGE_VARIABLES = [
  'number',
  'queryCode',
  'title',
  'enterprise',
  'unit',
  'contact',
  'platform',
  'clock',
  'deadline',
  'opinion',
  'result',
  'article',
  'answer',
  'reason',
  'nextStep',
] as const;
/** One of `MESSAGE_VARIABLES`. */
export type MessageVariable = (typeof MESSAGE_VARIABLES)[number];

/** Figures the platform knows how to compute (requirements, Figures). */
export const FIGURES = [
  'completion-rate',
  'on-time-rate',
  'satisfaction-expressed',
  'satisfaction-official',
  'contacted-rate',
  'really-solved-rate',
  'followed-up-satisfied-rate',
  'direct-answer-rate',
  'dispatch-time',
] as const;
/** One of `FIGURES`. */
export type FigureId = (typeof FIGURES)[number];

const identifier = z.string().refine((text) => /^[a-z][a-z0-9-]{0,39}$/.test(text), { error: 'identifier' });
const sentence = z.string().trim().min(1).max(500);
const clause = z.string().trim().min(1).max(200);
const title = z.strictObject({ zh: sentence, en: sentence });
const moment = z.enum(MOMENTS);
const rule = z.string().superRefine((text, context) => {
  const parsed = parseRule(text);
  if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.error.code, params: { text } });
});
const clockTime = z
  .string()
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text), { error: 'clock-time' });

/** A clock 时限: who must do what within which rule, and what happens when he does not. */
export const clockSchema = z.strictObject({
  id: identifier,
  title,
  clause,
  /** Who is late if it runs out. A `unit` clock exists once per unit and dispatch. */
  appliesTo: z.enum(['desk', 'unit', 'platform', 'enterprise']),
  rule,
  starts: z.array(moment).min(1),
  /** An empty list is refused by the loader: such a clock would never end. */
  stops: z.array(moment),
  pausesOn: z.array(moment).optional(),
  resumesOn: z.array(moment).optional(),
  /**
   * When to remind: a rule counted back from the deadline, or the fraction of the time after which it is
   * near.
   */
  near: z
    .union([z.strictObject({ before: rule }), z.strictObject({ fraction: z.number().gt(0).lt(1) })])
    .optional(),
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
});

/** A sentence sent to somebody when something happened; texts carry `{variables}`. */
export const messageSchema = z.strictObject({
  id: identifier,
  on: z.enum([...MOMENTS, ...ALERTS, 'answered', 'sent-back', 'declined', 'joined', 'urged']),
  /** `enterprise`, `unit` (its contact) or a role of the pack. */
  to: identifier,
  channel: z.literal('sms'),
  text: title,
});

/** messages.yaml */
export const messagesSchema = z.strictObject({ messages: z.array(messageSchema).min(1) });

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
  kinds: z.array(z.strictObject({ id: identifier, title, counted: z.boolean(), clause })).min(1),
  roles: z.array(z.strictObject({ id: identifier, title, clause })).min(1),
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
  }),
  contact: z.strictObject({
    clause,
    /** Timed attempts that together count as contact. */
    attemptsCountAsContact: z.int().min(1).max(20),
    visit: z.enum(['required', 'waivable-with-agreement', 'none']),
  }),
  answering: z.strictObject({
    clause,
    by: z.enum(['unit', 'desk', 'platform']),
    platformIsTold: z.boolean(),
  }),
  completionTypes: z.array(completionTypeSchema).min(1),
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
  dissatisfied: z.strictObject({ clause, ways: z.array(z.enum(['reopen', 'review', 'final'])).min(1) }),
  figures: z
    .array(
      z.strictObject({
        id: z.enum(FIGURES),
        title,
        clause,
        /** Share to be reached, 0 … 1, where the document names one. */
        target: z.number().gt(0).max(1).optional(),
      }),
    )
    .min(1),
});

/** 时限 of the pack: what starts it, what stops it, its rule and its cards. */
export type Clock = z.infer<typeof clockSchema>;
/** 受理渠道: a door by which appeals come in, and what it asks of them. */
export type Door = z.infer<typeof doorSchema>;
/** 不予受理情形: a ground on which a person may decline an appeal. */
export type DeclineGround = z.infer<typeof declineGroundSchema>;
/** 办结类型: how a unit may complete an appeal, and the fields it then owes. */
export type CompletionType = z.infer<typeof completionTypeSchema>;
/** One text of messages.yaml: when it is sent, to whom, and its words. */
export type Message = z.infer<typeof messageSchema>;
/** The content of pack.yaml. */
export type PackFile = z.infer<typeof packFileSchema>;

/** A pack as loaded: pack.yaml and messages.yaml in one value. */
export interface Pack extends PackFile {
  readonly messages: readonly Message[];
}
