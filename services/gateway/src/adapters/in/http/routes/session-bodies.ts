// What is said to call a panel of experts or a joint meeting, and within one (KB-5, RT-3).
import { z } from 'zod';
import { PANEL_QUESTIONS } from '#policy/panel-questions';
import { ordinal } from '../ordinal';

const text = z.string();
const optional = text.optional();
const sessionNo = ordinal.describe('会商序号');
const day = text.describe('YYYY-MM-DD');
const question = z
  .enum(PANEL_QUESTIONS)
  .describe('whose duty it is, whether the answer holds, what is advised · 责任归属、办理结果、处置建议');
const option = text.describe(
  'responsibility: code of a unit · result: approved, rejected · advice: advised, cannot-say',
);

/** Bodies by act. */
export const sessionBodies = {
  panel: z.strictObject({
    ...{ question, members: z.array(text), chair: text },
    ...{ dueOn: day.optional(), reason: optional },
  }),
  recusal: z.strictObject({ sessionNo, reason: text }),
  vote: z.strictObject({ sessionNo, option, reason: text }),
  meeting: z.strictObject({ units: z.array(text), heldOn: day, reason: optional }),
  record: z.strictObject({
    ...{ sessionNo, lead: text, assist: z.array(text).optional(), attended: z.array(text) },
    conclusion: text,
  }),
};
