// The forms of the acts on a case, as data: which fields each has. The server says which acts are open to the role.
import { call, freshId, staff } from './api.js';
import { demand, el, facts, field, formOf, problemBox, valuesOf } from './dom.js';
import { actName, choices, demandedBy, fieldName, shownLanguage, t } from './words.js';

const unit = (name, required = false) => ({ name, kind: 'choice', group: 'units', required });
const of = (name, codes) => ({ name, kind: 'choice', codes, required: true });
const area = (name, required = true) => ({ name, kind: 'area', required });
const text = (name, required = true) => ({ name, kind: 'text', required });
const day = (name) => ({ name, kind: 'date', required: false });
const check = (name) => ({ name, kind: 'check' });
/** Yes or no where either has consequences: nothing is taken for no because it was not looked at. */
const decide = (name, required = true) => ({ name, kind: 'choice', codes: ['yes', 'no'], truth: true, required });

const FORMS = {
  admit: { fields: [] },
  decline: { fields: [{ name: 'ground', kind: 'choice', group: 'grounds', required: true }, area('explanation')] },
  'send-back': { fields: [area('wanted')] },
  identity: { fields: [of('ruling', ['matched', 'founding', 'not-registered']), text('uscc', false)] },
  dispatch: { fields: [unit('lead', true), { ...unit('assist'), list: true }, area('why', false), check('onlyNamed')] },
  answer: { fields: [text('articleId')] },
  'class-setting': { fields: [{ name: 'classId', kind: 'choice', group: 'classes', required: true }] },
  recall: { dispatch: true, fields: [area('reason')] },
  'objection-ruling': { dispatch: true, fields: [decide('upheld'), unit('toUnit'), area('note', false), check('onlyNamed')] },
  acknowledge: { dispatch: true, fields: [] },
  object: { dispatch: true, fields: [unit('proposedUnit'), area('reason')] },
  contact: {
    dispatch: true,
    fields: [of('outcome', ['reached', 'attempt']), check('arrived'), check('visitWaived'), area('note', false)],
  },
  opinion: { dispatch: true, fields: [area('text')] },
  complete: {
    dispatch: true,
    fields: [
      { name: 'completionType', kind: 'choice', group: 'completionTypes', required: true },
      ...[area('answer', false), area('basis', false), area('plan', false)],
      ...[day('plannedOn'), text('agreedBy', false), day('agreedOn'), area('withoutContributions', false)],
    ],
  },
  contribute: { dispatch: true, fields: [area('text')] },
  'assist-objection-ruling': { dispatch: true, fields: [unit('unit', true), decide('upheld'), area('note', false)] },
  'assign-inside': { dispatch: true, fields: [text('section', false), text('handler')] },
  'return-draft': { dispatch: true, draft: true, fields: [area('reason')] },
  'sign-draft': { dispatch: true, draft: true, fields: [] },
  'hand-over-inside': { dispatch: true, fields: [text('fromHandler'), text('toHandler')] },
  'release-answer': { dispatch: true, fields: [] },
  'return-answer': { dispatch: true, fields: [area('reason')] },
  extension: { dispatch: true, fields: [{ ...day('wishedOn'), required: true }, area('reason')] },
  'extension-ruling': { dispatch: true, fields: [decide('granted'), day('untilOn'), area('reason', false)] },
  'fact-check': { fields: [of('outcome', ['confirmed', 'not-confirmed']), area('note', false)] },
  'result-check': { fields: [of('outcome', ['confirmed', 'not-confirmed']), area('note', false)] },
  'open-protected': { fields: [area('reason')] },
  'follow-up': { fields: [decide('contacted'), decide('solved', false), decide('satisfied', false), area('reasons', false)] },
  urgent: { fields: [area('reason')] },
  'urgent-denial': { fields: [area('reason')] },
  reopen: { fields: [area('why')] },
  close: {
    fields: [of('why', ['followed-up', 'unreachable', 'no-further-action', 'duplicate']), area('reason', false)],
  },
};

/** Acts that hand a completion in. */
const COMPLETES = ['complete', 'submit-draft'];
FORMS['submit-draft'] = FORMS.complete;

/** Whether the page has a form for the act; the others are done through the API. */
export function hasForm(act) {
  return Object.hasOwn(FORMS, act);
}

/** The act's form; `done` is told the id of the event that was written. */
export function actForm(act, file, done) {
  const { fields, dispatch = false, draft = false } = FORMS[act];
  const key = freshId();
  const proposed = act === 'dispatch' ? file.candidates[0]?.unit : undefined;
  const send = async (values) => {
    const lists = fields.filter(({ list }) => list).map(({ name }) => name);
    for (const name of lists) if (values[name]) values[name] = [values[name]];
    for (const { name } of fields.filter(({ truth }) => truth)) values[name] = values[name] === 'yes';
    const given = COMPLETES.includes(act) ? withAgreement(values) : values;
    const body = { ...given, ...(dispatch && { dispatchNo: file.dispatchNo }), ...(draft && { draftNo: file.inside?.draftNo ?? 0, step: file.inside?.stage ?? '' }) };
    const { ok, body: answer, eventId } = await call('POST', `/api/v1/cases/${file.appealId}/${act}`, body, { key });
    if (!ok) return answer;
    if (act === 'open-protected') return form.replaceChildren(whoItIs(answer));
    done(eventId);
    return undefined;
  };
  const shown = fields.map((one) => fieldOf(one, one.name === 'lead' ? proposed : undefined));
  const form = formOf({ label: actName(act), fields: shown, button: actName(act), send, language: shownLanguage() });
  if (COMPLETES.includes(act)) marksDemanded(form);
  if (COMPLETES.includes(act)) form.append(answerCheck(form, file));
  if (act === 'follow-up') asksOnceReached(form);
  return fields.length === 0 ? form : el('details', { class: 'act' }, el('summary', {}, actName(act)), form);
}

/** The boxes by which a demand of a type of completion is met. */
const BOXES = {
  ...{ result: ['answer'], policyBasis: ['basis'], legalBasis: ['basis'], plan: ['plan'], plannedOn: ['plannedOn'] },
  enterpriseAgrees: ['agreedBy', 'agreedOn'],
};

/** The boxes the chosen type demands are marked. */
function marksDemanded(form) {
  const all = [...new Set(Object.values(BOXES).flat())];
  form.elements.completionType.addEventListener('change', ({ target }) =>
    demand(form, demandedBy(target.value).flatMap((one) => BOXES[one] ?? []), all));
}

/** Whoever was reached was asked. */
function asksOnceReached(form) {
  const asked = ['solved', 'satisfied'];
  form.elements.contacted.addEventListener('change', ({ target }) =>
    demand(form, target.value === 'yes' ? asked : [], asked));
}

/** Who a protected enterprise is, shown once; the page does not keep it. */
function whoItIs({ enterpriseName, uscc, contactName, contactPhone }) {
  return facts([[t('enterprise'), enterpriseName], [t('uscc'), uscc], [t('contactOf'), `${contactName} ${contactPhone}`]]);
}

/** Who agreed and when are one thing to the server; an answer left out is an empty one. */
function withAgreement({ agreedBy, agreedOn, answer = '', ...values }) {
  const agrees = agreedBy || agreedOn ? { enterpriseAgrees: { who: agreedBy ?? '', on: agreedOn ?? '' } } : {};
  return { ...values, answer, ...agrees };
}

/** Asks what would be remarked on the answer, without handing it in. */
function answerCheck(form, file) {
  const told = el('div', { role: 'status' });
  const ask = async () => {
    const body = { ...withAgreement(valuesOf(form)), dispatchNo: file.dispatchNo };
    const { ok, body: answer } = await call('POST', `/api/v1/cases/${file.appealId}/completion-check`, body);
    if (!ok) return told.replaceChildren(problemBox(answer, shownLanguage()));
    const remarks = answer.findings.map(({ messages }) => el('li', {}, messages[shownLanguage()]));
    return told.replaceChildren(el('p', {}, t(`verdict-${answer.verdict}`)), el('ul', {}, remarks));
  };
  return el('div', {}, el('button', { type: 'button', onclick: ask }, t('checkFirst')), told);
}

function fieldOf({ name, kind, group, codes, required }, value) {
  const named = group ? choices(group) : (codes ?? []).map((code) => [code, fieldName(code)]);
  const own = name === 'proposedUnit' ? named.filter(([code]) => code !== staff()?.unit) : named;
  const options = kind === 'choice' ? [['', t('choose')], ...own] : [];
  return field({ name, kind, required, label: fieldName(name), options, value });
}
