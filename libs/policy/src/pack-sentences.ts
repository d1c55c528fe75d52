// What may be wrong with a pack beyond the shape of its settings, and the remedy, Chinese first.
import type { ProblemTable } from '#working-calendar/source-text';
import { REPORT_SENTENCES } from './report-sentences';

/** Sentences by code. */
export const PACK_SENTENCES: ProblemTable = {
  ...REPORT_SENTENCES,
  'command-without-setting': {
    zh: '权限中列有“{command}”，但没有“{setting}”这一设置，谁也无从行使。请补充该设置或删去该权限。',
    en: 'scopes give "{command}", but without the setting "{setting}" there is nothing to do it on. Add the setting or take the command away.',
  },
  identifier: {
    zh: '“{field}”的值“{value}”不是编号。请用小写字母开头，只含小写字母、数字和连字符。',
    en: '"{field}" is "{value}", not an id. Start with a small letter; use small letters, digits and hyphens only.',
  },
  'clock-time': {
    zh: '“{field}”的值“{value}”不是时刻。请写成 08:30（加引号）。',
    en: '"{field}" is "{value}", not a time of day. Write "08:30" in quotes.',
  },
  'clock-without-stop': {
    zh: '时限“{id}”没有终止时点，永远不会停。请在 stops 中写至少一个时点。',
    en: 'The clock "{id}" has no moment that stops it and would run for ever. Name one under stops.',
  },
  'clock-stops-as-it-starts': {
    zh: '时限“{id}”的起算与终止是同一时点“{moment}”。请改正其中之一。',
    en: 'The clock "{id}" starts and stops at the same moment "{moment}". Correct one of them.',
  },
  'clock-of-another': {
    zh: '时限“{id}”（{appliesTo}）不能用时点“{moment}”：协办时限须自 dispatched 起算，协办的时点须只用于 appliesTo 为 assist 的时限，请改正。',
    en: 'The clock "{id}" ({appliesTo}) cannot use "{moment}": a clock of assisting units starts with dispatched, and their moments serve such clocks alone. Correct it.',
  },
  'check-without-clock': {
    zh: 'checks.{what} 没有时限：没有一个 appliesTo 为 desk 或 platform 的时限以“{moment}”终止，核查人迟延便会算在承办单位头上。请补充这样的时限。',
    en: 'checks.{what} has no time limit: no clock of desk or platform stops at "{moment}", so that a unit would be late for whoever checks. Add such a clock.',
  },
  'clock-pause-without-resume': {
    zh: '时限“{id}”只写了中止或恢复中的一个。请在 pausesOn 与 resumesOn 中都写时点。',
    en: 'The clock "{id}" names only one of pausesOn and resumesOn. Name moments for both.',
  },
  'near-rule': {
    zh: '提醒“{value}”须按小时或天数提前。请用 hours、workingDays 或 naturalDays。',
    en: 'The reminder "{value}" must be set in hours or days before. Use hours, workingDays or naturalDays.',
  },
  'red-without-yellow': {
    zh: '时限“{id}”有红牌而无黄牌；红牌从黄牌通知起算。请将 yellow 设为 true 或删去 red。',
    en: 'The clock "{id}" has a red card but no yellow one, from which red is counted. Set yellow to true or remove red.',
  },
  'duplicate-id': {
    zh: '编号“{id}”在“{list}”中用了两次。请改用不同编号。',
    en: 'The id "{id}" stands twice in "{list}". Give each its own.',
  },
  'unknown-role': {
    zh: '角色“{role}”未在 roles 中列出（现有：{known}）。请改正或补充该角色。',
    en: 'The role "{role}" is not listed under roles (known: {known}). Correct it or add the role.',
  },
  'role-name-taken': {
    zh: '角色编号“{id}”为系统保留，请换一个编号。',
    en: 'The product itself uses "{id}"; give the role another id.',
  },
  'unknown-variable': {
    zh: '短信文本中的“{variable}”不是已知变量（可用：{known}）。请改正拼写。',
    en: 'The text uses "{variable}", which is not a known variable (known: {known}). Correct the spelling.',
  },
  'variables-differ': {
    zh: '短信“{id}”的中英文所用变量不同（{difference}）。请使两种文本一致。',
    en: 'The Chinese and English text of "{id}" use different variables ({difference}). Make them agree.',
  },
  'office-hours': {
    zh: '办公时间为空或相互重叠。请按先后写各时段，开始早于结束。',
    en: 'Office hours are empty or overlap. Write the parts of the day in order, each with from before until.',
  },
  'rating-clock-differs': {
    zh: '评价期限“{within}”与从 rating-reminder-delivered 起算的时限“{id}”（{rule}）不一致。请统一。',
    en: 'The rating period "{within}" differs from the clock "{id}" that starts at rating-reminder-delivered ({rule}). Make them agree.',
  },
  'objection-clock-differs': {
    zh: '异议期限“{within}”与时限“{id}”（{rule}）不一致。请统一。',
    en: 'The objection period "{within}" differs from the clock "{id}" ({rule}). Make them agree.',
  },
  'near-before-start': {
    zh: '时限“{id}”（{rule}）的提醒提前“{value}”，早于起算。请缩短提前量。',
    en: 'The reminder of "{id}" ({rule}) lies "{value}" before the end, which is before it starts. Shorten it.',
  },
  'clock-never-starts': {
    zh: '时限“{id}”的起算时点（{moments}）在本政策包中不会发生：没有角色可作相应操作，或没有 rating-reminder 短信。请改正起算时点、scopes 或 messages。',
    en: 'The clock "{id}" never starts: its moments ({moments}) cannot come under this pack, for want of a role that may act or of the message rating-reminder. Correct starts, scopes or messages.',
  },
  'clock-cannot-be-met': {
    zh: '时限“{id}”无法按时完成：能满足它的时点（{moments}）没有角色可以做到。请在 stops 中补充时点，或在 scopes 中授权。',
    en: 'The clock "{id}" cannot be met: no role may bring about what would meet it ({moments}). Add a moment under stops or give the command under scopes.',
  },
  'lapse-differs': {
    zh: '时限“{id}”到期后为“{onLapse}”，而 rating.unratedIs 为“{unratedIs}”。请统一。',
    en: 'When the clock "{id}" runs out the case is "{onLapse}", but rating.unratedIs says "{unratedIs}". Make them agree.',
  },
  'body-may-not': {
    zh: '角色“{role}”在 scopes 中没有“{command}”，无法履行此项职责。请授权或改为其他角色。',
    en: 'The role "{role}" lacks "{command}" under scopes and could not do this. Give it the command or name another role.',
  },
  'panel-without-question': {
    zh: 'panel.when 中没有一项能提请专家研判，会商永远不会召集。请写 unclear-duty、several-units、complicated、result-in-doubt 或 seat-asks。',
    en: 'None of panel.when is a ground on which a panel can be asked, so none would ever sit. Name unclear-duty, several-units, complicated, result-in-doubt or seat-asks.',
  },
  'panel-not-on-duty': {
    zh: 'objection.then 为 panel，专家却不研判职责归属。请在 panel.when 中写 unclear-duty、several-units 或 complicated。',
    en: 'objection.then is panel, but a panel is not asked whose duty it is. Name unclear-duty, several-units or complicated in panel.when.',
  },
  'chain-step-taken': {
    zh: '内部审签步骤的 id“{id}”是系统用语，请换一个。',
    en: 'The id "{id}" of a step in the chain is a word of the product itself. Choose another.',
  },
  'chair-below-majority': {
    zh: '票数相等时各得半数，不足三分之二，主持人不能决定。请将 tie 改为 again，或将 majority 改为 simple。',
    en: 'Equal votes are half each, less than two thirds, so the chair cannot decide. Set tie to again, or majority to simple.',
  },
  'urgency-unsaid': {
    zh: '时限“{id}”区分紧急与一般，但本政策包没有 urgent 设置。请补充该设置或删去 onlyIf。',
    en: 'The clock "{id}" tells urgent appeals from others, but this pack has no setting "urgent". Add it or remove onlyIf.',
  },
  'body-missing': {
    zh: '异议往复由“{body}”裁定，但本政策包没有这一设置。请补充该设置或改正 then。',
    en: 'Objections to and fro are ruled by "{body}", for which this pack has no setting. Add the setting or correct then.',
  },
  'unknown-clock': {
    zh: '时限“{clock}”未在 clocks 中列出（现有：{known}）。请改正或补充。',
    en: 'The clock "{clock}" is not listed under clocks (known: {known}). Correct it or add the clock.',
  },
  'stage-time-unsaid': {
    zh: '环节“{id}”须在 clocks（时限）与 untimed（不计时的理由）中写且只写一个。',
    en: 'The stage "{id}" must name either its clocks or, under untimed, why nobody counts its time: one of the two.',
  },
  'stage-unreachable': {
    zh: '环节“{id}”无法到达：没有已到达的环节以其开始时点（{moments}）结束。请改正 begins 或前一环节的 ends。',
    en: 'The stage "{id}" is never reached: no stage before it ends with the moments it begins with ({moments}). Correct begins, or ends of the stage before.',
  },
  'stage-without-way-out': {
    zh: '环节“{id}”没有出口：其结束时点（{moments}）不会发生，或不引向其他环节，也不是 closed。请改正 ends。',
    en: 'The stage "{id}" has no way out: the moments that end it ({moments}) cannot come, or lead to no stage and are not closed. Correct ends.',
  },
  'role-without-scope': {
    zh: '角色“{id}”在 scopes 中没有任何权限。请补充一行，或删去该角色。',
    en: 'The role "{id}" holds nothing under scopes. Add a row or remove the role.',
  },
  'command-without-role': {
    zh: '没有角色可作“{command}”，诉求将无法办结。请在 scopes 中授权。',
    en: 'No role may give "{command}", so that appeals could never end. Give it to a role under scopes.',
  },
  'protected-from-units': {
    zh: '“{role}”属于承办单位，不得查看受保护企业信息（ReadProtected）。请从该行删去。',
    en: '"{role}" is of a unit and must not see who a protected enterprise is (ReadProtected). Take it out of the row.',
  },
  'body-may-not-rule': {
    zh: '“{role}”应裁定异议，但 scopes 未给它 RuleObjection。请授权或改正 ruledBy。',
    en: '"{role}" is to rule on objections but has no RuleObjection under scopes. Give it or correct ruledBy.',
  },
  'answer-released-by': {
    zh: 'answering.by 为“{by}”：由平台答复的须在 answering.role 写明由谁答复，由承办单位答复的请勿写。',
    en: 'answering.by is "{by}": where the platform answers, name who does under answering.role; where the unit answers, name nobody.',
  },
  'caller-may-not-call': {
    zh: '“{role}”应回访，但 scopes 未给它 FollowUpAppeal。请授权或改正 followUp.by。',
    en: '"{role}" is to follow up but has no FollowUpAppeal under scopes. Give it or correct followUp.by.',
  },
  'ladder-out-of-order': {
    zh: '督办级别“{id}”早于其下一级“{below}”。请调整 after，使各级依次递进。',
    en: 'The supervision step "{id}" comes before the one below it, "{below}". Correct after so that the steps rise in time.',
  },
  'drawing-half-said': {
    zh: '抽查须同时写 share（比例）与 seed（种子），否则无法重复抽取。请补全或都删去。',
    en: 'A drawing needs both share and seed, or nobody could repeat it. Give both or neither.',
  },
  'drawing-without-period': {
    zh: '按比例抽查须有周期：every 不能是 when-needed。请改为 month 等。',
    en: 'A drawing needs a period: every cannot be when-needed. Write month or another.',
  },
  'named-without-command': {
    zh: '“{role}”在此被指定，但 scopes 未给它 {command}。请授权或改正。',
    en: '"{role}" is named here but has no {command} under scopes. Give it or correct the role.',
  },
  'step-without-command': {
    zh: '督办级别“{id}”（{role}）无法采取：scopes 未给出 {command}。请授权；督办单须给该角色，移送可给任一角色。',
    en: 'The supervision step "{id}" ({role}) cannot be taken: nobody fitting has {command} under scopes. Give it: orders to that role, a transfer to any.',
  },
  'ladder-ground-never': {
    zh: '督办级别“{id}”以“{colour}”为情形，但没有时限会亮此牌。请改正 when，或在 clocks 中设牌。',
    en: 'The supervision step "{id}" rests on "{colour}", a card no clock shows. Correct when, or give a clock that card.',
  },
  'target-of-a-time': {
    zh: '指标“{id}”是时长，不能有比率目标。请改用 reduction 或删去 target。',
    en: 'The figure "{id}" is a duration and has no share as a target. Use reduction or remove target.',
  },
  'reduction-of-a-share': {
    zh: '指标“{id}”是比率，不能写 reduction。请改用 target 或删去。',
    en: 'The figure "{id}" is a share and knows no reduction. Use target or remove it.',
  },
  'unknown-figure': {
    zh: '排名所用指标“{figure}”未在 figures 中列出。请补充或改正。',
    en: 'The ranking uses the figure "{figure}", which is not listed under figures. Add or correct it.',
  },
  'figure-without-formula': {
    zh: '指标“{id}”不是平台自带的指标（{known}），须写 formula。请补充公式或改正编号。',
    en: 'The figure "{id}" is none the platform brings ({known}) and needs a formula. Add it or correct the id.',
  },
  'formula-of-a-time': {
    zh: '指标“{id}”是时长，没有分子分母。请删去 formula。',
    en: 'The figure "{id}" is a duration and has no formula. Remove it.',
  },
  'unknown-formula-word': {
    zh: '公式所数的“{of}”没有“{word}”（可用：{known}，前加 not 为否定）。请改正。',
    en: 'The formula counts "{of}", of which nobody knows "{word}" (known: {known}, with "not " before for the opposite). Correct it.',
  },
  'ranking-by-a-time': {
    zh: '排名所用指标“{figure}”是时长；排名只按比率。请改正 by。',
    en: 'The ranking uses the figure "{figure}", a duration; units are ranked by shares only. Correct by.',
  },
  'satisfied-outside-denominator': {
    zh: '未评价视为满意，却不计入分母，两者矛盾。请将 unratedInDenominator 设为 true 或改 unratedIs。',
    en: 'Unrated counts as satisfied yet stands outside the denominator. Set unratedInDenominator to true or change unratedIs.',
  },
  'final-and-more': {
    zh: '不满意的处理（{ways}）中 final 表示终结，不能与其他方式并列。请只留一种。',
    en: 'Among the ways of the dissatisfied ({ways}) final ends the case and stands alone. Keep one kind.',
  },
  'thresholds-reversed': {
    zh: '办结类型“{id}”的 doubtfulFrom 大于 evasiveFrom。请使前者不大于后者。',
    en: 'The completion type "{id}" has doubtfulFrom above evasiveFrom. Let the first not exceed the second.',
  },
  'protected-contact-by': {
    zh: '“{role}”不能查看受保护企业信息（ReadProtected），无法联系该企业。请改为平台的角色，或在 scopes 中授予。',
    en: '"{role}" may not see who a protected enterprise is (ReadProtected) and cannot contact it. Name a role of the platform that may, or grant it under scopes.',
  },
  'class-twice': {
    zh: '诉求类别“{id}”在分类体系中出现两次。请改用不同的 id。',
    en: 'The class "{id}" stands twice in the classification. Give one of them another id.',
  },
  'topic-of-two-classes': {
    zh: '事项“{topic}”同时归入两个类别。请只留一处。',
    en: 'The topic "{topic}" leads to two classes. Leave it in one of them.',
  },
  'unknown-class': {
    zh: '诉求分类体系中没有“{class}”（现有：{known}）。请改正或补充 classification.classes。',
    en: 'The classification has no class "{class}" (known: {known}). Correct it or add it under classification.classes.',
  },
  'unknown-kind': {
    zh: '诉求类别“{kind}”未在 kinds 中列出（现有：{known}）。请改正或补充。',
    en: 'The kind "{kind}" is not listed under kinds (known: {known}). Correct it or add the kind.',
  },
  'kind-without-nature': {
    zh: '诉求类别“{id}”未写 nature（性质）。请写明它属于：{known}。',
    en: 'The kind "{id}" does not say under nature what it is to the product. Name one of: {known}.',
  },
  'governed-twice': {
    zh: '渠道“{door}”、类别“{kind}”的诉求同时归“{first}”和“{second}”两个政策包管。请只留给一个。',
    en: 'Appeals of the door "{door}" and the kind "{kind}" are governed by both "{first}" and "{second}". Leave them to one.',
  },
  'rest-not-one': {
    zh: '应恰有一个政策包不写 doors 和 kinds，以管其余全部诉求（现有：{packs}）。请改正 profile.yaml 的 packs。',
    en: 'Exactly one pack must name neither doors nor kinds and so govern all the rest (now: {packs}). Correct packs in profile.yaml.',
  },
  'pack-without-row': {
    zh: '政策包“{pack}”已部署，但 profile.yaml 的 packs 未写它管哪些诉求。请补上一行，或不部署它。',
    en: 'The pack "{pack}" is deployed, but packs in profile.yaml does not say what it governs. Add its row, or do not deploy it.',
  },
  'report-ungoverned': {
    zh: '政策包“{pack}”的报表“{report}”由单位经渠道“{door}”报送，该渠道的诉求却由别的政策包办理，报送的行将无处可收。请在 profile.yaml 的 packs 中把渠道 {door} 归于 {pack}。',
    en: 'Units hand in the table "{report}" of "{pack}" through the door "{door}", which another pack governs: no row could be taken. Give the door to {pack} in packs of profile.yaml.',
  },
  'unknown-door': {
    zh: '政策包“{pack}”没有渠道“{door}”。请改正 profile.yaml 的 packs，或在该包的 doors 中补充。',
    en: 'The pack "{pack}" has no door "{door}". Correct packs in profile.yaml, or add the door to the pack.',
  },
  'transfer-to-itself': {
    zh: '转办“{id}”转入本政策包自身。请改正 toPack。',
    en: 'The transfer "{id}" leads into this very pack. Correct toPack.',
  },
};
