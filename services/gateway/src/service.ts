// Gateway 网关 put together: the web door over the services behind it. It decides nothing and keeps nothing; it
// reads the journal only to tell those who watch that something changed.
import type { FastifyInstance } from 'fastify';
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { codeBrake, uploadBrake } from './adapters/in/http/code-brake';
import { type LiveHub, liveHub } from './adapters/in/http/live-hub';
import { routeTable } from './adapters/in/http/route-table';
import { webDoor } from './adapters/in/http/server';
import { namesOf } from './adapters/in/http/names';
import { tailJournal } from './adapters/in/journal-tail';
import { openPeers } from './adapters/out/peers.grpc';
import { pagesDirectory, pagesFrom, type RoleOfToken, tokensFrom } from './config';

/** The gateway as its composition and its tests see it. */
export interface GatewayHosted extends Hosted {
  readonly door: FastifyInstance;
  readonly live: LiveHub;
  /** Opens the door on a port (0: a free one) and answers which. */
  listen(port: number, listenHost?: string): Promise<number>;
}

/** Puts the gateway together on a host; `roleOf` takes the place of the file of tokens in tests. */
export function createGateway(host: ServiceHost, roleOf?: RoleOfToken): GatewayHosted {
  const peers = openPeers(host.peer);
  const filesOrigin = (host.setting('ZT_FILES_ORIGIN') ?? '').replace(/\/$/, '');
  const brakes = { brake: codeBrake(), uploads: uploadBrake() };
  const edge = { peers, versions: host.versions, ...brakes, filesOrigin, now: host.now };
  const live = liveHub({ counts: () => peers.casework.countCases({ scopes: [] }) });
  const door = webDoor({
    routes: routeTable(edge),
    pages: pagesFrom(pagesDirectory()),
    proxies: Number(host.setting('ZT_PROXIES') ?? 0),
    filesHost: filesOrigin === '' ? '' : new URL(filesOrigin).host,
    packs: () => host.versions.packsInForce(),
    roleOf: roleOf ?? tokensFrom(host.setting('ZT_TOKENS_FILE') ?? ''),
    live,
    log: host.log,
    metrics: host.metrics,
    traceparent: () => host.runtime.ports.tracing.current(),
    nameOf: namesOf(host.versions),
  });
  let open = 0;
  let stopTail: (() => Promise<void>) | undefined;
  const listen = async (port: number, listenHost = '127.0.0.1'): Promise<number> => {
    await door.listen({ port, host: listenHost });
    const address = door.server.address();
    open = typeof address === 'object' && address !== null ? address.port : port;
    return open;
  };
  return {
    door,
    live,
    listen,
    grpc: [],
    checks: () => [{ name: 'http', ok: open > 0, detail: open > 0 ? `port ${open}` : 'closed' }],
    begin: async () => {
      stopTail = await tailJournal(host.runtime.ports.journal, (change) => live.changed(change));
      await listen(Number(host.setting('ZT_HTTP_PORT') ?? 0), host.setting('ZT_HTTP_HOST'));
    },
    stop: async () => {
      live.stop();
      await door.close();
      await stopTail?.();
      for (const peer of Object.values(peers)) peer.close?.();
    },
  };
}
