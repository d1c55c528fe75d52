// Acts around a work order beside its main course: more time, assisting units, the platform's own answer,
// checks of facts and result, the signatures inside a unit.
import { z } from 'zod';
import { completionOf } from '../../../mapping/completion-wire';
import type { Edge } from '../edge';
import type { Route } from '../route';
import * as schema from '../schemas';
import { act, casework, dispatchNo, draftNo } from './act-row';

const text = z.string();
const optional = text.optional();

/** Rows of this part. */
export function extensionRows(edge: Edge): readonly Route[] {
  const day = text.describe('YYYY-MM-DD, the last day');
  const asked = z.strictObject({ dispatchNo, wishedOn: day, reason: text });
  const ruled = z.strictObject({
    ...{ dispatchNo, granted: z.boolean(), untilOn: day.optional(), reason: optional },
  });
  return [
    act(edge, 'extension', { zh: '申请延期', en: 'Ask for an extension' }, asked, (value) =>
      casework({ $case: 'requestExtension', value }),
    ),
    act(
      edge,
      'extension-ruling',
      { zh: '延期审批', en: 'Rule on an extension' },
      ruled,
      ({ untilOn = '', reason = '', ...rest }) =>
        casework({ $case: 'ruleExtension', value: { ...rest, untilOn, reason } }),
    ),
  ];
}

/** Rows of this part. */
export function assistRows(edge: Edge): readonly Route[] {
  const given = z.strictObject({ dispatchNo, text });
  const ruled = z.strictObject({ dispatchNo, unit: text, upheld: z.boolean(), note: optional });
  return [
    act(edge, 'contribute', { zh: '提出协办意见', en: 'Give the lead a contribution' }, given, (value) =>
      casework({ $case: 'contribute', value }),
    ),
    act(
      edge,
      'assist-objection-ruling',
      { zh: '协办异议裁定', en: 'Rule on the objection of an assisting unit' },
      ruled,
      ({ note = '', ...rest }) => casework({ $case: 'ruleAssistObjection', value: { ...rest, note } }),
    ),
  ];
}

/** Rows of this part. */
export function releaseRows(edge: Edge): readonly Route[] {
  const released = z.strictObject({ dispatchNo });
  const returned = z.strictObject({ dispatchNo, reason: text });
  return [
    act(edge, 'release-answer', { zh: '答复企业', en: 'Release the answer' }, released, (value) =>
      casework({ $case: 'releaseAnswer', value }),
    ),
    act(edge, 'return-answer', { zh: '退回重办', en: 'Return the answer to the unit' }, returned, (value) =>
      casework({ $case: 'returnAnswer', value }),
    ),
  ];
}

/** Rows of this part. */
export function checkRows(edge: Edge): readonly Route[] {
  const checked = z.strictObject({ outcome: z.enum(['confirmed', 'not-confirmed']), note: optional });
  return [
    act(edge, 'fact-check', { zh: '情况核实', en: 'Check the facts' }, checked, ({ note = '', outcome }) =>
      casework({ $case: 'checkFacts', value: { outcome, note } }),
    ),
    act(edge, 'result-check', { zh: '结果核查', en: 'Check the result' }, checked, ({ note = '', outcome }) =>
      casework({ $case: 'checkResult', value: { outcome, note } }),
    ),
  ];
}

/** Bodies by act, inside a unit (HD-9). */
export const insideBodies = {
  'assign-inside': z.strictObject({ dispatchNo, section: optional, handler: text }),
  'submit-draft': schema.completion,
  'sign-draft': z.strictObject({ dispatchNo, draftNo, step: text }),
  'return-draft': z.strictObject({ dispatchNo, draftNo, step: text, reason: text }),
  'hand-over-inside': z.strictObject({ dispatchNo, fromHandler: text, toHandler: text }),
};

/** Rows of this part. */
export function insideRows(edge: Edge): readonly Route[] {
  const body = insideBodies;
  return [
    act(
      edge,
      'assign-inside',
      { zh: '分派科室和经办人', en: 'Assign inside the unit' },
      body['assign-inside'],
      ({ section = '', ...rest }) => casework({ $case: 'assignInside', value: { ...rest, section } }),
    ),
    act(edge, 'submit-draft', { zh: '提交拟稿', en: 'Submit a draft' }, body['submit-draft'], (value) =>
      casework({ $case: 'submitDraft', value: { completion: completionOf(value) } }),
    ),
    act(edge, 'return-draft', { zh: '退回拟稿', en: 'Return the draft' }, body['return-draft'], (value) =>
      casework({ $case: 'returnDraft', value }),
    ),
    act(edge, 'sign-draft', { zh: '签批拟稿', en: 'Sign the draft' }, body['sign-draft'], (value) =>
      casework({ $case: 'signDraft', value }),
    ),
    act(
      edge,
      'hand-over-inside',
      { zh: '移交经办', en: 'Hand over inside the unit' },
      body['hand-over-inside'],
      (value) => casework({ $case: 'handOverInside', value }),
    ),
  ];
}
