// A service with one rpc of the shape every command has, to try the edge with. The command's id says what
// happens.
import type { MethodDefinition } from '@grpc/grpc-js';
import { makeGenericClientConstructor } from '@grpc/grpc-js';
import { CommandAnswer, CommandMeta } from '#contracts/gen/zhitong/command/v1/command';
import type { GrpcClientConstructor } from '#platform/edge/grpc-client';
import { currentTraceparent } from '#platform/edge/telemetry';

/** Its definition, as it would be generated. */
export const probeDefinition = {
  execute: {
    path: '/zhitong.probe.v1.ProbeService/Execute',
    requestStream: false,
    responseStream: false,
    requestSerialize: (value: CommandMeta) => Buffer.from(CommandMeta.encode(value).finish()),
    requestDeserialize: (value: Buffer) => CommandMeta.decode(value),
    responseSerialize: (value: CommandAnswer) => Buffer.from(CommandAnswer.encode(value).finish()),
    responseDeserialize: (value: Buffer) => CommandAnswer.decode(value),
  } satisfies MethodDefinition<CommandMeta, CommandAnswer>,
};

/** Its client class. */
export const ProbeClient = makeGenericClientConstructor(
  probeDefinition,
  'zhitong.probe.v1.ProbeService',
) as unknown as GrpcClientConstructor<typeof probeDefinition>;

/** The bus or the store is away. */
export class StoreAway extends Error {}

/** A request. */
export function command(commandId: string): CommandMeta {
  return CommandMeta.fromPartial({
    commandId,
    appealId: 'a-1',
    actor: { role: 'clerk', id: 'c-1', unit: '' },
  });
}

/** An answer; its event id shows the trace the handler ran in. */
export function accepted(status: string): CommandAnswer {
  const value = { eventId: currentTraceparent(), version: 7, status };
  return CommandAnswer.fromPartial({ outcome: { $case: 'accepted', value } });
}
