// Shapes of the public JSON. Bodies pushed by other platforms may carry more than we know; what staff send
// may not.
import { z } from 'zod';
import { APPEAL_STATUS, type AppealStatus } from '#contracts/appeal-status';
import { ordinal } from './ordinal';

const text = z.string();
const time = z.string().nullable().describe('ISO 8601, +08:00');

/** Path parts. */
export const numberParams = z.object({ number: text.max(64) });
export const caseParams = z.object({ case: text.max(64).describe('id or number · 诉求 id 或编号') });
export const channelParams = z.object({ channel: text.max(64) });

/** What a platform is answered: names and places are its own. */
export const platformAnswer = z.record(z.string(), z.unknown());

const attachment = z.object({
  fileId: text
    .optional()
    .describe('a file handed in at /api/v1/files; else a link with all that follows · 附件号'),
  ...{ name: text.optional(), url: text.optional(), mediaType: text.optional() },
  size: z.number().int().optional(),
  purpose: text.optional().describe('which file of the template it is · 模板附件'),
});

/** A pushed appeal. */
export const submission = z.object({
  sourceNumber: text.describe(
    "the source's own number; a repeat is answered with the first receipt · 来源编号",
  ),
  kind: text.optional().describe('see /api/v1/labels · 类别'),
  topic: text.optional().describe('see /api/v1/labels · 事项'),
  title: text.describe('2–100 characters · 标题'),
  content: text.describe('5–5000 characters · 内容'),
  enterprise: z.object({
    name: text,
    uscc: text.optional().describe('GB 32100-2015; absent while being founded · 统一社会信用代码'),
    region: text,
    tags: z.array(text).optional(),
  }),
  contact: z.object({ name: text, phone: text }),
  attachments: z.array(attachment).optional(),
  template: text.optional().describe('see /api/v1/labels · 问题模板'),
  fields: z.record(text.max(60), text).optional().describe('what the template asks, by id · 模板栏目'),
  protect: z
    .boolean()
    .optional()
    .describe(
      'who the enterprise is is not shown to units; own words in title, content and files stay as written · 申请保护',
    ),
});

/** Receipt of an appeal. */
export const receipt = z.strictObject({
  ...{ id: text, number: text, queryCode: text, status: text, nextStep: text },
  nextStepText: z.strictObject({ zh: text, en: text }),
  ...{ dueAt: time, submittedAt: time },
});

const code = { queryCode: text.max(64) };
export const caseQuery = z.strictObject({
  covering: text.max(300).optional().describe('an X-Event-Id · 须包含的事件'),
});
export const enterpriseQuery = z.strictObject({ ...code, ...caseQuery.shape });
export const material = z.strictObject({
  ...code,
  text: text.optional(),
  attachments: z.array(attachment).optional(),
});
export const ownCode = z.strictObject(code);
export const withdrawal = z.strictObject({ ...code, reason: text.optional() });
export const urging = z.strictObject({ ...code, note: text.optional() });
export const ratingBody = z.strictObject({
  ...code,
  rating: z.enum(['satisfied', 'dissatisfied']),
  comment: text.optional(),
});
export const disputeBody = z.strictObject({ ...code, reason: text });

/** Answer to a command. */
export const decided = z.strictObject({
  eventId: text.describe('quote it as `covering`; also in X-Event-Id'),
  version: z.number().describe('quote it as If-Match'),
  status: text.optional().describe('of the case; absent for what is done beside its course, e.g. in a panel'),
});

const fields = z.record(text, text);
const times = z.record(text, time);

/** A case as its enterprise sees it. */
export const enterpriseCase = z.strictObject({
  ...{ number: text, channel: text, kind: text, topic: text, title: text, content: text, status: text },
  ...{ statusAt: time, submittedAt: time, lead: text, answer: text, articleId: text, joinedToNumber: text },
  ...{ rating: text, urged: z.number(), nameProtected: z.boolean(), stepTimes: times },
  timeline: z.array(z.strictObject({ at: time, type: text, unit: text, fields })),
  stale: z.boolean().describe('what was asked to be covered is still on its way'),
});

/** A line of the list. */
const caseSummary = z.strictObject({
  ...{
    appealId: text,
    number: text,
    channel: text,
    sourceNumber: text,
    kind: text,
    topic: text,
    title: text,
  },
  ...{ status: text, region: text, lead: text, assist: z.array(text), dispatchNo: z.number() },
  ...{ submittedAt: time, nextDeadlineAt: time, nextClock: text, worstCard: text, urgent: z.boolean() },
  ...{
    enterpriseName: text,
    rating: text,
    urged: z.number(),
    proposed: text,
    statusAt: time,
    seq: z.number(),
    answerVerdict: text.describe('答复核查: answers, doubtful, evasive, unchecked; empty before an answer'),
    pack: text.describe('id of the pack that governs; empty before admission · 适用政策包'),
    classes: z.array(text).describe('诉求分类: ids from the coarsest layer down, see labels'),
    ...{ packHash: text, industry: text, stage: text.describe('环节: the stage of its pack, see labels') },
    nameProtected: z.boolean().describe('who the enterprise is is not shown · 已保护'),
    extensionWishedOn: text.describe('延期申请: the last day asked for, while nobody has ruled'),
  },
});

/** A list. */
export const caseList = z.strictObject({ cases: z.array(caseSummary), nextCursor: text, total: z.number() });

/** Filters of the list. */
const STATUS_WORDS = Object.keys(APPEAL_STATUS) as AppealStatus[];
const COLOUR = z.enum(['yellow', 'red']);
export const listQuery = z.strictObject({
  status: z.enum(STATUS_WORDS).optional(),
  ...{ unit: text.max(40).optional(), channel: text.max(40).optional() },
  ...{ region: text.max(40).optional(), topic: text.max(40).optional(), card: COLOUR.optional() },
  class: text.max(60).optional().describe('id of a class of the pack: it and those below · 诉求分类'),
  stage: text.max(60).optional().describe('id of a stage of the pack · 环节'),
  answerVerdict: z.enum(['answers', 'doubtful', 'evasive', 'unchecked']).optional(),
  urgent: z.literal('true').optional().describe('only the urgent class · 仅紧急'),
  text: text.max(100).optional().describe('words of title, number or enterprise'),
  sourceNumber: text.max(4000).optional().describe('several by comma'),
  sort: z.enum(['newest', 'deadline']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: text.max(300).optional(),
});

const findings = z.array(
  z.strictObject({ code: text, quotes: z.array(text), messages: z.strictObject({ zh: text, en: text }) }),
);

/** A completion as a unit fills it in. */
export const completion = z.strictObject({
  dispatchNo: ordinal.describe('the dispatch the person saw · 派单号'),
  ...{ completionType: text, answer: text, basis: text.optional(), plan: text.optional() },
  plannedOn: text.optional().describe('YYYY-MM-DD, today or later · 计划办结日期'),
  enterpriseAgrees: z
    .strictObject({ who: text, on: text.describe('YYYY-MM-DD') })
    .optional()
    .describe('who agreed for the enterprise, and when · 服务确认'),
  withoutContributions: text
    .optional()
    .describe('why it is completed although a contribution is missing · 协办意见未齐的理由'),
});

/** What would be remarked on a completion. */
export const completionCheck = z.strictObject({
  verdict: z.enum(['answers', 'doubtful', 'evasive', 'unchecked']),
  findings,
});

/** A case file. */
export const caseFile = caseSummary.extend({
  ...{ content: text, contactName: text, contactPhone: text, uscc: text, articleId: text, answer: text },
  ...{
    screeningGround: text,
    identityReason: text,
    joinedToNumber: text,
    linkedEvent: text,
    stepTimes: times,
  },
  seen: z
    .record(text, z.number())
    .describe("seq of each writer's last event; If-Match takes the one of the act's owner"),
  timeline: z.array(
    z.strictObject({
      ...{ eventId: text, at: time, type: text, by: text, unit: text, fields, internal: z.boolean() },
    }),
  ),
  clocks: z.array(
    z.strictObject({
      ...{
        clockId: text,
        clock: text,
        unit: text,
        rule: text,
        startAt: time,
        deadlineAt: time,
        stoppedAt: time,
      },
      ...{ provisional: z.boolean(), inTime: z.boolean(), void: z.boolean(), card: text },
      ...{ firstDeadlineAt: time, movedBecause: text },
      lateBySystem: z.boolean(),
      excusedUntilAt: time,
      systemDelay: z
        .nullable(z.strictObject({ zh: text, en: text }))
        .describe('what our own outages mean for it · 系统停机的影响'),
    }),
  ),
  candidates: z.array(z.strictObject({ unit: text, score: z.number(), reasons: z.array(text) })),
  assisting: z
    .array(z.strictObject({ unit: text, step: text, said: text, at: time }))
    .describe('asked, acknowledged, objected, contributed or released · 协办'),
  inside: z
    .strictObject({
      ...{ stage: text, section: text, handler: text, draftNo: z.number().int() },
      waitsFor: z.array(text).describe('who may do the awaited step · 等待何人办理'),
      steps: z.array(z.strictObject({ step: text, by: text, startedAt: time, endedAt: time, dueAt: time })),
    })
    .nullable()
    .describe('where it is inside the unit, null where the pack has no chain · 单位内部'),
  findings: findings.describe('remarks on the latest answer · 对最近答复的提示'),
  possible: z.array(text).describe('acts open to the asking role'),
  stale: z.boolean(),
});

const counted = z.record(text, z.number());
export const me = z.strictObject({ role: text, person: text, unit: text });
export const counts = z.strictObject({
  byStatus: counted,
  byUnit: counted,
  byCard: counted,
  total: z.number(),
});

export const messagesQuery = z.strictObject({
  case: text.max(64).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export const messages = z.strictObject({
  messages: z.array(
    z.strictObject({
      ...{ messageId: text, appealId: text, template: text, recipient: text, unit: text, channel: text },
      ...{ status: text, text, addressMasked: text, claimedAt: time, deliveredAt: time },
      ...{ provider: text, providerId: text, attempts: z.number(), trouble: text },
    }),
  ),
});

export const cardsQuery = z.strictObject({
  ...{ unit: text.max(40).optional(), colour: COLOUR.optional() },
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export const cards = z.strictObject({
  cards: z.array(
    z.strictObject({
      ...{ cardId: text, appealId: text, clockId: text, clock: text, unit: text, colour: text },
      ...{ issuedAt: time, revoked: z.boolean() },
    }),
  ),
});

export const articlesQuery = z.strictObject({
  text: text.min(1).max(500),
  limit: z.coerce.number().int().min(1).max(50).optional(),
});
export const articles = z.strictObject({
  articles: z.array(
    z.strictObject({
      ...{ id: text, type: text, title: text, body: text, unit: text, topic: text },
      ...{ validFrom: text, validTo: text, source: text, score: z.number() },
    }),
  ),
});

export const units = z.strictObject({
  units: z.array(
    z.strictObject({
      ...{ code: text, name: text, duties: z.array(text) },
      contact: z.strictObject({ name: text, phone: text, post: text, confirmedOn: text }),
      stale: z.boolean().describe('nobody has confirmed the contact for too long · 联络员过期未核实'),
    }),
  ),
});
