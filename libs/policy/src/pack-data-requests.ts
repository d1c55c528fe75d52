// 跨部门跨层级数据调用: what one unit may ask another, or another tier's, for the sake of a case (HD-8; CR 二-4). A
// request is made by a template, which says on which legal basis and by when it is answered; what nobody
// foresaw cannot be asked for here. Who opens what was provided is written down each time.
import { z } from 'zod';
import { clause, identifier, near, rule, sentence, title } from './pack-parts';

/** What may be asked for under one heading. */
const dataTemplateSchema = z.strictObject({
  id: identifier,
  title,
  clause,
  /** The law or notice on which the asked unit may hand it out; shown to it with the request. */
  legalBasis: sentence,
  /** By when it is answered, counted from the asking. A request stops no clock of the case. */
  within: rule,
  /** What is filled in; absent: free words. */
  fields: z
    .array(z.strictObject({ id: identifier, title, required: z.boolean() }))
    .min(1)
    .optional(),
});

/** The setting `dataRequests`; absent where the programme foresees none. */
export const dataRequestsSchema = z.strictObject({
  clause,
  /** Roles that may open what was provided beside the side that asked; theirs is on record as well. */
  readBy: z.array(identifier),
  /** When the asked unit is reminded that its answer is due; absent: never before. */
  near: near.optional(),
  /** What it is to supervision that an answer is overdue: an entry of the register; absent: nothing. */
  overdueIs: z.enum(['behind-schedule', 'shirking']).optional(),
  templates: z.array(dataTemplateSchema).min(1),
});

/** 用数模板 of the pack. */
export type DataTemplate = z.infer<typeof dataTemplateSchema>;
