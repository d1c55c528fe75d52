// Requests for data 数据调用: asked from a case, answered by the unit that was asked, opened on record. The unit that
// was asked does not read the case, so its requests have a page of their own beside the section in the case.
import { foldedAct } from './act-form.js';
import { call } from './api.js';
import { el, facts, field, problemBox } from './dom.js';
import { actName, choices, fieldName, labelOf, moment, shownLanguage, t } from './words.js';

const addressOf = (number, act) => `/api/v1/cases/${encodeURIComponent(number)}/data-requests${act ? `/${act}` : ''}`;
const titleOf = (template) => (template ? template.title[shownLanguage()] : '–');
const unitOf = (code) => (code ? labelOf('units', code) : t('theDesk'));

/** The section of a case, nothing where there are no requests and none may be made; `done` is told the event's id. */
export async function dataSection(number, done) {
  const { ok, body } = await call('GET', addressOf(number));
  if (!ok || (body.requests.length === 0 && body.possible.length === 0)) return undefined;
  return el('section', {}, el('h2', {}, t('dataRequests')), requestsOf(number, body, done));
}

/** The page of the requests of one case, for the unit that was asked. */
export async function showDataOf(main, number, announce) {
  const place = el('div');
  main.append(
    el('p', {}, el('a', { href: '#/data' }, t('dataRequests'))),
    el('h1', { tabindex: '-1' }, `${t('dataRequests')} ${number}`),
    place,
  );
  const load = async () => {
    const { ok, body } = await call('GET', addressOf(number));
    if (!ok) return place.replaceChildren(problemBox(body, shownLanguage()));
    return place.replaceChildren(...requestsOf(number, body, async () => {
      await load();
      announce(t('done'));
    }));
  };
  await load();
  return {};
}

/** The page of what waits over all cases, the nearest due first. */
export async function showDataList(main) {
  const rows = el('div');
  const load = async (cursor = '') => {
    const query = new URLSearchParams({ state: 'open', limit: '20', ...(cursor && { cursor }) });
    const { ok, body } = await call('GET', `/api/v1/data-requests?${query}`);
    if (!ok) return rows.replaceChildren(problemBox(body, shownLanguage()));
    return rows.replaceChildren(...listOf(body, cursor, load));
  };
  main.append(el('h1', { tabindex: '-1' }, t('dataRequests')), rows);
  await load();
  return {};
}

function listOf({ requests, nextCursor }, cursor, load) {
  if (requests.length === 0 && !cursor) return [el('p', {}, t('noData'))];
  const columns = [t('number'), fieldName('template'), t('askedBy'), fieldName('ofUnit'), t('dueAt')];
  const cell = (i, ...content) => el('td', { 'data-label': columns[i] }, ...content);
  const lines = requests.map(({ number, template, fromUnit, ofUnit, dueAt, overdue }) =>
    el('tr', {},
      cell(0, el('a', { href: `#/data/${encodeURIComponent(number)}` }, number)), cell(1, titleOf(template)),
      cell(2, unitOf(fromUnit)), cell(3, labelOf('units', ofUnit)),
      cell(4, moment(dueAt), overdue && ' ', overdue && el('span', { class: 'card red' }, t('overdue')))));
  const head = el('tr', {}, columns.map((name) => el('th', { scope: 'col' }, name)));
  return [
    el('table', {}, el('thead', {}, head), el('tbody', {}, lines)),
    el('p', { class: 'pages' },
      cursor && el('button', { type: 'button', onclick: () => load() }, t('first')),
      nextCursor && el('button', { type: 'button', onclick: () => load(nextCursor) }, t('more'))),
  ];
}

function requestsOf(number, { possible, templates, requests }, done) {
  const ask = possible.includes('request-data') && askForm(number, templates, done);
  return [...requests.map((request) => requestOf(number, request, done)), ask].filter(Boolean);
}

function requestOf(number, request, done) {
  const { requestNo, template, fromUnit, ofUnit, purpose, askedAt, dueAt, step, overdue, said, log, possible } = request;
  const readings = log.map(({ at, unit, by, purpose: why }) =>
    el('li', {}, `${moment(at)} ${[unit && labelOf('units', unit), by].filter(Boolean).join(' · ')} ${why}`));
  return el('article', { class: 'item' },
    el('h3', {}, `${requestNo} · ${titleOf(template)}`),
    facts([
      [t('askedBy'), unitOf(fromUnit)], [fieldName('ofUnit'), labelOf('units', ofUnit)], [fieldName('purpose'), purpose],
      [t('legalBasis'), template?.legalBasis], [t('askedAt'), moment(askedAt)],
      [t('dueAt'), moment(dueAt) + (overdue ? ` · ${t('overdue')}` : '')], [t('status'), t(`data-${step}`)], [fieldName('reason'), said],
    ]),
    readings.length > 0 && el('details', {}, el('summary', {}, t('readings')), el('ul', {}, readings)),
    possible.map((act) => FORMS[act]?.(number, request, done)));
}

/** One act on one request. */
function actOn(number, act, requestNo, fields, bodyOf, done) {
  const name = requestNo ? `${actName(act)} ${requestNo}` : actName(act);
  const withNo = (values) => ({ ...(requestNo && { requestNo }), ...bodyOf(values) });
  return foldedAct({ address: addressOf(number, act), name, button: actName(act), fields, bodyOf: withNo, done });
}

const area = (name, required = true) => field({ name, kind: 'area', label: fieldName(name), required });

function askForm(number, templates, done) {
  const named = templates.map(({ id, title }) => [id, title[shownLanguage()]]);
  const choice = (name, options) =>
    field({ name, kind: 'choice', label: fieldName(name), options: [['', t('choose')], ...options], required: true });
  const fields = [choice('template', named), choice('ofUnit', choices('units')), area('purpose')];
  return actOn(number, 'request-data', 0, fields, (values) => values, done);
}

const FORMS = {
  'provide-data': (number, { requestNo, template }, done) => {
    const demanded = template?.fields ?? [];
    const fields = demanded.map(({ id, title, required }) =>
      field({ name: id, kind: 'area', label: title[shownLanguage()], required }));
    const free = field({ name: 'text', kind: 'area', label: t('dataText'), required: true });
    const bodyOf = (values) => (demanded.length > 0 ? { fields: values } : values);
    return actOn(number, 'provide-data', requestNo, demanded.length > 0 ? fields : [free], bodyOf, done);
  },
  'refuse-data': (number, { requestNo }, done) =>
    actOn(number, 'refuse-data', requestNo, [area('ground')], (values) => values, done),
  'withdraw-data-request': (number, { requestNo }, done) =>
    actOn(number, 'withdraw-data-request', requestNo, [area('reason')], (values) => values, done),
  // What was provided is shown here and nowhere else; the page does not keep it.
  'read-data': (number, { requestNo, template }) =>
    actOn(number, 'read-data', requestNo, [area('purpose')], (values) => values, (_id, { fields, text, erased }, form) => {
      const nameOf = (id) => template?.fields.find((one) => one.id === id)?.title[shownLanguage()] ?? id;
      const pairs = Object.entries(fields).map(([id, value]) => [nameOf(id), value]);
      form.replaceChildren(erased ? el('p', {}, t('dataErased')) : facts([...pairs, [t('dataText'), text]]));
    }),
};
