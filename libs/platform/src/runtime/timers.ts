// What happens by itself after a while – sweeps, retries, heartbeats – is asked for here, so that a
// simulation can let months pass in minutes with the same code.

/** Timers of a process. */
export interface Timers {
  /** Does the work every so many ms, the first time after one period, until the answer is called. */
  every(periodMs: number, work: () => void): () => void;
  /** Resolves after so many ms. */
  pause(ms: number): Promise<void>;
}

/** The timers of the machine. */
export const wallTimers: Timers = {
  every: (periodMs, work) => {
    const timer = setInterval(work, periodMs);
    return () => clearInterval(timer);
  },
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
