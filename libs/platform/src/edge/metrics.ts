// What a process counts. Names, units and meanings are a schema that dashboards and alerts rest on, so they
// stand here once and nothing else can be counted. Several services may share a process: each marks its
// figures with `service`, and /metrics of any of them shows them all.
import type { Attributes, Counter, Histogram } from '@opentelemetry/api';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import {
  AggregationTemporality,
  InstrumentType,
  MeterProvider,
  MetricReader,
} from '@opentelemetry/sdk-metrics';

/**
 * One figure. Counters only rise, gauges are asked when someone looks, histograms sort durations into
 * buckets.
 */
export interface MetricRow {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly unit: string;
  readonly meaning: string;
}

/** All figures of the product: each is counted somewhere, or an alert that rests on it would never come. */
export const metricRows = {
  zt_refused_total: { kind: 'counter', unit: '1', meaning: 'Requests or commands refused, by code' },
  zt_http_duration_ms: {
    kind: 'histogram',
    unit: 'ms',
    meaning: 'HTTP request to answer, by route and status',
  },
  zt_grpc_duration_ms: {
    kind: 'histogram',
    unit: 'ms',
    meaning: 'gRPC call to answer, by method and status',
  },
  zt_peer_failures_total: {
    kind: 'counter',
    unit: '1',
    meaning: 'Calls to other services that failed, by peer',
  },
  zt_journal_lag: {
    kind: 'gauge',
    unit: '1',
    meaning: 'Events of the journal not yet applied, over all readers',
  },
  zt_parked_keys: { kind: 'gauge', unit: '1', meaning: 'Keys waiting for a person, over all readers' },
  zt_clocks_due: { kind: 'gauge', unit: '1', meaning: 'Clocks due and not yet handled' },
  zt_pushes_total: {
    kind: 'counter',
    unit: '1',
    meaning: 'Pushes of external platforms, by door and what became of them',
  },
  zt_held_pushes: { kind: 'gauge', unit: '1', meaning: 'Pushes that wait for a person, at all doors' },
  zt_deliveries_total: {
    kind: 'counter',
    unit: '1',
    meaning: 'Stages told to platforms and systems, by receiver and outcome',
  },
  zt_door_tidings_total: {
    kind: 'counter',
    unit: '1',
    meaning: 'Messages told at the door an appeal came in by, by door and outcome',
  },
  zt_messages_waiting: { kind: 'gauge', unit: '1', meaning: 'Messages decided and not yet sent' },
} as const satisfies Readonly<Record<string, MetricRow>>;

type Rows = typeof metricRows;
type Named<Kind extends MetricRow['kind']> = {
  [Name in keyof Rows]: Rows[Name]['kind'] extends Kind ? Name : never;
}[keyof Rows];

/** Closed sets of values only (codes, routes, channels), never ids or anything personal. */
export type Labels = Readonly<Record<string, string>>;

/** What a service counts with. */
export interface Metrics {
  add(name: Named<'counter'>, amount?: number, labels?: Labels): void;
  record(name: Named<'histogram'>, value: number, labels?: Labels): void;
  /** Asked at every look; undefined leaves the figure out. Answers how to stop being asked. */
  observe(name: Named<'gauge'>, read: () => number | undefined, labels?: Labels): () => void;
}

/** The figures of a process. */
export interface MetricsRegistry {
  of(service: string): Metrics;
  /** Prometheus text format. */
  text(): Promise<string>;
}

const BUCKETS_MS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000];

/** Opens a registry; a process has one (`processMetrics`), a test its own. */
export function createMetricsRegistry(): MetricsRegistry {
  const reader = new ScrapeReader();
  const meter = new MeterProvider({ readers: [reader] }).getMeter('zhitong');
  const serializer = new PrometheusSerializer('', false, undefined, true, true);
  const counters = new Map<string, Counter>();
  const histograms = new Map<string, Histogram>();
  const observed = new Map<string, Set<{ read: () => number | undefined; labels: Attributes }>>();
  for (const [name, row] of Object.entries(metricRows)) {
    const options = { description: row.meaning, unit: row.unit };
    if (row.kind === 'counter') counters.set(name, meter.createCounter(name, options));
    else if (row.kind === 'histogram') {
      const advice = { explicitBucketBoundaries: BUCKETS_MS };
      histograms.set(name, meter.createHistogram(name, { ...options, advice }));
    } else {
      const readers = new Set<{ read: () => number | undefined; labels: Attributes }>();
      observed.set(name, readers);
      meter.createObservableGauge(name, options).addCallback((result) => {
        for (const { read, labels } of readers) {
          const value = read();
          if (value !== undefined) result.observe(value, labels);
        }
      });
    }
  }
  return {
    of: (service) => ({
      add: (name, amount = 1, labels = {}) => counters.get(name)?.add(amount, { service, ...labels }),
      record: (name, value, labels = {}) => histograms.get(name)?.record(value, { service, ...labels }),
      observe: (name, read, labels = {}) => {
        const entry = { read, labels: { service, ...labels } };
        observed.get(name)?.add(entry);
        return () => void observed.get(name)?.delete(entry);
      },
    }),
    text: async () => serializer.serialize((await reader.collect()).resourceMetrics),
  };
}

/**
 * Collects when someone looks. Gauges are told as they are now: one no longer observed is gone, not frozen.
 */
class ScrapeReader extends MetricReader {
  constructor() {
    super({
      aggregationTemporalitySelector: (kind) =>
        kind === InstrumentType.OBSERVABLE_GAUGE
          ? AggregationTemporality.DELTA
          : AggregationTemporality.CUMULATIVE,
    });
  }

  protected override async onForceFlush(): Promise<void> {}

  protected override async onShutdown(): Promise<void> {}
}

let shared: MetricsRegistry | undefined;

/** The registry of this process. */
export function processMetrics(): MetricsRegistry {
  shared ??= createMetricsRegistry();
  return shared;
}
