// What is said to call a panel of experts or a joint meeting, and within one (KB-5, RT-3).
import { z } from 'zod';
import { ordinal } from '../ordinal';

const text = z.string();
const optional = text.optional();
const sessionNo = ordinal.describe('会商序号');
const day = text.describe('YYYY-MM-DD');

/** Bodies by act. */
export const sessionBodies = {
  panel: z.strictObject({
    ...{ question: z.enum(['responsibility', 'result', 'advice']), members: z.array(text), chair: text },
    ...{ dueOn: day.optional(), reason: optional },
  }),
  recusal: z.strictObject({ sessionNo, reason: text }),
  vote: z.strictObject({ sessionNo, option: text, reason: text }),
  meeting: z.strictObject({ units: z.array(text), heldOn: day, reason: optional }),
  record: z.strictObject({
    ...{ sessionNo, lead: text, assist: z.array(text).optional(), attended: z.array(text) },
    conclusion: text,
  }),
};
