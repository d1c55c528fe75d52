/**
 * A collector of spans on loopback: takes OTLP over HTTP as JSON, as a collector of a real installation
 * does.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span with the service it came from. */
export interface CollectedSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty at the root. */
  readonly parentSpanId: string;
}

/** A running collector. */
export interface SpanCollector {
  readonly endpoint: string;
  readonly spans: readonly CollectedSpan[];
  stop(): Promise<void>;
}

interface OtlpBody {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { key: string; value: { stringValue?: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<CollectedSpan, 'service'>[] }[];
  }[];
}

/** Starts collecting. */
export async function collectSpans(): Promise<SpanCollector> {
  const spans: CollectedSpan[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      spans.push(...spansOf(JSON.parse(Buffer.concat(parts).toString()) as OtlpBody));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, stop };
}

function spansOf({ resourceSpans }: OtlpBody): CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    const all = scopeSpans.flatMap(({ spans }) => spans);
    return all.map(({ name, traceId, spanId, parentSpanId = '' }) => {
      return { service, name, traceId, spanId, parentSpanId };
    });
  });
}

/** Spans of a trace whose parent is neither among them nor the given root: where the chain is broken. */
export function orphans(spans: readonly CollectedSpan[], root: string): readonly CollectedSpan[] {
  const known = new Set([root, ...spans.map(({ spanId }) => spanId)]);
  return spans.filter(({ parentSpanId }) => !known.has(parentSpanId));
}

/** The way from the root to a span as `service name`, oldest first. */
export function wayTo(spans: readonly CollectedSpan[], end: CollectedSpan): readonly string[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const way: string[] = [];
  for (let at: CollectedSpan | undefined = end; at; at = byId.get(at.parentSpanId))
    way.unshift(`${at.service} ${at.name}`);
  return way;
}
