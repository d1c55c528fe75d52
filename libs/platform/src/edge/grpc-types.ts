// How the definitions generated for grpc-js become plain async functions, on both sides of the wire.
import type { ServiceDefinition } from '@grpc/grpc-js';

/** Request message of a generated method. */
export type RequestOf<Method> = Method extends { requestDeserialize(bytes: Buffer): infer Message }
  ? Message
  : never;

/** Response message of a generated method. */
export type ResponseOf<Method> = Method extends { responseDeserialize(bytes: Buffer): infer Message }
  ? Message
  : never;

/** What a service writes: one async function for every rpc of its definition. */
export type Handlers<Definition> = {
  readonly [Name in keyof Definition]: (
    request: RequestOf<Definition[Name]>,
  ) => Promise<ResponseOf<Definition[Name]>>;
};

/** A definition with its handlers. */
export interface GrpcBinding {
  readonly definition: ServiceDefinition;
  readonly handlers: Readonly<Record<string, (request: never) => Promise<unknown>>>;
}

/** Ties handlers to the definition whose types they must have. */
export function bindGrpc<Definition extends ServiceDefinition>(
  definition: Definition,
  handlers: Handlers<Definition>,
): GrpcBinding {
  return { definition, handlers: handlers as unknown as GrpcBinding['handlers'] };
}

/** The handlers bound to a definition, with their types, for whoever calls them within the process. */
export function handlersOf<Definition extends ServiceDefinition>(
  definition: Definition,
  bindings: readonly GrpcBinding[],
): Handlers<Definition> {
  const bound = bindings.find((binding) => binding.definition === definition);
  if (bound === undefined) throw new Error(`Nothing is bound to ${serviceName(definition)}`);
  return bound.handlers as unknown as Handlers<Definition>;
}

/** Full name of a definition's service, e.g. `zhitong.intake.v1.IntakeService`. */
export function serviceName(definition: ServiceDefinition): string {
  const name = Object.values(definition)[0]?.path.split('/')[1];
  if (name === undefined) throw new Error('A gRPC service without methods cannot be served');
  return name;
}
