// The runtime's view of tracing: one trace runs from the HTTP request to the last effect because every event
// carries the context of the command that caused it.

/** Port to the tracer. */
export interface Tracing {
  /** W3C traceparent of the running span, empty outside of one. */
  current(): string;
  /** Runs `work` in a span that continues the given context. */
  continued<T>(traceparent: string, name: string, kind: 'consumer' | 'producer', work: () => T): T;
}

/** No tracing: for tests and the simulation. */
export const untraced: Tracing = { current: () => '', continued: (_context, _name, _kind, work) => work() };
