// How a programme guides the enterprise to say what it needs 引导用户准确表达诉求: the layers in which appeals are
// classed and the problem templates with their fields, attachments and hints (IN-3, CR 二-1).
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

/** Layers of the classification, the coarsest first; `market-entity` is the class of its own of SX 三-2. */
export const classificationSchema = z.strictObject({
  clause,
  layers: z.array(z.enum(['market-entity', 'kind', 'topic'])).min(1),
});

/** 问题模板: what is asked of whoever files an appeal of that kind about one of these topics. */
export const templateSchema = z.strictObject({
  id: identifier,
  title,
  clause,
  kind: identifier,
  /** Codes of topics of the profile; absent = every topic. */
  topics: z.array(identifier).min(1).optional(),
  fields: z.array(z.strictObject({ id: identifier, title, required: z.boolean() })).min(1),
  attachments: z.array(z.strictObject({ id: identifier, title, required: z.boolean() })).optional(),
  hint: title,
});
