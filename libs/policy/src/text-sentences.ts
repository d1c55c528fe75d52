// What may be wrong with the texts of a pack beyond the shape of their settings, and the remedy, Chinese
// first.
import type { ProblemTable } from '#working-calendar/source-text';

/** Sentences by code. */
export const TEXT_SENTENCES: ProblemTable = {
  'answer-told-early': {
    zh: '短信“{id}”在办结时即告知企业，而本方案由平台答复（answering.by）。请将 on 改为 answer-released。',
    en: 'The text "{id}" tells the enterprise on completion, while the platform answers here (answering.by). Use on: answer-released.',
  },
  'email-to-enterprise': {
    zh: '短信“{id}”发给企业，而企业只登记了电话。请将 channel 改为 sms。',
    en: 'The text "{id}" goes to the enterprise, of which only a phone is known. Set channel: sms.',
  },
  'waits-without-hours': {
    zh: '短信“{id}”设为可等候（waits），但 messages.yaml 未设免打扰时段。请补充 quietHours，或删去 waits。',
    en: 'The text "{id}" may wait (waits), but messages.yaml has no quiet hours to wait for. Add quietHours, or remove waits.',
  },
  'waits-while-hours-run': {
    zh: '短信“{id}”设为可等候，而时限“{clock}”按小时计且由同一时点起算，夜间不告知即会超时。请删去 waits。',
    en: 'The text "{id}" may wait, while the clock "{clock}" counts hours from the same moment and would run out untold. Remove waits.',
  },
  'notice-waits': {
    zh: '短信“{id}”是黄牌或红牌通知，后续时限由此起算，不得等候。请删去 waits。',
    en: 'The text "{id}" is the notice of a card, from which further time is counted; it cannot wait. Remove waits.',
  },
  'digest-of-one': {
    zh: '短信“{id}”设为汇总（digest），但只有发给工作人员、且可等候（waits）的短信才会积存。请补充 waits，或删去 digest。',
    en: 'The text "{id}" goes into a digest, but only texts to staff that may wait come together. Add waits, or remove digest.',
  },
  'platform-not-told': {
    zh: '本方案规定承办单位须向平台反馈（answering.platformIsTold），却没有在 opinion-given 或 completed 时告知平台角色的短信。请补充一条，或将该设置改为 false。',
    en: 'The platform is to be told of what units find and do (answering.platformIsTold), yet no text on opinion-given or completed goes to a role. Add one, or set it to false.',
  },
  'platform-told-anyway': {
    zh: '短信“{id}”向平台告知承办单位的反馈，而 answering.platformIsTold 为 false。请删去该短信，或将该设置改为 true。',
    en: 'The text "{id}" tells the platform what a unit found or did, while answering.platformIsTold is false. Remove it, or set it to true.',
  },
  'step-without-notice': {
    zh: '内部审签步骤“{step}”有时限，却没有 on: inside-overdue、to: unit 的短信，到时无人知晓。请在 messages.yaml 补上，或删去 within。',
    en: 'The step "{step}" of the chain has a time, but no text with on: inside-overdue and to: unit tells that it is up. Add one to messages.yaml, or remove within.',
  },
  'notice-without-step': {
    zh: '短信“{id}”在内部审签步骤逾期时发送，而 pack.yaml 没有带时限（within）的内部审签步骤（unitChain），永远不会发送。请补充 unitChain 及步骤的 within，或删去该短信。',
    en: 'The text "{id}" is sent when a step of the chain is overdue, but pack.yaml has no step with a time (unitChain, within): it is never sent. Add the setting, or remove the text.',
  },
  'query-code-told': {
    zh: '短信“{id}”发给“{to}”，却含查询码（{variable}）：凭编号与查询码即可以企业名义查看并处理该诉求，只能发给企业。请删去，或改为 to: enterprise。',
    en: 'The text "{id}" goes to "{to}" and gives the query code ({variable}); whoever has number and code reads and acts as the enterprise. Remove it, or set to: enterprise.',
  },
  'variable-untold': {
    zh: '短信“{id}”用了“{variable}”，而“{on}”时尚无此内容，只会显示“—”。请删去；可用的有：{known}。',
    en: 'The text "{id}" uses "{variable}", which nobody knows on "{on}": it would read "—". Remove it; there are: {known}.',
  },
  'deadline-untold': {
    zh: '短信“{id}”用了“{variable}”，而“{on}”时没有任何时限由此起算，只会显示“—”。请删去，或设一个由此起算的时限（clocks）。',
    en: 'The text "{id}" uses "{variable}", yet no clock starts on "{on}": it would read "—". Remove it, or let a clock start there.',
  },
  'card-without-notice': {
    zh: '承办单位的时限会亮“{card}”牌，但没有短信通知 unit。黄牌通知即督办。请补充一条 on: {card}、to: unit 的短信。',
    en: 'Clocks of units show a "{card}" card, yet no message tells the unit; the notice is the supervision. Add a message on {card} to unit.',
  },
};
