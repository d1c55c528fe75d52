// Appeals whose identity a person must look at 身份核验 (IN-4): what was claimed, why it is doubted, and whom of
// the register it may be of, the likeliest first. Ruled at /api/v1/cases/{case}/identity.
import { z } from 'zod';
import { giving } from '../../../../app/roles';
import { isoOf } from '../../../mapping/case-json';
import type { Edge } from '../edge';
import { answered, type Route, route } from '../route';

const text = z.string();
const time = text.nullable().describe('ISO 8601, +08:00');
const candidate = z.strictObject({
  ...{ uscc: text, name: text, region: text, formerNames: z.array(text) },
  status: text.describe('active, abnormal, revoked, cancelled, moved · 登记状态'),
  why: z.array(text).describe('/api/v1/labels candidateReasons · 理由'),
  likeness: z.number().describe('of the names, 0 … 1 · 名称相似度'),
});
const review = z.strictObject({
  ...{ id: text, number: text, door: text, since: time },
  dueAt: time.describe('end of the desk clock · 即时转办期限'),
  reason: text.describe('/api/v1/labels identityReasons · 原因'),
  protect: z.boolean().describe('who it is is not shown in lists (HD-10) · 已申请保护，列表不显示'),
  ...{ name: text, uscc: text, region: text, candidates: z.array(candidate) },
});

/** The row. */
export function identityReviewRoute({ peers }: Edge): Route {
  return route({
    id: 'listIdentityReviews',
    method: 'GET',
    path: '/api/v1/identity-reviews',
    enter: giving('RuleIdentity'),
    tag: 'case',
    summary: { zh: '待核身份的诉求', en: 'Appeals whose identity is under review' },
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).optional() }),
    replies: { 200: z.strictObject({ reviews: z.array(review) }) },
    handle: async ({ query: { limit = 100 } }) => {
      const { reviews } = await peers.intake.listIdentityReviews({ limit });
      const shown = reviews.map(({ appealId: id, since, dueAt, ...rest }) => {
        return { id, ...rest, since: isoOf(since), dueAt: isoOf(dueAt) };
      });
      return answered(200, { reviews: shown });
    },
  });
}
