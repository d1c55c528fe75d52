// A whole service in the smallest form: what a main file looks like. The command's id says what happens.
import { baseRows } from '#platform/edge/config';
import { ConfigurationError, runService } from '#platform/edge/lifecycle';
import { bindGrpc } from '#platform/edge/grpc-types';
import { accepted, probeDefinition } from './probe-service';

const rows = [
  ...baseRows,
  {
    name: 'ZT_HTTP_PORT',
    type: 'int',
    default: '0',
    meaning: { zh: '网页端口', en: 'port of the web door' },
  },
] as const;

void runService({
  name: 'probe',
  rows,
  start: async ({ config, log, exitForRestart }) => {
    if (config.ZT_PACK_DIR === 'broken') {
      throw new ConfigurationError('probe', [
        { zh: '规则包第 3 行有误。', en: 'Line 3 of the pack is wrong.' },
      ]);
    }
    const execute = async ({ commandId }: { commandId: string }) => {
      if (commandId === 'restart') exitForRestart('reader stands still');
      if (commandId === 'break') setTimeout(() => void Promise.reject(new TypeError('broken')), 1);
      if (commandId === 'slow') {
        log.info('probe.slow-began');
        await new Promise((resolve) => setTimeout(resolve, 700));
      }
      return accepted('done');
    };
    return {
      grpc: [bindGrpc(probeDefinition, { execute })],
      stop: async () => log.info('probe.closed'),
    };
  },
});
