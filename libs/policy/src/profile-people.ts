// The people of a jurisdiction 人员: who sits in which unit and section, who holds a post and who stands in for
// him (A/B 岗), who is on duty when, who sits in the leading group, who looks after which enterprise, who is
// asked as an expert. Each part is a file of its own; a profile without the file has none of it. A row
// without a unit belongs to the government itself: its leaders and the platform's own desk. (HD-9, IN-6,
// KB-5, RT-6.)
import { z } from 'zod';
import { isCivilDay } from '#working-calendar/civil-day';
import { identifier, clockTime } from './pack-parts';

const line = z.string().trim().min(1).max(200);
const unitCode = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/);
const phone = z.string().regex(/^\+?\d{7,15}$/);
/** Where texts with the channel `email` go. */
export const email = z.email().max(200);
const civilDay = z.string().refine(isCivilDay, { error: 'not-a-day' });

/** Days of the week as a roster names them, Sunday first as `dayOfWeek` counts. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** What a post of a unit does with an appeal (HD-9): drafts, reads it as head of the section, signs it. */
export const POST_KINDS = ['handler', 'section-head', 'unit-leader'] as const;

/** A section 科室 of a unit. */
export const sectionSchema = z.strictObject({ code: unitCode, name: line });

/** people.yaml: one person. */
export const personSchema = z.strictObject({
  id: identifier,
  name: line,
  unit: unitCode.optional(),
  section: unitCode.optional(),
  phone,
  email: email.optional(),
});

/** posts.yaml: a post 岗位 with its holder (A) and those who stand in for him in this order (B). */
export const postSchema = z.strictObject({
  id: identifier,
  title: line,
  unit: unitCode.optional(),
  section: unitCode.optional(),
  kind: z.enum(POST_KINDS).optional(),
  /** A role of the packs whose messages reach this post. */
  role: identifier.optional(),
  holder: identifier,
  deputies: z.array(identifier).default([]),
});

/**
 * roster.yaml: who is on duty 值班 in a unit, weekly or on one day. `until` not after `from` is on the next
 * day; a row of a day goes before the rows of the week.
 */
export const dutySchema = z
  .strictObject({
    unit: unitCode,
    person: identifier,
    weekdays: z.array(z.enum(WEEKDAYS)).min(1).optional(),
    on: civilDay.optional(),
    from: clockTime,
    until: clockTime,
  })
  .refine(({ weekdays, on }) => (weekdays === undefined) !== (on === undefined), { error: 'duty-day' });

/**
 * experts.yaml: one of the experts 专家 who may be named to a panel (KB-5); `fields` are topic codes. Of a
 * unit, or of an organisation outside all of them (law firm, university …): whoever is of neither would never
 * stand aside. `since` and `until` are the first and the last day in office, open where they are left out.
 */
export const expertSchema = z
  .strictObject({
    id: identifier,
    name: line,
    fields: z.array(unitCode).min(1),
    unit: unitCode.optional(),
    organisation: line.optional(),
    phone,
    since: civilDay.optional(),
    until: civilDay.optional(),
  })
  .refine(({ unit, organisation }) => (unit === undefined) !== (organisation === undefined), {
    error: 'expert-of',
  });

/** groups.yaml: the leading group 领导小组 and the work groups 工作专班 under it. */
export const groupSchema = z.strictObject({
  id: identifier,
  kind: z.enum(['leading', 'work']),
  name: line,
  head: identifier,
  deputies: z.array(identifier).default([]),
  units: z.array(unitCode).min(1),
});

/** projects.yaml: a key project 重点项目, who carries it out, and its first and last day (IN-6). */
export const projectSchema = z.strictObject({
  id: identifier,
  name: line,
  /** Codes of the register. */
  enterprises: z.array(z.string()).min(1),
  since: civilDay,
  until: civilDay.optional(),
});

/** sponsors.yaml: the leader who looks after an enterprise or a project 挂点联系, first and last day (IN-6). */
export const sponsorSchema = z
  .strictObject({
    enterprise: z.string().optional(),
    project: identifier.optional(),
    leader: identifier,
    since: civilDay,
    until: civilDay.optional(),
  })
  .refine(({ enterprise, project }) => (enterprise === undefined) !== (project === undefined), {
    error: 'sponsor-of',
  });

/** See `personSchema`. */
export type Person = z.infer<typeof personSchema>;
/** See `postSchema`. */
export type Post = z.infer<typeof postSchema>;
/** See `dutySchema`. */
export type Duty = z.infer<typeof dutySchema>;
/** See `expertSchema`. */
export type Expert = z.infer<typeof expertSchema>;
/** See `groupSchema`. */
export type Group = z.infer<typeof groupSchema>;
/** See `projectSchema`. */
export type Project = z.infer<typeof projectSchema>;
/** See `sponsorSchema`. */
export type Sponsor = z.infer<typeof sponsorSchema>;

/** The people of a profile as loaded. */
export interface ProfilePeople {
  readonly people: readonly Person[];
  readonly posts: readonly Post[];
  readonly roster: readonly Duty[];
  readonly experts: readonly Expert[];
  readonly groups: readonly Group[];
  readonly projects: readonly Project[];
  readonly sponsors: readonly Sponsor[];
}
