// The desk of staff: signing in, the live counts, and the list with filters and pages.
import { call, keepStaff, staff } from './api.js';
import { el, field, formOf, problemBox, valuesOf } from './dom.js';
import { choices, distance, labelOf, moment, shownLanguage, t, unitRoles } from './words.js';

/** Shows the form to sign in. */
export function showSignIn(main, onDone) {
  const fields = [
    field({ name: 'role', label: t('role'), kind: 'choice', options: choices('roles'), required: true }),
    field({ name: 'token', label: t('token'), kind: 'password', hint: t('tokenHint'), required: true, autocomplete: 'off' }),
    field({ name: 'person', label: t('person'), hint: t('personHint'), required: true, autocomplete: 'username' }),
    field({ name: 'unit', label: t('unit'), kind: 'choice', options: [['', '–'], ...choices('units')] }),
  ];
  const send = async (who) => {
    if (unitRoles().includes(who.role) && !who.unit) return told('unit', t('unitNeeded'));
    const { ok, body } = await call('GET', '/api/v1/me', undefined, { who });
    if (!ok) return body;
    if (body.role !== who.role) return told('role', `${t('otherRole')}${t('colon')}${labelOf('roles', body.role)}`);
    keepStaff(who);
    onDone();
    return undefined;
  };
  const form = formOf({ label: t('signIn'), fields, button: t('signIn'), send, language: shownLanguage() });
  main.append(el('h1', { tabindex: '-1' }, t('signIn')), form);
  return {};
}

/** A refusal of the page itself. */
const told = (field, message) => ({ errors: [{ field, message }] });

/** Shows counts and list. */
export async function showDesk(main) {
  const numbers = el('div', { class: 'counts' });
  const rows = el('div', { 'aria-live': 'off' });
  const chosen = { sort: 'newest' };
  const showCounts = (counts) => numbers.replaceChildren(...countsOf(counts));
  const load = async (cursor = '') => {
    const query = new URLSearchParams({ ...chosen, limit: '20', ...(cursor && { cursor }) });
    const { ok, body } = await call('GET', `/api/v1/cases?${query}`);
    if (!ok) return rows.replaceChildren(problemBox(body, shownLanguage()));
    return rows.replaceChildren(...listOf(body, cursor, load));
  };
  const filters = filterForm(async (values) => {
    for (const name of Object.keys(chosen)) delete chosen[name];
    Object.assign(chosen, values);
    await load();
  });
  main.append(
    el('h1', { tabindex: '-1' }, t('desk')),
    el('section', {}, el('h2', {}, t('counts')), numbers),
    el('section', {}, el('h2', {}, t('list')), filters, rows),
  );
  const { ok, body } = await call('GET', '/api/v1/counts');
  if (ok) showCounts(body);
  await load();
  return { onLive: liveCounts(showCounts) };
}

/** Who does not see all cases is told that something changed, not how many there are: he asks for his own. */
function liveCounts(show) {
  let asking;
  let told = false;
  const count = async () => {
    asking = undefined;
    const { ok, body } = told ? {} : await call('GET', '/api/v1/counts');
    if (ok) show(body);
  };
  return (event, data) => {
    told ||= event === 'counts';
    if (event === 'counts') show(data);
    else if (!told) asking ??= setTimeout(() => void count(), 2000);
  };
}

function countsOf({ byStatus, byCard, total }) {
  const tile = (name, count) => el('div', {}, el('dt', {}, name), el('dd', {}, String(count)));
  const statuses = Object.entries(byStatus).filter(([, count]) => count > 0);
  const cards = Object.entries(byCard).filter(([card, count]) => card && count > 0);
  return [
    el('dl', {}, tile(t('total'), total),
      statuses.map(([status, count]) => tile(labelOf('statuses', status), count)),
      cards.map(([card, count]) => tile(t(card), count))),
  ];
}

function filterForm(apply) {
  const all = (group) => [['', t('all')], ...choices(group)];
  const orders = ['newest', 'deadline'].map((one) => [one, t(one)]);
  const verdicts = ['answers', 'doubtful', 'evasive', 'unchecked'].map((one) => [one, t(`verdict-${one}`)]);
  const cards = [['', t('all')], ['yellow', t('yellow')], ['red', t('red')]];
  const fields = [
    field({ name: 'text', label: t('words'), kind: 'search' }),
    field({ name: 'status', label: t('status'), kind: 'choice', options: all('statuses') }),
    field({ name: 'channel', label: t('channel'), kind: 'choice', options: all('channels') }),
    field({ name: 'topic', label: t('topic'), kind: 'choice', options: all('topics') }),
    field({ name: 'class', label: t('class'), kind: 'choice', options: all('classes') }),
    !unitRoles().includes(staff()?.role) && field({ name: 'unit', label: t('unit'), kind: 'choice', options: all('units') }),
    field({ name: 'stage', label: t('stage'), kind: 'choice', options: all('stages') }),
    field({ name: 'card', label: t('card'), kind: 'choice', options: cards }),
    field({ name: 'answerVerdict', label: t('answerVerdict'), kind: 'choice', options: [['', t('all')], ...verdicts] }),
    field({ name: 'sort', label: t('sort'), kind: 'choice', options: orders }),
  ];
  const submit = (event) => {
    event.preventDefault();
    void apply(valuesOf(event.target));
  };
  const form = el('form', { class: 'filters', 'aria-label': t('filters'), onsubmit: submit });
  form.append(...fields.filter(Boolean), el('button', { type: 'submit' }, t('apply')));
  return form;
}

function listOf({ cases, nextCursor, total }, cursor, load) {
  if (cases.length === 0) return [el('p', {}, t('none'))];
  const columns = ['number', 'title', 'status', 'enterprise', 'lead', 'deadline', 'submittedAt'].map(t);
  const cell = (i, ...content) => el('td', { 'data-label': columns[i] }, ...content);
  const rows = cases.map((one) => {
    const due = one.nextDeadlineAt && `${labelOf('clocks', one.nextClock)} ${distance(one.nextDeadlineAt)}`;
    const card = one.worstCard && el('span', { class: `card ${one.worstCard}` }, t(one.worstCard));
    return el('tr', {},
      cell(0, el('a', { href: `#/case/${encodeURIComponent(one.number)}` }, one.number)),
      cell(1, one.title), cell(2, labelOf('statuses', one.status), ' ', card), cell(3, one.enterpriseName),
      cell(4, labelOf('units', one.lead) || '–'), cell(5, due || '–'), cell(6, moment(one.submittedAt)));
  });
  const head = el('tr', {}, columns.map((name) => el('th', { scope: 'col' }, name)));
  const pages = el('p', { class: 'pages' },
    cursor && el('button', { type: 'button', onclick: () => load() }, t('first')),
    nextCursor && el('button', { type: 'button', onclick: () => load(nextCursor) }, t('more')));
  return [el('p', {}, `${t('total')} ${total}`), el('table', {}, el('thead', {}, head), el('tbody', {}, rows)), pages];
}
