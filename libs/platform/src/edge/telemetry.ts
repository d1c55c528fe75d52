// One trace runs from the HTTP request to the last effect. Import this file before anything that loads http
// or gRPC: importing installs the hooks, `startTelemetry` decides later what becomes of the spans. Hooks work
// on modules as they are loaded, so a bundle must leave @grpc/grpc-js outside; `grpcIsTraced` tells whether
// it did. Without a collector spans are not recorded, but every request still has its trace id for the logs.
import type { Attributes, Span, TextMapGetter } from '@opentelemetry/api';
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type * as Otlp from '@opentelemetry/exporter-trace-otlp-http';
import { GrpcInstrumentation } from '@opentelemetry/instrumentation-grpc';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { Sampler, SpanExporter } from '@opentelemetry/sdk-trace-base';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  NoopSpanProcessor,
  ParentBasedSampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';

const quiet = /^\/(health|ready|metrics|status)(\?|$)/;

const personal: Attributes = {
  'url.query': undefined,
  'client.address': undefined,
  'network.peer.address': undefined,
  'network.peer.port': undefined,
  'user_agent.original': undefined,
};

const hooks = [
  new HttpInstrumentation({
    ignoreIncomingRequestHook: (request) => quiet.test(request.url ?? ''),
    requireParentforOutgoingSpans: true,
    // A query may carry a query code or a name searched for, an address or browser is a person's: only the
    // path is kept.
    startIncomingSpanHook: () => personal,
  }),
  new GrpcInstrumentation({ ignoreGrpcMethods: [/^(check|watch|list)$/i] }),
];

/** How spans are made and where they go. */
export interface TelemetryOptions {
  readonly service: string;
  /** Base address of an OTLP/HTTP collector, e.g. `http://collector:4318`. */
  readonly otlpEndpoint?: string | undefined;
  /** Takes the place of the collector in tests. */
  readonly exporter?: SpanExporter;
  /** Share of new traces that are recorded, 0…1; a trace begun elsewhere keeps its decision. Default 1. */
  readonly sampled?: number;
}

/** A running telemetry. */
export interface Telemetry {
  /** Sends what is waiting (≤ 2 s) and stops. */
  stop(): Promise<void>;
}

/** Starts tracing of this process; called once. */
export function startTelemetry(options: TelemetryOptions): Telemetry {
  const exporter = options.exporter ?? otlpExporter(options.otlpEndpoint);
  const limits = { maxQueueSize: 1024, maxExportBatchSize: 256, exportTimeoutMillis: 2000 };
  const root = exporter ? rootSampler(options.sampled ?? 1) : idsOnly;
  const sdk = new NodeSDK({
    resource: resourceFromAttributes({ 'service.name': options.service }),
    autoDetectResources: false,
    sampler: new ParentBasedSampler({ root, ...(exporter ? {} : { remoteParentSampled: idsOnly }) }),
    spanProcessors: [exporter ? new BatchSpanProcessor(exporter, limits) : new NoopSpanProcessor()],
    spanLimits: {
      attributeCountLimit: 32,
      eventCountLimit: 8,
      linkCountLimit: 8,
      attributeValueLengthLimit: 256,
    },
    contextManager: new AsyncLocalStorageContextManager(),
    textMapPropagator: new W3CTraceContextPropagator(),
    metricReaders: [],
    logRecordProcessors: [],
  });
  sdk.start();
  return {
    stop: async () => {
      await sdk.shutdown().catch(() => undefined);
      for (const hook of hooks) hook.disable();
      context.disable();
      propagation.disable();
      trace.disable();
    },
  };
}

const idsOnly: Sampler = {
  shouldSample: () => ({ decision: SamplingDecision.NOT_RECORD }),
  toString: () => 'IdsOnly',
};

function rootSampler(share: number): Sampler {
  return share >= 1 ? new AlwaysOnSampler() : new TraceIdRatioBasedSampler(share);
}

function otlpExporter(endpoint: string | undefined): SpanExporter | undefined {
  if (endpoint === undefined) return undefined;
  // Loaded only where it is used: the exporter costs every process memory.
  const { OTLPTraceExporter } = require('@opentelemetry/exporter-trace-otlp-http') as typeof Otlp;
  return new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: 2000 });
}

/**
 * Whether calls of this process's gRPC library are traced; false when it was loaded before this file or
 * bundled.
 */
export function grpcIsTraced(server: { register: unknown }): boolean {
  return typeof server.register === 'function' && '__wrapped' in server.register;
}

const carrier: TextMapGetter<string> = {
  get: (traceparent, name) => (name === 'traceparent' ? traceparent : undefined),
  keys: () => ['traceparent'],
};

const tracer = () => trace.getTracer('zhitong');

/** W3C traceparent of the running span, empty outside of one. */
export function currentTraceparent(): string {
  const fields: Record<string, string> = {};
  propagation.inject(context.active(), fields);
  return fields['traceparent'] ?? '';
}

/** How a continued step stands to the one it continues. */
export interface Continuation {
  readonly kind: 'consumer' | 'producer';
  readonly attributes?: Attributes;
}

/**
 * Runs `work` in a span that continues the context an event carries; an empty or malformed context starts a
 * trace of its own. The span ends when the work has ended and carries its failure.
 */
export function withTraceparent<T>(traceparent: string, name: string, how: Continuation, work: () => T): T {
  const parent = propagation.extract(ROOT_CONTEXT, traceparent, carrier);
  const kind = how.kind === 'consumer' ? SpanKind.CONSUMER : SpanKind.PRODUCER;
  return tracer().startActiveSpan(name, { kind, attributes: how.attributes ?? {} }, parent, (opened) =>
    within(opened, work),
  );
}

/** Runs `work` in a span of its own below the running one. */
export function span<T>(name: string, work: () => T, attributes: Attributes = {}): T {
  return tracer().startActiveSpan(name, { attributes }, (opened) => within(opened, work));
}

/** The runtime's port to tracing. */
export const tracing = {
  current: currentTraceparent,
  continued: <T>(traceparent: string, name: string, kind: 'consumer' | 'producer', work: () => T): T =>
    withTraceparent(traceparent, name, { kind }, work),
};

function within<T>(opened: Span, work: () => T): T {
  try {
    const result = work();
    if (!(result instanceof Promise)) {
      opened.end();
      return result;
    }
    return result.then(
      (value: unknown) => {
        opened.end();
        return value;
      },
      (error: unknown) => {
        fail(opened, error);
        throw error;
      },
    ) as T;
  } catch (error) {
    fail(opened, error);
    throw error;
  }
}

/** Only the error's class is told: its message might quote a person. */
function fail(opened: Span, error: unknown): void {
  opened.setStatus({
    code: SpanStatusCode.ERROR,
    message: error instanceof Error ? error.name : typeof error,
  });
  opened.end();
}
