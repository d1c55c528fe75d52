// One act as a form that is folded until it is wanted.
import { call, freshId } from './api.js';
import { el, formOf } from './dom.js';
import { shownLanguage } from './words.js';

/**
 * Sends once, under a key of its own, and shows what was refused; `done` is told the id of the event, the answer and
 * the form. `name` tells it from others of its kind, `button` is what is pressed.
 */
export function foldedAct({ address, name, button, fields, bodyOf = (values) => values, done }) {
  const key = freshId();
  const send = async (values) => {
    const { ok, body, eventId } = await call('POST', address, bodyOf(values), { key });
    if (!ok) return body;
    return void done(eventId, body, form);
  };
  const form = formOf({ label: name, fields, button, send, language: shownLanguage() });
  return el('details', { class: 'act' }, el('summary', {}, name), form);
}
