// The overseeing of a case as its people meet it: supervision orders 督办单 a unit has to answer, and what stands
// against it that it may contest 申诉. Everything else of it is done through the API.
import { foldedAct } from './act-form.js';
import { call, staff } from './api.js';
import { el, facts, field } from './dom.js';
import { actName, fieldName, labelOf, moment, shownLanguage, t } from './words.js';

const addressOf = (number, act) => `/api/v1/cases/${encodeURIComponent(number)}/oversight${act ? `/${act}` : ''}`;
const isOwn = ({ unit }) => unit !== '' && unit === staff()?.unit;

/** The section of a case; nothing where there is no order and nothing to contest. `done` is told the event's id. */
export async function oversightSection(number, done) {
  const { ok, body } = await call('GET', addressOf(number));
  if (!ok) return undefined;
  const targets = body.possible.includes('file-contest') ? targetsOf(body) : [];
  if (body.orders.length === 0 && body.contests.length === 0 && targets.length === 0) return undefined;
  return el('section', {}, el('h2', {}, t('oversight')),
    body.orders.map((order) => orderOf(number, order, body.possible, done)),
    body.contests.length > 0 && el('ul', {}, body.contests.map(contestOf)),
    targets.length > 0 && contestForm(number, targets, done));
}

function orderOf(number, order, possible, done) {
  const { orderNo, number: name, unit, demand, deadlineAt, overdue, status, answer, verdictReason } = order;
  const mayAnswer = possible.includes('answer-order') && status === 'open' && isOwn(order);
  const area = field({ name: 'answer', kind: 'area', label: fieldName('answer'), required: true });
  const bodyOf = ({ answer: said }) => ({ orderNo, answer: said });
  return el('article', { class: 'item' },
    el('h3', {}, `${t('order')} ${name}`),
    facts([
      [t('unit'), labelOf('units', unit)], [t('demand'), demand],
      [t('dueAt'), moment(deadlineAt) + (overdue ? ` · ${t('overdue')}` : '')], [t('status'), t(`order-${status}`)],
      [fieldName('answer'), answer], [fieldName('reason'), verdictReason],
    ]),
    mayAnswer && actOn(number, 'answer-order', `${actName('answer-order')} ${name}`, [area], bodyOf, done));
}

/** What stands against one's own unit and was not contested: cards, ratings and deductions. */
function targetsOf({ entries, deductions, contests }) {
  const known = contests.map(({ about, target }) => `${about} ${target}`);
  const standing = entries.filter((one) => isOwn(one) && one.clearedWhy !== 'card-revoked').flatMap(ofEntry);
  const deducted = deductions.filter((one) => isOwn(one) && !one.withdrawnAt).map(({ deductionNo, points, recordedAt }) =>
    [`deduction ${deductionNo}`, `${fieldName('deduction')} ${points} · ${moment(recordedAt)}`]);
  return [...standing, ...deducted].filter(([value]) => !known.includes(value));
}

function ofEntry({ ground, about, noticedAt }) {
  if (ground === 'yellow' || ground === 'red') return [[`card ${about}`, `${t(ground)} · ${moment(noticedAt)}`]];
  return ground === 'low-satisfaction' ? [[`rating ${about.replace('round/', '')}`, `${fieldName('rating')} · ${moment(noticedAt)}`]] : [];
}

function contestForm(number, targets, done) {
  const options = [['', t('choose')], ...targets];
  const fields = [
    field({ name: 'target', kind: 'choice', label: fieldName('target'), options, required: true }),
    field({ name: 'evidence', kind: 'area', label: fieldName('evidence'), required: true }),
  ];
  const bodyOf = ({ target, evidence }) => {
    const space = target.indexOf(' ');
    return { about: target.slice(0, space), target: target.slice(space + 1), evidence };
  };
  return actOn(number, 'file-contest', actName('file-contest'), fields, bodyOf, done);
}

function contestOf({ about, status, evidence, filedAt, reason }) {
  return el('li', {}, `${t('contest')} · ${fieldName(about)} · ${t(`contest-${status}`)} · ${moment(filedAt)} `,
    el('span', { class: 'said' }, [evidence, reason].filter(Boolean).join(' · ')));
}

function actOn(number, act, name, fields, bodyOf, done) {
  return foldedAct({ address: addressOf(number, act), name, button: actName(act), fields, bodyOf, done });
}
