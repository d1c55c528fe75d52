// A connection of one service that holds the port of another gives way to it.
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { freePortsOf } from './port-freeing';

const sockets: Socket[] = [];
const servers: Server[] = [];
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

async function listening(port = 0): Promise<number> {
  const server = createServer((socket) => sockets.push(socket));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A connection to that port; answers the port it comes from. */
async function connected(to: number): Promise<number> {
  const socket = connect({ port: to, host: '127.0.0.1' });
  sockets.push(socket);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return socket.localPort as number;
}

/** Who is started anew when the analytics of these ports do not come up, while this process is identity. */
async function restarted(grpc: number, ops: number): Promise<readonly string[]> {
  const anew: string[] = [];
  const program = (name: string, pid: number | undefined) => ({
    ...{ name, pid },
    restart: async () => void anew.push(name),
  });
  const kept = [program('identity', process.pid), program('intake', 1), program('analytics', undefined)];
  const told = await freePortsOf('analytics', { services: { analytics: { grpc, ops } } }, kept);
  expect(told).toEqual(anew);
  return anew;
}

// Elsewhere the system does not tell who has a port, and takes others for outgoing connections.
const told = process.platform === 'linux' ? ['identity'] : [];

test('whose connection comes from a port of it is started anew, once', async () => {
  const broker = await listening();
  const [one, other, free] = [await connected(broker), await connected(broker), await listening()];
  expect(await restarted(one, free)).toEqual(told);
  expect(await restarted(free, one)).toEqual(told);
  expect(await restarted(one, other)).toEqual(told);
});

test('who listens there himself is left alone: that is no connection', async () => {
  expect(await restarted(await listening(), await listening())).toEqual([]);
});
