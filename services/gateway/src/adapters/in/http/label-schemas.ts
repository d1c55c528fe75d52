// Shape of the names of all codes, by which pages and pushing platforms know what may be said.
import { z } from 'zod';

const text = z.string();
const named = z.strictObject({ zh: text, en: text });
const asked = z.strictObject({ id: text, title: named, required: z.boolean() });
const words = z.record(text, named);
/** Names of all codes. */
export const labels = z.strictObject({
  ...{ instance: z.strictObject({ zh: text, en: text }), synthetic: z.boolean() },
  ...{
    statuses: words,
    events: words,
    fields: words.describe('fields of the course of a case'),
    codes: words.describe('codes in the course of a case that no pack names'),
    channels: words,
    kinds: words,
    topics: words,
    regions: words,
    units: words,
  },
  ...{
    stages: words,
    insideSteps: words,
    clocks: words,
    completionTypes: words,
    grounds: words,
    roles: words,
    figures: words,
    identityReasons: words,
    candidateReasons: words,
  },
  untold: z.array(text).describe('fields of the course that only programs need'),
  completionFields: z.record(text, z.array(text)),
  templates: z
    .array(
      z.strictObject({
        ...{ id: text, title: named, hint: named, kind: text, topics: z.array(text) },
        fields: z.array(asked),
        attachments: z.array(asked),
        doors: z.array(text).describe('where it is offered'),
      }),
    )
    .describe('问题模板: what is asked of whoever chooses one'),
  classes: words.describe('诉求分类, each before those below it'),
  classPaths: z.record(text, z.array(text)).describe('ids from the coarsest layer down to each class'),
  tables: z
    .array(z.strictObject({ id: text, title: named, roles: z.array(text), to: text }))
    .describe('reports units hand in: who does, and who is sent them · 报送的汇总表'),
  unitRoles: z.array(text).describe('roles that name their unit in X-Unit · 须指明单位的角色'),
});
