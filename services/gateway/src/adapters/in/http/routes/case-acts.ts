// The acts of staff on a case, one row each: who decides it, what it says, and the command it becomes. The
// word by which packs hand it out stands with the acts themselves (possible-acts); whether it is granted is
// for the owner of the stage.
import { z } from 'zod';
import { completionOf } from '../../../mapping/completion-wire';
import type { Edge } from '../edge';
import type { Route } from '../route';
import * as schema from '../schemas';
import { act, casework, dispatchNo, intake, triage } from './act-row';
import { assistRows, checkRows, extensionRows, insideRows, releaseRows } from './order-acts';
import { sessionBodies } from './session-bodies';

const text = z.string();
const optional = text.optional();

/** Rows of the acts. */
export function caseActRoutes(edge: Edge): readonly Route[] {
  const ofUnits = [unitRows, extensionRows, assistRows, insideRows, releaseRows, checkRows];
  const rows = [intakeRows, triageRows, sessionRows, ...ofUnits, verdictRows];
  return rows.flatMap((group) => group(edge));
}

function intakeRows(edge: Edge): readonly Route[] {
  const none = z.strictObject({});
  const declined = z.strictObject({ ground: text, explanation: text });
  const wanted = z.strictObject({ wanted: text });
  const ruling = z.strictObject({
    ruling: z.enum(['matched', 'founding', 'not-registered']),
    uscc: optional,
  });
  return [
    act(edge, 'admit', { zh: '受理', en: 'Admit' }, none, () => intake({ $case: 'admit', value: {} })),
    act(edge, 'decline', { zh: '不予受理', en: 'Decline with a ground' }, declined, (value) =>
      intake({ $case: 'decline', value }),
    ),
    act(edge, 'send-back', { zh: '退回补正', en: 'Send back to be mended' }, wanted, (value) =>
      intake({ $case: 'sendBack', value }),
    ),
    act(
      edge,
      'identity',
      { zh: '身份核验裁定', en: 'Rule on the identity' },
      ruling,
      ({ ruling, uscc = '' }) => intake({ $case: 'ruleIdentity', value: { ruling, uscc } }),
    ),
  ];
}

function triageRows(edge: Edge): readonly Route[] {
  const onlyNamed = z.boolean().optional();
  const dispatch = z.strictObject({
    ...{ lead: text, assist: z.array(text).optional(), why: optional, onlyNamed },
  });
  const recall = z.strictObject({ dispatchNo, reason: text });
  const reasoned = z.strictObject({ reason: optional });
  const audited = z.strictObject({
    ...{ dispatchNo, accepted: z.boolean(), toUnit: optional, reason: optional, onlyNamed },
  });
  const transferred = z.strictObject({ toPack: text, ground: text, reason: text });
  const ruled = z.strictObject({
    ...{ dispatchNo, upheld: z.boolean(), toUnit: optional, note: optional, onlyNamed },
  });
  return [
    act(edge, 'dispatch', { zh: '派单', en: 'Dispatch' }, dispatch, (body) => {
      const { lead, assist = [], why = '', onlyNamed = false } = body;
      return triage({ $case: 'dispatch', value: { lead, assist, why, onlyNamed } });
    }),
    act(
      edge,
      'answer',
      { zh: '以知识库答复', en: 'Answer from the library' },
      z.strictObject({ articleId: text }),
      (value) => triage({ $case: 'answer', value }),
    ),
    act(edge, 'recall', { zh: '撤回派单', en: 'Recall the dispatch' }, recall, (value) =>
      triage({ $case: 'recall', value }),
    ),
    act(
      edge,
      'objection-ruling',
      { zh: '异议裁定', en: 'Rule on the objection' },
      ruled,
      ({ toUnit = '', note = '', onlyNamed = false, ...rest }) =>
        triage({ $case: 'ruleObjection', value: { ...rest, toUnit, note, onlyNamed } }),
    ),
    act(
      edge,
      'escalation-ruling',
      { zh: '上报审核', en: 'Rule on what a county sent up' },
      audited,
      ({ toUnit = '', reason = '', onlyNamed = false, ...rest }) =>
        triage({ $case: 'ruleEscalation', value: { ...rest, toUnit, reason, onlyNamed } }),
    ),
    act(
      edge,
      'class-setting',
      { zh: '诉求归类', en: 'Set the class' },
      z.strictObject({ classId: text.max(60) }),
      (value) => triage({ $case: 'setClass', value }),
    ),
    act(edge, 'urgent', { zh: '确认紧急', en: 'Confirm as urgent' }, reasoned, ({ reason = '' }) =>
      triage({ $case: 'confirmUrgent', value: { reason } }),
    ),
    act(edge, 'urgent-denial', { zh: '否定紧急', en: 'Deny the urgency' }, reasoned, ({ reason = '' }) =>
      triage({ $case: 'denyUrgent', value: { reason } }),
    ),
    act(edge, 'transfer', { zh: '转入其他机制', en: 'Hand to another programme' }, transferred, (value) =>
      triage({ $case: 'transfer', value }),
    ),
  ];
}

function sessionRows(edge: Edge): readonly Route[] {
  const { panel, recusal, vote, meeting, record } = sessionBodies;
  return [
    act(
      edge,
      'panel',
      { zh: '提交专家研判', en: 'Convene a panel' },
      panel,
      ({ dueOn = '', reason = '', ...rest }) =>
        triage({ $case: 'convenePanel', value: { ...rest, dueOn, reason } }),
    ),
    act(edge, 'recusal', { zh: '回避', en: 'Stand aside in a panel' }, recusal, (value) =>
      triage({ $case: 'declareRecusal', value }),
    ),
    act(edge, 'vote', { zh: '表决', en: 'Vote in a panel' }, vote, (value) =>
      triage({ $case: 'castVote', value }),
    ),
    act(
      edge,
      'meeting',
      { zh: '召开联席会议', en: 'Call a joint meeting' },
      meeting,
      ({ reason = '', ...rest }) => triage({ $case: 'conveneMeeting', value: { ...rest, reason } }),
    ),
    act(
      edge,
      'meeting-record',
      { zh: '登记联席会议', en: 'Record a joint meeting' },
      record,
      ({ assist = [], ...rest }) => triage({ $case: 'recordMeeting', value: { ...rest, assist } }),
    ),
  ];
}

function unitRows(edge: Edge): readonly Route[] {
  const objection = z.strictObject({ dispatchNo, proposedUnit: optional, reason: text });
  const contact = z.strictObject({
    ...{ dispatchNo, outcome: z.enum(['reached', 'attempt']), arrived: z.boolean().optional() },
    ...{ visitWaived: z.boolean().optional(), note: optional },
  });
  const opinion = z.strictObject({ dispatchNo, text });
  const sentUp = z.strictObject({ dispatchNo, ground: text, opinion: text });
  return [
    act(edge, 'acknowledge', { zh: '签收', en: 'Acknowledge' }, z.strictObject({ dispatchNo }), (value) =>
      casework({ $case: 'acknowledge', value }),
    ),
    act(
      edge,
      'object',
      { zh: '提出异议', en: 'Object to the dispatch' },
      objection,
      ({ proposedUnit = '', ...rest }) => casework({ $case: 'object', value: { ...rest, proposedUnit } }),
    ),
    act(edge, 'contact', { zh: '登记联系', en: 'Record a contact' }, contact, (body) => {
      const { arrived = false, visitWaived = false, note = '', ...rest } = body;
      return casework({ $case: 'contact', value: { ...rest, arrived, visitWaived, note } });
    }),
    act(edge, 'escalation', { zh: '县级上报', en: 'Send up to the city' }, sentUp, (value) =>
      casework({ $case: 'requestEscalation', value }),
    ),
    act(edge, 'opinion', { zh: '反馈初步办理意见', en: 'Give the preliminary opinion' }, opinion, (value) =>
      casework({ $case: 'opinion', value }),
    ),
    act(edge, 'complete', { zh: '办结', en: 'Complete' }, schema.completion, (body) =>
      casework({ $case: 'complete', value: completionOf(body) }),
    ),
  ];
}

function verdictRows(edge: Edge): readonly Route[] {
  const found = z.strictObject({
    ...{
      contacted: z.boolean(),
      solved: z.boolean().optional(),
      satisfied: z.boolean().optional(),
      reasons: optional,
    },
  });
  const why = z.strictObject({ why: text });
  return [
    act(edge, 'follow-up', { zh: '回访', en: 'Follow up' }, found, (body) => {
      const { contacted, solved = false, satisfied = false, reasons = '' } = body;
      return casework({ $case: 'followUp', value: { contacted, solved, satisfied, reasons } });
    }),
    act(edge, 'reopen', { zh: '重新办理', en: 'Reopen' }, why, (value) =>
      casework({ $case: 'reopen', value }),
    ),
    act(edge, 'close', { zh: '结案', en: 'Close' }, why.extend({ reason: optional }), (body) =>
      casework({ $case: 'close', value: { why: body.why, reason: body.reason ?? '' } }),
    ),
  ];
}
