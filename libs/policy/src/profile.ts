// A jurisdiction profile 辖区档案 says who and where: the instance's name and packs, the units with duties and
// contact, regions, topics, the enterprise register and the library. It is data with a schema; any pack runs
// with any profile.
import { z } from 'zod';
import { isCivilDay } from '#working-calendar/civil-day';
import { creditCodeProblem } from './credit-code';
import { governanceRowSchema } from './governance';
import { sectorSchema } from './profile-sectors';
import type { PlatformMapping } from './platform-mapping';
import { type ProfilePeople, email, sectionSchema } from './profile-people';
import type { Webhook } from './webhook';
import type { WechatAccount } from './wechat-account';

const line = z.string().trim().min(1).max(200);
const code = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/);
const civilDay = z.string().refine(isCivilDay, { error: 'not-a-day' });
const creditCode = z.string().refine((text) => creditCodeProblem(text) === null, {
  error: 'credit-code',
});

/** profile.yaml */
export const profileHeadSchema = z.strictObject({
  id: code,
  title: z.strictObject({ zh: line, en: line }),
  /** Which pack governs which doors and kinds; see governance.ts. */
  packs: z.array(governanceRowSchema).min(1),
  /** First letters of an appeal's number. */
  numberPrefix: z.string().regex(/^[A-Z]{2,4}$/),
  /** Leading digits of administrative division codes that belong to the jurisdiction, e.g. 3205. */
  regionPrefixes: z.array(z.string().regex(/^\d{2,6}$/)).min(1),
  /**
   * What addresses call the jurisdiction itself, e.g. 苏州市: a domicile in another city is none of ours (IN-4).
   */
  addressedAs: z.array(line).min(1).optional(),
  timeZone: z.literal('Asia/Shanghai'),
  /**
   * 基期: how it was before, imported once from the records of that time, for figures that are to fall (AN-1).
   */
  baselines: z
    .array(
      z.strictObject({
        figure: z.literal('dispatch-time'),
        /** First and last day of the period it was measured over. */
        from: civilDay,
        to: civilDay,
        medianMinutes: z.number().gt(0),
        source: line,
      }),
    )
    .optional(),
  /** true = everything but the names of public bodies is invented. */
  synthetic: z.boolean(),
  /** Who oversees which matters where a pack lets a role read those of its sector; see profile-sectors.ts. */
  sectors: z.array(sectorSchema).optional(),
  /** How long a contact of a unit counts as confirmed, `naturalDays:N`; absent = for ever. */
  contactsConfirmedWithin: z
    .string()
    .regex(/^naturalDays:[1-9]\d{0,3}$/)
    .optional(),
  /** Topics whose matters belong to the territorial unit of the enterprise's region 属地事项 (RT-1). */
  territorialTopics: z.array(code).min(1).optional(),
  /** Roles told beside the unit when its contact is no longer confirmed. */
  contactsRemind: z.array(code).min(1).optional(),
  /**
   * Files with an appeal 附件 (IN-3): of one file, of one appeal, and of which kinds; absent = what intake
   * takes.
   */
  files: z
    .strictObject({
      megabytes: z.number().int().min(1).max(20).optional(),
      count: z.number().int().min(1).max(50).optional(),
      kinds: z
        .array(z.enum(['pdf', 'jpg', 'png', 'webp', 'heic', 'docx', 'xlsx', 'doc', 'xls']))
        .min(1)
        .optional(),
    })
    .optional(),
});

/** A contact of a unit 联系人; `confirmedOn` is when somebody last checked that the number is right. */
export const unitContactSchema = z.strictObject({
  name: line,
  phone: z.string().regex(/^\+?\d{7,15}$/),
  email: email.optional(),
  post: line,
  confirmedOn: civilDay,
});

/** Tiers of units inside one jurisdiction, the upper first. */
export const TIERS = ['city', 'county', 'township'] as const;

/** What a unit was until a day (exclusive): another unit merged into it, or itself by another name. */
export const formerUnitSchema = z.strictObject({ code, name: line, until: civilDay });

/** A unit 承办单位: bureau, township, bank, customs … */
export const unitSchema = z.strictObject({
  code,
  name: line,
  duties: z.array(line).min(1),
  contact: unitContactSchema,
  /** Region codes a territorial unit answers for; absent for units of the whole jurisdiction. */
  territory: z.array(code).min(1).optional(),
  /** Sections 科室 of the unit (HD-9). */
  sections: z.array(sectionSchema).min(1).optional(),
  /** A county's or township's unit works under the city (RT-4); absent = city. */
  tier: z.enum(TIERS).optional(),
  /** The unit of the city it brings unsolved matters to. */
  over: code.optional(),
  /** Units that became part of this one, or its own earlier names; see succession.ts. */
  formerly: z.array(formerUnitSchema).min(1).optional(),
});

/** A region 区划 of the jurisdiction. */
export const regionSchema = z.strictObject({
  code,
  name: line,
  /** Administrative division code, six digits. */
  division: z.string().regex(/^\d{6}$/),
  /** What addresses call it besides, e.g. a park within it. */
  alsoNamed: z.array(line).min(1).optional(),
});

/** A topic 事项类别 by which appeals are counted. */
export const topicSchema = z.strictObject({ code, name: line });

/**
 * What the registration authority says of an enterprise 登记状态: listed as abnormal 经营异常; licence revoked 吊销,
 * the legal person still there; cancelled 注销, it is no more; moved 迁出, registered elsewhere now.
 */
export const REGISTER_STATES = ['active', 'abnormal', 'revoked', 'cancelled', 'moved'] as const;
/** One of `REGISTER_STATES`. */
export type RegisterState = (typeof REGISTER_STATES)[number];

/** A row of the legal-person register 法人库. */
export const enterpriseSchema = z.strictObject({
  uscc: creditCode,
  name: line,
  region: code,
  industry: code,
  tags: z.array(code),
  legalRepresentative: line,
  status: z.enum(REGISTER_STATES),
  registeredAt: civilDay,
});

/** An article of the library 知识库. */
export const articleSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{3,6}$/),
  type: z.enum(['faq', 'policy', 'guide', 'experience']),
  title: line,
  body: z.string().trim().min(1).max(20_000),
  department: code,
  topic: code,
  validFrom: civilDay,
  validTo: civilDay.nullable(),
  keywords: z.array(line),
  source: line,
  supersededBy: z.string().optional(),
  eligibility: z
    .strictObject({ tags: z.array(code), regions: z.array(code), industries: z.array(code) })
    .optional(),
  benefit: line.optional(),
  applyUntil: civilDay.optional(),
});

/** A question somebody asked and the articles that answer it (none = the library has no answer). */
export const questionSchema = z.strictObject({ q: line, answers: z.array(z.string()) });

/** An earlier appeal with the ruling it got; what the classifier learns from. */
export const trainingAppealSchema = z.strictObject({
  id: line,
  channel: code,
  kind: code,
  topic: code,
  title: line,
  content: z.string().trim().min(1).max(20_000),
  enterprise: z.strictObject({ name: line, uscc: creditCode, region: code, tags: z.array(code) }),
  contact: z.strictObject({ name: line, phone: z.string().regex(/^\+?\d{7,15}$/) }),
  label: z.strictObject({
    lead: code,
    assist: z.array(code),
    disposition: z.enum([
      'direct-answer',
      'dispatch',
      'return-litigation',
      'return-not-registered',
      'return-not-enterprise',
      'panel',
      'escalate',
    ]),
    crossDepartment: z.boolean(),
    urgent: z.boolean(),
    knowledge: z.array(z.string()).optional(),
    cluster: line.optional(),
    registryMismatch: z.boolean().optional(),
  }),
});

/** The content of profile.yaml. */
export type ProfileHead = z.infer<typeof profileHeadSchema>;
/** A unit 承办单位: its duties, its contact, its territory. */
export type Unit = z.infer<typeof unitSchema>;
/** See `regionSchema`. */
export type Region = z.infer<typeof regionSchema>;
/** See `topicSchema`. */
export type Topic = z.infer<typeof topicSchema>;
/** See `enterpriseSchema`. */
export type Enterprise = z.infer<typeof enterpriseSchema>;
/** An article 知识条目 of the library. */
export type Article = z.infer<typeof articleSchema>;
/** A question the library answers, with its article. */
export type Question = z.infer<typeof questionSchema>;
/** An earlier appeal with the ruling it is learnt from. */
export type TrainingAppeal = z.infer<typeof trainingAppealSchema>;

/** A whole profile as loaded. */
export interface Profile extends ProfileHead, ProfilePeople {
  readonly units: readonly Unit[];
  readonly regions: readonly Region[];
  readonly topics: readonly Topic[];
  readonly register: readonly Enterprise[];
  readonly knowledge: readonly Article[];
  readonly questions: readonly Question[];
  readonly training: readonly TrainingAppeal[];
  /** How external platforms push; see platform-mapping.ts. */
  readonly platforms: readonly PlatformMapping[];
  /** WeChat official accounts; see wechat-account.ts. */
  readonly wechat: readonly WechatAccount[];
  /** Systems that are told what happens; see webhook.ts. */
  readonly webhooks: readonly Webhook[];
}
