/**
 * The first Ctrl-C asks for an orderly end, the second one for an immediate one. npm passes on the signal
 * which the terminal has already sent, so what comes within half a second of the first is the same Ctrl-C.
 */
const sameSignalMs = 500;

/** Calls `first` at the first signal and `second` at a later one. */
export function onInterrupt(first: () => void, second: () => void): void {
  let firstAt: number | undefined;
  const hear = () => {
    const now = Date.now();
    if (firstAt === undefined) {
      firstAt = now;
      first();
    } else if (now - firstAt > sameSignalMs) {
      second();
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, hear);
}
