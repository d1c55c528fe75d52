// Building the page from nodes. Texts only ever become text nodes, so nothing that anybody wrote can become markup.
import { moment, t } from './words.js';

/** An element with attributes and children; `on…` attributes are listeners. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

let serial = 0;

/** A labelled field: text, area, choice (with options [[value, name]]), check or password. */
export function field({ name, label, kind = 'text', options = [], required = false, hint, value = '', autocomplete }) {
  serial += 1;
  const id = `field-${serial}`;
  const about = hint ? `${id}-hint` : undefined;
  const common = { id, name, required, 'aria-describedby': about, autocomplete };
  const control =
    kind === 'area'
      ? el('textarea', { ...common, rows: 4 }, value)
      : kind === 'choice'
        ? el('select', common, options.map(([code, text]) => el('option', { value: code, selected: code === value }, text)))
        : el('input', { ...common, type: kind === 'check' ? 'checkbox' : kind, ...(!['check', 'file'].includes(kind) && { value }) });
  const caption = el('label', { for: id }, label, required && kind !== 'check' ? ' *' : '');
  const note = hint && el('p', { class: 'hint', id: about }, hint);
  return el('div', { class: kind === 'check' ? 'field check' : 'field' }, caption, control, note);
}

/** Values of a form by field name; empty ones are left out, checks are true or false. */
export function valuesOf(form) {
  const values = {};
  for (const control of form.elements) {
    if (!control.name) continue;
    if (control.type === 'checkbox') values[control.name] = control.checked;
    else if (control.value !== '') values[control.name] = control.value;
  }
  return values;
}

/** Marks the boxes of a form that must be filled in, of those in `among`, and frees the others. */
export function demand(form, names, among) {
  for (const name of among) {
    const control = form.elements[name];
    const caption = form.querySelector(`label[for="${control.id}"]`);
    const needed = names.includes(name);
    control.required = needed;
    caption.textContent = caption.textContent.replace(/ \*$/, '') + (needed ? ' *' : '');
  }
}

/** What went wrong, read out by screen readers. */
export function problemBox(problem, language, captionOf = () => '') {
  const errors = problem.errors ?? [];
  const lines = errors.map((one) => {
    const caption = captionOf(one.field);
    return el('li', {}, caption && el('strong', {}, `${caption}${t('colon')}`), one.messages?.[language] ?? one.message);
  });
  const clause = problem.clause && el('li', {}, problem.clause.messages[language]);
  const changed = (problem.changed ?? []).map(({ what, by, at }) => el('li', {}, `${what[language]} · ${by.id} · ${moment(at)}`));
  // Who mends the product looks it up; who mends what he typed has no use for it.
  const trace = problem.traceId && problem.status >= 500 ? el('p', { class: 'hint' }, `${t('traceId')}: ${problem.traceId}`) : undefined;
  return el('div', { class: 'problem', role: 'alert' }, el('p', {}, el('strong', {}, t('wrong'))), el('ul', {}, lines, clause, changed), trace);
}

/** The caption of the box a refusal speaks of; `contact.phone` is the box `phone`. */
function captionIn(form) {
  return (path = '') => {
    const control = path === '' ? null : (form.elements[path] ?? form.elements[path.split('.').at(-1)]);
    return control?.labels?.[0]?.textContent.replace(/ \*$/, '') ?? '';
  };
}

/** A form that sends once at a time and shows what was refused. */
export function formOf({ label, fields, button, send, language, className = '' }) {
  const refused = el('div');
  const press = el('button', { type: 'submit' }, button);
  const submit = async (event) => {
    event.preventDefault();
    if (press.disabled) return;
    press.disabled = true;
    refused.replaceChildren();
    try {
      const problem = await send(valuesOf(event.target));
      if (problem) refused.replaceChildren(problemBox(problem, language, captionIn(event.target)));
    } finally {
      press.disabled = false;
    }
  };
  return el('form', { onsubmit: submit, 'aria-label': label, class: className }, fields, press, refused);
}

/** Name and value pairs. */
export function facts(pairs) {
  const shown = pairs.filter(([, value]) => value !== undefined && value !== null && value !== '');
  return el('dl', {}, shown.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}
