// How a programme guides the enterprise to say what it needs 引导用户准确表达诉求: the classes of
// appeals in layers and the problem templates with their fields, attachments and hints (IN-3, CR 二-1).
import { z } from 'zod';
import { clause, identifier, title } from './pack-parts';
import { NATURES } from './pack-words';

/** A kind of appeal 诉求类别. */
export const kindSchema = z.strictObject({
  id: identifier,
  title,
  /** What it is to the product; absent where the id itself is one of `NATURES`. */
  nature: z.enum(NATURES).optional(),
  /** Whether it counts in completion and satisfaction (IN-10). */
  counted: z.boolean(),
  clause,
});

/** A class of the finest layer; appeals about one of its topics (codes of the profile) are classed by it. */
const finestClass = z.strictObject({ id: identifier, title, topics: z.array(identifier).min(1).optional() });
const middleClass = finestClass.extend({ classes: z.array(finestClass).min(1).optional() });
const coarsestClass = finestClass.extend({ classes: z.array(middleClass).min(1).optional() });

/**
 * 诉求分类体系: classes in up to three layers, the coarsest first. Absent where the document prescribes none, and
 * in packs from before there were any.
 */
export const classificationSchema = z.strictObject({
  clause,
  classes: z.array(coarsestClass).min(1).optional(),
});

/** 问题模板: what is asked of whoever files an appeal of that kind about one of these topics. */
export const templateSchema = z.strictObject({
  id: identifier,
  title,
  clause,
  kind: identifier,
  /** Codes of topics of the profile; absent = every topic. */
  topics: z.array(identifier).min(1).optional(),
  /** The class it pre-selects, of any layer; absent where the topic decides. */
  class: identifier.optional(),
  fields: z.array(z.strictObject({ id: identifier, title, required: z.boolean() })).min(1),
  attachments: z.array(z.strictObject({ id: identifier, title, required: z.boolean() })).optional(),
  hint: title,
});
