// One case as staff see it: what it is, its clocks, the units proposed with reasons, the course, and what may be done.
import { actForm, hasForm } from './acts.js';
import { call } from './api.js';
import { byName, saidOf } from './course.js';
import { dataSection } from './data-requests.js';
import { el, facts, problemBox } from './dom.js';
import { filesSection } from './files.js';
import { oversightSection } from './oversight.js';
import { actName, distance, eventName, labelOf, moment, shownLanguage, t } from './words.js';

/** Shows a case in `main`; answers what to do when the journal tells of a change. */
export async function showCase(main, number, announce) {
  const place = el('div');
  const notice = el('p', { class: 'notice', role: 'status' });
  main.append(el('p', {}, el('a', { href: '#/desk' }, t('back'))), notice, place);
  let id = '';
  const load = async (covering = '') => {
    const query = covering ? `?covering=${encodeURIComponent(covering)}` : '';
    const { ok, body } = await call('GET', `/api/v1/cases/${encodeURIComponent(number)}${query}`);
    notice.replaceChildren();
    if (!ok) return place.replaceChildren(problemBox(body, shownLanguage()));
    id = body.appealId;
    if (body.stale) notice.append(t('stale'));
    const done = async (eventId) => {
      await load(eventId);
      announce(t('done'));
    };
    const beside = await Promise.all([filesSection(`/api/v1/cases/${encodeURIComponent(number)}/files`), dataSection(number, done), oversightSection(number, done)]);
    return place.replaceChildren(...partsOf(body, done, beside));
  };
  await load();
  const timer = setInterval(() => {
    for (const node of place.querySelectorAll('[data-deadline]')) node.textContent = distance(node.dataset.deadline);
  }, 30_000);
  return {
    onLive: (event, data) => {
      if (event !== 'cases' || !data.cases.some((one) => one.id === id) || notice.childNodes.length > 0) return;
      notice.append(t('changed'), ' ', el('button', { type: 'button', onclick: () => load() }, t('reload')));
    },
    stop: () => clearInterval(timer),
  };
}

function partsOf(file, done, beside) {
  const section = (title, ...content) => el('section', {}, el('h2', {}, title), ...content);
  return [
    el('h1', { tabindex: '-1' }, file.title || file.number),
    overview(file),
    section(t('acts'), ...acts(file, done)),
    ...beside,
    section(t('clocks'), clocks(file)),
    file.inside && section(t('inside'), inside(file)),
    file.assisting.length > 0 && section(t('assist'), assisting(file)),
    file.candidates.length > 0 && section(t('candidates'), candidates(file)),
    section(t('course'), course(file)),
  ].filter(Boolean);
}

function overview(file) {
  const names = (codes) => codes.filter(Boolean).map((code) => labelOf('units', code)).join('、');
  return facts([
    [t('number'), file.number],
    [t('status'), labelOf('statuses', file.status) + (file.urgent ? ` · ${t('urgent')}` : '')],
    [t('stage'), labelOf('stages', file.stage)],
    [t('channel'), labelOf('channels', file.channel)],
    [t('kind'), labelOf('kinds', file.kind)],
    [t('topic'), labelOf('topics', file.topic)],
    [t('class'), file.classes.map((id) => labelOf('classes', id)).join(' › ')],
    [t('submittedAt'), moment(file.submittedAt)],
    [t('lead'), names([file.lead])],
    [t('assist'), names(file.assist)],
    [t('enterprise'), file.enterpriseName],
    [t('uscc'), file.uscc],
    [t('contactOf'), [file.contactName, file.contactPhone].filter(Boolean).join(' ')],
    [t('urged'), file.urged > 0 ? String(file.urged) : ''],
    [t('content'), file.content],
    [t('answer'), file.answer],
    [t('extensionWishedOn'), file.extensionWishedOn],
    [t('answerVerdict'), file.answerVerdict && t(`verdict-${file.answerVerdict}`)],
    [t('findings'), file.findings.map(({ messages }) => messages[shownLanguage()]).join('\n')],
  ]);
}

function acts(file, done) {
  if (file.possible.length === 0) return [el('p', {}, t('noActs'))];
  const others = file.possible.filter((act) => !hasForm(act)).map(actName).join('、');
  return [
    ...file.possible.filter(hasForm).map((act) => actForm(act, file, done)),
    others && el('p', { class: 'hint' }, `${t('otherActs')}${t('colon')}${others}`),
  ];
}

function clocks({ clocks: all }) {
  if (all.length === 0) return el('p', {}, t('noClocks'));
  return el('ul', { class: 'clocks' }, all.map((clock) => {
    const running = !clock.stoppedAt && !clock.void;
    const state = running
      ? el('strong', { 'data-deadline': clock.deadlineAt }, distance(clock.deadlineAt))
      : el('span', {}, clock.void ? t('voided') : `${t('stopped')} ${moment(clock.stoppedAt)}`);
    const card = clock.card && el('span', { class: `card ${clock.card}` }, t(clock.card));
    const due = ` ${moment(clock.deadlineAt)}${clock.provisional ? ` (${t('provisional')})` : ''}${clock.firstDeadlineAt ? ` (${t('movedFrom')} ${moment(clock.firstDeadlineAt)})` : ''} `;
    return el('li', {}, el('span', {}, labelOf('clocks', clock.clock)), due, state, ' ', card);
  }));
}

function inside({ inside: { stage, section, handler, steps } }) {
  const named = (step) => labelOf('insideSteps', step);
  const rows = steps.map(({ step, by, startedAt, endedAt, dueAt }) => {
    const due = dueAt ? `${t('insideDue')} ${moment(dueAt)}` : '';
    const until = endedAt ? moment(endedAt) : due;
    const late = dueAt && (endedAt ? new Date(endedAt) : new Date()) >= new Date(dueAt);
    return el('li', {}, `${named(step)} ${by} ${moment(startedAt)} – ${until} `, late && el('strong', {}, endedAt ? `${t('insideLate')}（${due}）` : t('insideLate')));
  });
  return el('div', {}, el('p', {}, [section, handler, named(stage)].filter(Boolean).join(' · ')), el('ul', {}, rows));
}

function assisting({ assisting: all }) {
  return el('ul', {}, all.map(({ unit, step, said, at }) =>
    el('li', {}, el('strong', {}, labelOf('units', unit)), ` ${t(`assist-${step}`)} ${at ? moment(at) : ''} `, el('span', {}, said))));
}

/** Where a word of a reason was found; the reason quotes it as `(appeal A0302)`. */
const sourceNamed = (reason) =>
  reason.replace(/ \((appeal|article|duty) ([^)]+)\)$/, (_, source, id) => `（${t(`from-${source}`)} ${labelOf('units', id)}）`);

function candidates({ candidates: all }) {
  return el('ol', { class: 'candidates' }, all.map(({ unit, score, reasons }) =>
    el('li', {}, el('strong', {}, labelOf('units', unit)), ` ${(score * 100).toFixed(0)} % `, el('span', {}, reasons.map(sourceNamed).join('；'))),
  ));
}

function course({ timeline }) {
  return el('ol', { class: 'course' }, timeline.map(({ at, type, by, unit, fields }) => {
    const who = [labelOf('units', unit), byName(by)].filter(Boolean).join(' · ');
    const said = saidOf({ fields });
    return el('li', {},
      el('time', { datetime: at }, moment(at)), ' ', el('strong', {}, eventName(type)), who && ` ${who}`,
      said && el('p', { class: 'said' }, said));
  }));
}
