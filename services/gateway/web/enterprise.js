// The enterprise's pages: raising an appeal, and following it by number and query code.
import { call, freshId } from './api.js';
import { saidOf } from './course.js';
import { el, facts, field, formOf } from './dom.js';
import { fileChooser, filesSection } from './files.js';
import { choices, eventName, labelOf, moment, shownLanguage, t, templatesAt } from './words.js';

const ASKED = 'fields.';

/** What a template asks; files it wishes for are named, and chosen below. */
function askedBy(template) {
  if (!template) return [];
  const language = shownLanguage();
  const files = template.attachments.map(({ title }) => title[language]).join('、');
  return [
    el('p', { class: 'hint' }, template.hint[language]),
    ...template.fields.map(({ id, title, required }) => field({ name: `${ASKED}${id}`, label: title[language], required })),
    files && el('p', { class: 'hint' }, `${t('templateFiles')}: ${files}`),
  ].filter(Boolean);
}

/** Shows the form. The source number is made once per form, so that pressing twice makes one appeal. */
export function showRaise(main) {
  const sourceNumber = `web-${freshId()}`;
  const place = el('div');
  const choose = (group) => [['', t('choose')], ...choices(group)];
  const asked = el('div', { 'aria-live': 'polite' });
  // One that demands a certain file cannot be answered here: this form does not say which file is which.
  const offered = templatesAt('web').filter(({ attachments }) => !attachments.some(({ required }) => required));
  const ask = ({ target }) => asked.replaceChildren(...askedBy(offered.find(({ id }) => id === target.value)));
  const options = [['', t('noTemplate')], ...offered.map(({ id, title }) => [id, title[shownLanguage()]])];
  const template = field({ name: 'template', label: t('template'), kind: 'choice', options });
  template.querySelector('select').addEventListener('change', ask);
  const files = fileChooser();
  const fields = [
    ...(offered.length > 0 ? [template, asked] : []),
    field({ name: 'kind', label: t('kind'), kind: 'choice', options: choose('kinds') }),
    field({ name: 'topic', label: t('topic'), kind: 'choice', options: choose('topics') }),
    field({ name: 'title', label: t('title'), required: true }),
    field({ name: 'content', label: t('content'), kind: 'area', required: true }),
    field({ name: 'enterprise', label: t('enterprise'), required: true, autocomplete: 'organization' }),
    field({ name: 'uscc', label: t('uscc'), hint: t('usccHint'), autocomplete: 'off' }),
    field({ name: 'region', label: t('region'), kind: 'choice', options: choose('regions'), required: true }),
    field({ name: 'contactName', label: t('contactName'), required: true, autocomplete: 'name' }),
    field({ name: 'phone', label: t('phone'), kind: 'tel', required: true, autocomplete: 'tel' }),
    files.node,
    field({ name: 'protect', label: t('protect'), kind: 'check', hint: t('protectHint') }),
  ];
  const send = async ({ template: chosen, kind, topic, title, content, enterprise, uscc, region, contactName, phone, protect, ...rest }) => {
    const who = { enterprise: { name: enterprise, uscc, region }, contact: { name: contactName, phone } };
    const filled = Object.entries(rest).map(([name, value]) => [name.slice(ASKED.length), value]);
    const asked = { template: chosen, fields: Object.fromEntries(filled), protect };
    const body = { sourceNumber, kind, topic, title, content, ...asked, ...who, attachments: files.attachments() };
    const reply = await call('POST', '/api/v1/channels/web/appeals', body, { who: null });
    if (!reply.ok) return reply.body;
    place.replaceChildren(receipt(reply.body));
    place.querySelector('h1').focus();
    return undefined;
  };
  place.append(
    el('h1', { tabindex: '-1' }, t('raise')),
    formOf({ label: t('raise'), fields, button: t('submit'), send, language: shownLanguage() }),
  );
  main.append(place);
  return {};
}

function receipt({ number, queryCode, nextStepText, dueAt }) {
  return el('section', {}, el('h1', { tabindex: '-1' }, t('received')), el('p', {}, t('keep')), facts([
    [t('number'), el('code', {}, number)],
    [t('queryCode'), el('code', {}, queryCode)],
    [t('nextStep'), nextStepText[shownLanguage()]],
    [t('dueAt'), moment(dueAt)],
  ]), el('p', {}, el('a', { href: `#/look/${encodeURIComponent(number)}` }, t('look'))));
}

/** Shows the look-up. */
export function showLook(main, known = '') {
  const place = el('div');
  const show = async ({ number, queryCode }, covering = '') => {
    const query = new URLSearchParams({ queryCode, ...(covering && { covering }) });
    const reply = await call('GET', `/api/v1/appeals/${encodeURIComponent(number)}?${query}`, undefined, { who: null });
    if (!reply.ok) {
      place.replaceChildren();
      return reply.body;
    }
    const own = `/api/v1/appeals/${encodeURIComponent(number)}/files`;
    const files = await filesSection(own, { query: `?${new URLSearchParams({ queryCode })}`, who: null });
    const again = (event) => show({ number, queryCode }, event);
    place.replaceChildren(...ownCase(reply.body, queryCode, again), ...(files ? [files] : []));
    return undefined;
  };
  const fields = [
    field({ name: 'number', label: t('number'), required: true, autocomplete: 'off', value: known }),
    field({ name: 'queryCode', label: t('queryCode'), required: true, autocomplete: 'off' }),
  ];
  const form = formOf({ label: t('look'), fields, button: t('show'), send: (values) => show(values), language: shownLanguage() });
  main.append(el('h1', { tabindex: '-1' }, t('look')), form, place);
  return {};
}

function ownCase(own, queryCode, again) {
  const steps = own.timeline.map(({ at, type, unit, fields }) => {
    const said = saidOf({ fields });
    const who = unit && ` ${labelOf('units', unit)}`;
    return el('li', {}, el('time', { datetime: at }, moment(at)), ' ', el('strong', {}, eventName(type)), who,
      said && el('p', { class: 'said' }, said));
  });
  return [
    el('section', {}, el('h2', {}, own.title || own.number), own.stale && el('p', { role: 'status' }, t('stale')), facts([
      [t('number'), own.number],
      [t('status'), labelOf('statuses', own.status)],
      [t('kind'), own.kind && labelOf('kinds', own.kind)],
      [t('topic'), own.topic && labelOf('topics', own.topic)],
      [t('submittedAt'), moment(own.submittedAt)],
      [t('lead'), own.lead && labelOf('units', own.lead)],
      [t('content'), own.content],
      [t('answer'), own.answer],
    ])),
    el('section', {}, el('h2', {}, t('course')), el('ol', { class: 'course' }, steps)),
    ownActs(own).length > 0 && el('section', {}, el('h2', {}, t('ownActs')), ownActs(own).map((act) => ownAct(act, own, queryCode, again))),
  ].filter(Boolean);
}

const JUDGING = ['rate', 'dispute'];
const OWN_ACTS = ['urge', 'material', 'withdraw', ...JUDGING];
/** An answer is judged once there is one, and nothing is added to what has ended; the owner decides again. */
const ANSWERED = ['answered', 'completed', 'followed-up'];
const ENDED = ['closed', 'withdrawn', 'declined', 'joined'];
function ownActs({ status, nameProtected }) {
  const acts = ENDED.includes(status) ? [] : OWN_ACTS.filter((act) => !JUDGING.includes(act) || ANSWERED.includes(status));
  return nameProtected ? [...acts, 'lift-protection'] : acts;
}
const OWN_FIELDS = {
  urge: ['note'],
  material: ['text'],
  withdraw: ['reason'],
  rate: ['rating', 'comment'],
  dispute: ['reason'],
  'lift-protection': [],
};
const NEEDED = ['text', 'rating'];

function ownAct(act, { number }, queryCode, again) {
  const ratings = ['satisfied', 'dissatisfied'].map((one) => [one, t(one)]);
  const fields = OWN_FIELDS[act].map((name) =>
    field({
      ...{ name, label: t(name), kind: name === 'rating' ? 'choice' : 'area', options: ratings },
      required: NEEDED.includes(name) || act === 'dispute',
    }),
  );
  const files = act === 'material' ? fileChooser() : undefined;
  const key = freshId();
  const send = async (values) => {
    const path = `/api/v1/appeals/${encodeURIComponent(number)}/${act}`;
    const added = files && { attachments: files.attachments() };
    const reply = await call('POST', path, { ...values, ...added, queryCode }, { who: null, key });
    if (!reply.ok) return reply.body;
    return again(reply.eventId);
  };
  const boxes = files ? [...fields, files.node] : fields;
  const form = formOf({ label: t(act), fields: boxes, button: t(act), send, language: shownLanguage() });
  return el('details', { class: 'act' }, el('summary', {}, t(act)), form);
}
