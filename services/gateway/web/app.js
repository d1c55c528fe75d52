// The first plain pages: which page is shown, in which language, for whom. The address after # names the page.
import { call, followLive, keepStaff, staff } from './api.js';
import { showCase } from './case.js';
import { showDataList, showDataOf } from './data-requests.js';
import { showDesk, showSignIn } from './desk.js';
import { el } from './dom.js';
import { showLook, showRaise } from './enterprise.js';
import { showTables, tablesOf } from './tables.js';
import { instanceTitle, isSynthetic, learnLabels, shownLanguage, switchLanguage, t } from './words.js';

const main = document.getElementById('main');
const status = document.getElementById('status');
let page = {};
let stopLive;
let turn = 0;

const announce = (text) => {
  status.textContent = text;
};

async function show() {
  turn += 1;
  const mine = turn;
  page.stop?.();
  page = {};
  announce('');
  dress();
  const place = el('div');
  main.replaceChildren(place);
  const opened = await openPage(place);
  if (mine !== turn) return opened.stop?.();
  page = opened;
  live();
  place.querySelector('h1')?.focus();
  return undefined;
}

function openPage(place) {
  const [, name, rest] = location.hash.split('/');
  if (name === 'look') return showLook(place, decodeURIComponent(rest ?? ''));
  if (['desk', 'case', 'data', 'tables'].includes(name)) {
    if (!staff()) return showSignIn(place, () => show());
    const number = decodeURIComponent(rest ?? '');
    if (name === 'tables') return showTables(place, announce);
    if (name === 'data') return number ? showDataOf(place, number, announce) : showDataList(place);
    return name === 'desk' ? showDesk(place) : showCase(place, number, announce);
  }
  return showRaise(place);
}

/** One line for all pages of staff; it ends when nobody is signed in. */
function live() {
  if (!staff()) {
    stopLive?.();
    stopLive = undefined;
  } else stopLive ??= followLive((event, data) => page.onLive?.(event, data));
}

/** Everything around the page. */
function dress() {
  document.documentElement.lang = shownLanguage() === 'zh' ? 'zh-CN' : 'en';
  document.title = `${shownLanguage() === 'zh' ? '直通' : 'Zhitong'} · ${instanceTitle()}`;
  document.getElementById('instance').textContent = instanceTitle();
  document.getElementById('footer').textContent = isSynthetic() ? t('synthetic') : '';
  const other = document.getElementById('language');
  other.textContent = shownLanguage() === 'zh' ? 'English' : '中文';
  other.lang = shownLanguage() === 'zh' ? 'en' : 'zh-CN';
  const here = location.hash || '#/';
  const link = (href, name) => el('a', { href, 'aria-current': here === href && 'page' }, name);
  const leave = () => {
    keepStaff(undefined);
    location.hash = '#/';
    void show();
  };
  const out = staff() && el('button', { type: 'button', onclick: leave }, t('signOut'));
  document.getElementById('nav').replaceChildren(
    ...[link('#/', t('raise')), link('#/look', t('look')), link('#/desk', t('desk'))],
    ...[
      staff() && link('#/data', t('dataRequests')),
      staff() && tablesOf(staff().role).length > 0 && link('#/tables', t('tables')),
      out,
    ].filter(Boolean),
  );
}

document.getElementById('language').addEventListener('click', () => {
  switchLanguage();
  void show();
});
document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
window.addEventListener('hashchange', () => void show());

announce(t('loading'));
const { ok, body } = await call('GET', '/api/v1/labels', undefined, { who: null });
if (ok) learnLabels(body);
await show();
if (!ok) announce(t('offline'));
