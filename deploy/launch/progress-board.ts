/**
 * Shows the running steps: on a terminal one living line with a spinner and the time taken, elsewhere (logs,
 * CI) a plain line at start, one every 15 seconds while something lasts, and one at the end.
 */
import type { Board, Title } from './step-runner';

const spinner = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const plainEveryMs = 15_000;

/** `1m05s` or `3.2s`. */
export function elapsed(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)}s`;
  return `${Math.floor(seconds / 60)}m${String(Math.floor(seconds % 60)).padStart(2, '0')}s`;
}

/** A board on a stream; `close` wipes the living line. */
export function progressBoard(out: NodeJS.WriteStream): Board & { close(): void } {
  const running = new Map<Title, { readonly since: number; note: string }>();
  const terminal = out.isTTY === true;
  let turn = 0;
  const wipe = () => terminal && out.write('\r\x1b[2K');
  const line = (text: string) => {
    wipe();
    out.write(`${text}\n`);
  };
  const show = () => {
    if (running.size === 0) return;
    const parts = [...running].map(([title, { since, note }]) => {
      return `${title.zh}${note ? ` ${note}` : ''} ${elapsed(Date.now() - since)}`;
    });
    if (!terminal) return parts.forEach((part) => line(`  … ${part}`));
    wipe();
    out.write(
      `${spinner[turn++ % spinner.length]} ${parts.join(' | ')}`.slice(
        0,
        Math.floor((out.columns ?? 80) / 1.6),
      ),
    );
  };
  const timer = setInterval(show, terminal ? 120 : plainEveryMs);
  timer.unref();
  const end = (title: Title, mark: string) => {
    const since = running.get(title)?.since ?? Date.now();
    running.delete(title);
    line(`${mark} ${title.zh} · ${title.en} ${elapsed(Date.now() - since)}`);
  };
  return {
    started(title) {
      running.set(title, { since: Date.now(), note: '' });
      line(`→ ${title.zh} · ${title.en}`);
    },
    noted(title, text) {
      const entry = running.get(title);
      if (entry) entry.note = text;
    },
    finished: (title) => end(title, '✓'),
    failed: (title) => end(title, '✗'),
    close() {
      clearInterval(timer);
      wipe();
    },
  };
}
