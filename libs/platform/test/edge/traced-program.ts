// A process of its own, since tracing hooks modules as they are first loaded: an HTTP request that asks a
// service by gRPC, and a later step that continues from the context an event would carry. Every finished span
// is printed.
import {
  currentTraceparent,
  grpcIsTraced,
  span,
  startTelemetry,
  withTraceparent,
} from '#platform/edge/telemetry';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from '@grpc/grpc-js';
import { grpcClient } from '#platform/edge/grpc-client';
import { startGrpcServer } from '#platform/edge/grpc-server';
import { bindGrpc } from '#platform/edge/grpc-types';
import { createLog } from '#platform/edge/log';
import { accepted, command, ProbeClient, probeDefinition } from './probe-service';

const telemetry = startTelemetry({
  service: 'probe',
  exporter: {
    export: (spans, done) => {
      for (const found of spans) {
        const { name, kind, attributes, parentSpanContext } = found;
        const { traceId, spanId } = found.spanContext();
        console.log(
          JSON.stringify({ name, kind, attributes, traceId, spanId, parent: parentSpanContext?.spanId }),
        );
      }
      done({ code: 0 });
    },
    shutdown: async () => undefined,
  },
});

async function main(): Promise<void> {
  const log = createLog({ service: 'probe' });
  let carried = '';
  const execute = async () => {
    log.info('probe.executed');
    return span('decide', async () => {
      carried = currentTraceparent();
      return accepted('done');
    });
  };
  const grpc = await startGrpcServer({ port: 0, services: [bindGrpc(probeDefinition, { execute })], log });
  const peer = grpcClient(ProbeClient, `127.0.0.1:${grpc.port}`);
  const http = createServer((_request, response) => {
    void peer.execute(command('c')).then(
      () => response.end('ok'),
      () => response.end('failed'),
    );
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => http.once('listening', resolve));
  const { port } = http.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    get(`http://127.0.0.1:${port}/api/v1/appeals/1?queryCode=SECRET7`, (response) =>
      response.resume().once('end', () => resolve()),
    );
  });
  await withTraceparent(carried, 'apply', { kind: 'consumer', attributes: { 'event.type': 'x' } }, async () =>
    withTraceparent(currentTraceparent(), 'publish', { kind: 'producer' }, async () => undefined),
  );
  console.log(JSON.stringify({ grpcIsTraced: grpcIsTraced(Server.prototype) }));
  peer.close();
  await grpc.drain();
  http.close();
  await telemetry.stop();
}

void main();
