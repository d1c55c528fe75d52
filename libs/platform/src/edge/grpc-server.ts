// Answering other services over Nest's gRPC transport. A service writes plain async functions; the
// controllers Nest wants are made here, one per definition. Two things Nest leaves open are settled: the port
// opens only after the methods are in place (a call in between would be answered UNIMPLEMENTED), and closing
// lets running calls finish.
import 'reflect-metadata';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { Controller } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GrpcMethod, RpcException, ServerGrpc } from '@nestjs/microservices';
import { trace } from '@opentelemetry/api';
import { HealthImplementation } from 'grpc-health-check';
import { LARGEST_MESSAGE_BYTES, PeerUnavailable } from './grpc-client';
import type { GrpcBinding } from './grpc-types';
import { serviceName } from './grpc-types';
import type { Log } from './log';
import type { Metrics } from './metrics';

/** What is served and where. */
export interface GrpcServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string | undefined;
  readonly services: readonly GrpcBinding[];
  readonly log: Log;
  readonly metrics?: Metrics | undefined;
  /** Errors of bus and store: the caller hears UNAVAILABLE and may ask again. */
  readonly isInfrastructure?: ((error: unknown) => boolean) | undefined;
}

/** A running server. */
export interface GrpcServer {
  readonly port: number;
  /** Takes no new calls, lets running ones finish, ends what is left after `withinMs` (default 10 000). */
  drain(withinMs?: number): Promise<void>;
}

const DRAIN_MS = 10_000;

/** Starts serving; rejects with a clear error when the port is taken. */
export async function startGrpcServer(options: GrpcServerOptions): Promise<GrpcServer> {
  const transport = new DrainableGrpc(options.services, options.host ?? '127.0.0.1', options.port);
  const controllers = options.services.map((binding) => controllerOf(binding, options));
  class GrpcDoor {}
  const application = await NestFactory.createMicroservice(
    { module: GrpcDoor, controllers },
    { strategy: transport, logger: false, abortOnError: false },
  );
  await application.listen();
  return {
    port: transport.port,
    drain: async (withinMs = DRAIN_MS) => {
      await transport.drain(withinMs);
      await application.close();
    },
  };
}

class DrainableGrpc extends ServerGrpc {
  port: number;
  private readonly server = new Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE_BYTES,
    'grpc.max_send_message_length': LARGEST_MESSAGE_BYTES,
  });
  private readonly health = new HealthImplementation({ '': 'SERVING' });

  constructor(
    services: readonly GrpcBinding[],
    private readonly host: string,
    port: number,
  ) {
    const names = services.map(({ definition }) => serviceName(definition));
    super({
      package: [...new Set(names.map((name) => name.slice(0, name.lastIndexOf('.'))))],
      packageDefinition: Object.fromEntries(
        services.map(({ definition }) => [serviceName(definition), definition]),
      ),
    });
    this.port = port;
    for (const name of names) this.health.setStatus(name, 'SERVING');
  }

  override async createClient(): Promise<Server> {
    return this.server;
  }

  override async bindEvents(): Promise<void> {
    await super.bindEvents();
    this.health.addToServer(this.server);
    this.port = await new Promise<number>((resolve, reject) => {
      const bound = (error: Error | null, port: number): void => (error ? reject(error) : resolve(port));
      this.server.bindAsync(`${this.host}:${this.port}`, ServerCredentials.createInsecure(), bound);
    });
  }

  async drain(withinMs: number): Promise<void> {
    this.health.setStatus('', 'NOT_SERVING');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, withinMs);
    });
    await Promise.race([new Promise<void>((resolve) => this.server.tryShutdown(() => resolve())), late]);
    clearTimeout(timer);
    this.server.forceShutdown();
  }

  override async close(): Promise<void> {
    this.server.forceShutdown();
  }
}

/** Makes the controller class Nest wants of a definition and its handlers. */
function controllerOf(binding: GrpcBinding, options: GrpcServerOptions): new () => object {
  class GrpcController {}
  const service = serviceName(binding.definition);
  for (const name of Object.keys(binding.definition)) {
    const handler = binding.handlers[name];
    if (!handler) throw new Error(`${service} has no handler for ${name}`);
    const method = `${service}/${name}`;
    const descriptor = {
      value: answering(handler as Handler, method, options),
      writable: true,
      configurable: true,
    };
    Object.defineProperty(GrpcController.prototype, name, descriptor);
    GrpcMethod(service, name)(GrpcController.prototype, name, descriptor);
  }
  Controller()(GrpcController);
  return GrpcController;
}

type Handler = (request: unknown) => Promise<unknown>;

function answering(handler: Handler, method: string, options: GrpcServerOptions): Handler {
  return async (request) => {
    const began = performance.now();
    let outcome = 'OK';
    try {
      return await handler(request);
    } catch (error) {
      const failure = failureOf(error, method, options);
      outcome = status[failure.code] ?? 'UNKNOWN';
      throw new RpcException(failure);
    } finally {
      options.metrics?.record('zt_grpc_duration_ms', performance.now() - began, { method, status: outcome });
    }
  };
}

/**
 * What the caller hears: never a message or frame of the program, but the trace under which the log tells it.
 */
function failureOf(
  error: unknown,
  method: string,
  options: GrpcServerOptions,
): { code: status; message: string } {
  const traceId = trace.getActiveSpan()?.spanContext().traceId ?? '';
  if (error instanceof PeerUnavailable || options.isInfrastructure?.(error)) {
    options.log.warn('grpc.unavailable', {
      method,
      error: error instanceof Error ? error.name : typeof error,
    });
    return { code: status.UNAVAILABLE, message: `unavailable, trace ${traceId}` };
  }
  options.log.error('grpc.failed', error, { method });
  return { code: status.INTERNAL, message: `internal error, trace ${traceId}` };
}
