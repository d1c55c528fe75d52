// Talking to the gateway. Who is signed in is kept in this window's session storage and nowhere else.
import { shownLanguage, t } from './words.js';

const KEPT = 'zhitong.staff';

/** Who is signed in, if anybody: {token, role, person, unit}. */
export function staff() {
  const kept = sessionStorage.getItem(KEPT);
  return kept === null ? undefined : JSON.parse(kept);
}

/** Signs in, or out with nothing. */
export function keepStaff(who) {
  if (who === undefined) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, JSON.stringify(who));
}

/** A fresh id; made of random bytes, because randomUUID is missing on pages served without TLS. */
export const freshId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function headersOf(who) {
  return {
    'Accept-Language': shownLanguage(),
    ...(who && { Authorization: `Bearer ${who.token}`, 'X-Actor': who.person }),
    ...(who?.unit && { 'X-Unit': who.unit }),
  };
}

/** Asks; a body is sent as JSON, a file as it is. Answers {ok, body, eventId}, a refused body is a problem. Never throws. */
export async function call(method, path, body, { who = staff(), key } = {}) {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        ...headersOf(who),
        ...(body && { 'Content-Type': body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
        ...(key && { 'Idempotency-Key': key }),
      },
      ...(body && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
    return { ok: response.ok, body: await response.json(), eventId: response.headers.get('X-Event-Id') ?? '' };
  } catch {
    const message = t('offline');
    return { ok: false, body: { errors: [{ code: 'OFFLINE', field: '', message }] }, eventId: '' };
  }
}

/** Saves a file under that name; answers the problem where there is none. */
export async function download(path, name) {
  try {
    const response = await fetch(path, { headers: headersOf(staff()) });
    if (!response.ok) return await response.json();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    return undefined;
  } catch {
    return { errors: [{ code: 'OFFLINE', field: '', message: t('offline') }] };
  }
}

/** Follows what changes until told to stop; comes back by itself when the line breaks. */
export function followLive(onEvent) {
  const stop = new AbortController();
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const run = async () => {
    while (!stop.signal.aborted) {
      try {
        const response = await fetch('/api/v1/live', { headers: headersOf(staff()), signal: stop.signal });
        if (response.status === 401 || response.status === 403) return;
        if (response.ok) await readEvents(response.body, onEvent);
      } catch {
        // The line broke; it is tried again below.
      }
      await wait(3000);
    }
  };
  run();
  return () => stop.abort();
}

async function readEvents(stream, onEvent) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    const parts = text.split('\n\n');
    text = parts.pop();
    for (const part of parts) {
      const event = /^event: (.*)$/m.exec(part)?.[1];
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (event && data) onEvent(event, JSON.parse(data));
    }
  }
}
