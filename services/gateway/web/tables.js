// Tables of units 报送汇总表: the form to fill in, the file handed in, what is wrong with it row by row, and how far it has
// been taken in. Whoever the table is addressed to gets that of the period.
import { call, download, staff } from './api.js';
import { el, facts, field, problemBox } from './dom.js';
import { handedTables, shownLanguage, t } from './words.js';

const LOOK_EVERY_MS = 1000;
const FORM_TYPE = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Tables somebody of the role hands in or is sent. */
export const tablesOf = (role) => handedTables().filter(({ roles, to }) => roles.includes(role) || to === role);

/** The page; leaving it stops the looking, not the taking in. */
export async function showTables(main, announce) {
  const role = staff().role;
  const [first] = tablesOf(role);
  main.append(el('h1', { tabindex: '-1' }, first ? first.title[shownLanguage()] : t('tables')));
  if (!first) {
    main.append(el('p', {}, t('noTables')));
    return {};
  }
  const page = { stopped: false };
  const report = encodeURIComponent(first.id);
  const period = field({ name: 'period', label: t('period'), kind: 'choice', options: quarters().map((one) => [one, one]) });
  const chosen = () => period.querySelector('select').value;
  const save = async (path, name) => {
    const refused = await download(path, name);
    outcome.replaceChildren(...(refused ? [problemBox(refused, shownLanguage())] : []));
  };
  const outcome = el('div');
  main.append(period);
  if (first.to === role) {
    const path = () => `/api/v1/reports/${report}?period=${chosen()}&as=xlsx`;
    main.append(button(t('saveTable'), () => save(path(), `${first.title.zh} ${chosen()}.xlsx`)));
  }
  if (first.roles.includes(role)) {
    const hand = (file) => handIn(`/api/v1/reports/${report}/tables?period=${chosen()}`, file, { outcome, page, announce });
    main.append(
      button(t('saveForm'), () => save(`/api/v1/reports/${report}/form`, `${first.title.zh}.xlsx`)),
      dropZone(hand, outcome),
    );
  }
  main.append(outcome);
  return {
    stop: () => {
      page.stopped = true;
    },
  };
}

const button = (name, onclick) => el('p', {}, el('button', { type: 'button', onclick: () => void onclick() }, name));

/** This quarter and the four before it, the one that ended last first. */
function quarters(now = new Date(Date.now() + 8 * 3_600_000)) {
  const at = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3);
  return [at - 1, at, at - 2, at - 3, at - 4].map((one) => `${Math.floor(one / 4)}Q${(one % 4) + 1}`);
}

/** A file is chosen by keyboard or dropped; it goes when the button is pressed, so that the period can be looked at. */
function dropZone(hand, outcome) {
  const hint = t('tableHint');
  const box = field({ name: 'file', label: t('tableFile'), kind: 'file', required: true, hint });
  const input = box.querySelector('input');
  input.setAttribute('accept', FORM_TYPE);
  const press = el('button', { type: 'submit' }, t('handIn'));
  const submit = async (event) => {
    event.preventDefault();
    if (press.disabled || !input.files[0]) return;
    press.disabled = true;
    outcome.replaceChildren();
    try {
      await hand(input.files[0]);
    } finally {
      press.disabled = false;
    }
  };
  const form = el('form', { class: 'drop', 'aria-label': t('handIn'), onsubmit: submit }, box, press);
  const over = (event) => {
    event.preventDefault();
    form.classList.toggle('over', event.type === 'dragover');
  };
  for (const type of ['dragover', 'dragleave']) form.addEventListener(type, over);
  form.addEventListener('drop', (event) => {
    over(event);
    if (event.dataTransfer.files.length > 0) input.files = event.dataTransfer.files;
  });
  return form;
}

async function handIn(path, file, { outcome, page, announce }) {
  announce(t('tableChecked'));
  const { ok, body } = await call('POST', path, file);
  if (ok) return follow(body, { outcome, page, announce });
  announce('');
  return outcome.replaceChildren(body.code === 'TABLE_REFUSED' ? wrongRows(body) : problemBox(body, shownLanguage()));
}

/** What is wrong, in the order of the table. */
function wrongRows({ title, errors }) {
  const columns = [t('row'), t('column'), t('whatIsWrong')];
  const cell = (i, text) => el('td', { 'data-label': columns[i] }, text);
  const lines = errors.map(({ field: place, message, messages }) => {
    const [row, ...column] = place.split('.');
    return el('tr', {}, cell(0, row), cell(1, column.join('.') || '–'), cell(2, messages?.[shownLanguage()] ?? message));
  });
  const head = el('tr', {}, columns.map((name) => el('th', { scope: 'col' }, name)));
  return el('div', {},
    el('div', { class: 'problem', role: 'alert' }, el('p', {}, title)),
    el('table', {}, el('thead', {}, head), el('tbody', {}, lines)));
}

/** Looks until all rows have been taken in. */
async function follow(first, { outcome, page, announce }) {
  const bar = el('progress', { max: first.rows, value: 0, 'aria-label': t('tableTaken') });
  const numbers = el('div');
  outcome.replaceChildren(el('h2', {}, t('tableTaken')), bar, numbers);
  let state = first;
  for (;;) {
    bar.value = state.taken;
    numbers.replaceChildren(facts([
      [t('tableRows'), `${state.taken} / ${state.rows}`],
      ...['counted', 'handedOn', 'same', 'earlier', 'refused'].map((one) => [t(`table-${one}`), state[one] || undefined]),
    ]));
    if (state.state !== 'storing' && state.state !== 'taking') break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    if (page.stopped) return;
    const { ok, body } = await call('GET', `/api/v1/tables/${state.tableId}`);
    if (ok) state = body;
  }
  announce(t(state.state === 'done' ? 'tableDone' : 'tableLost'));
}
