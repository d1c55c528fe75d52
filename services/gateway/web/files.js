// Files with an appeal: chosen and sent while the form is filled in, listed with what the scanner says, opened by link.
import { call, staff } from './api.js';
import { el, problemBox } from './dom.js';
import { moment, shownLanguage, t } from './words.js';

const KINDS = '.pdf,.jpg,.jpeg,.png,.webp,.heic,.docx,.xlsx,.doc,.xls';
const size = (bytes) => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** Sends a file; `onPart` hears which share of it has gone. Answers {ok, body}. Never throws. */
function send(file, onPart) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const offline = () => resolve({ ok: false, body: { errors: [{ code: 'OFFLINE', field: '', message: t('offline') }] } });
    request.open('POST', `/api/v1/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept-Language', shownLanguage());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onPart(loaded / total);
    request.onload = () => (request.response === null ? offline() : resolve({ ok: request.status === 201, body: request.response }));
    request.onerror = offline;
    request.send(file);
  });
}

/** A box to choose files with, and the files that went through; a form that is sent meanwhile waits for none. */
export function fileChooser() {
  const sent = new Map();
  const list = el('ul', { 'aria-live': 'polite' });
  const input = el('input', { type: 'file', multiple: true, accept: KINDS, 'aria-label': t('files') });
  input.addEventListener('change', async () => {
    const chosen = [...input.files];
    input.value = '';
    for (const file of chosen) {
      const gone = el('progress', { max: 1, value: 0, 'aria-label': file.name });
      const line = el('li', {}, `${file.name} `, gone);
      list.append(line);
      const { ok, body } = await send(file, (share) => (gone.value = share));
      if (!ok) {
        line.replaceChildren(file.name, problemBox(body, shownLanguage()));
        continue;
      }
      sent.set(body.fileId, line);
      const drop = () => {
        sent.delete(body.fileId);
        line.remove();
      };
      line.replaceChildren(`${body.name} (${size(body.size)}) `, el('button', { type: 'button', onclick: drop }, t('drop')));
    }
  });
  const node = el('div', { class: 'field' }, el('label', {}, t('files'), ' ', input), el('p', { class: 'hint' }, t('filesHint')), list);
  return { node, attachments: () => [...sent.keys()].map((fileId) => ({ fileId })) };
}

/** The files at `path` (`/api/v1/cases/X/files`), as a section; nothing where there are none or they may not be read. */
export async function filesSection(path, { query = '', who = staff() } = {}) {
  const { ok, body } = await call('GET', `${path}${query}`, undefined, { who });
  if (!ok || body.files.length === 0) return undefined;
  const lines = body.files.map((file) => {
    const said = el('span', { role: 'status' });
    const open = async () => {
      const reply = await call('GET', `${path}/${file.fileId}${query}`, undefined, { who });
      if (!reply.ok) return said.replaceChildren(problemBox(reply.body, shownLanguage()));
      return el('a', { href: reply.body.url, target: '_blank', rel: 'noopener noreferrer' }).click();
    };
    const press = file.state === 'clean' ? el('button', { type: 'button', onclick: open }, t('openFile')) : t(`file-${file.state}`);
    return el('li', {}, `${file.name} (${size(file.size)}, ${moment(file.receivedAt)}) `, press, said);
  });
  const unscanned = !body.scannedHere && el('p', { class: 'hint' }, t('noScanner'));
  return el('section', {}, el('h2', {}, t('files')), unscanned, el('ul', {}, lines));
}
