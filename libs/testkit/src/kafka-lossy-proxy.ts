// A relay between a client and a broker that loses one answer: the request to write reaches the broker and is
// carried out, its answer never arrives and the connection breaks. For tests of what a writer does then.
import net from 'node:net';
import type { ISocketFactory } from 'kafkajs';

const produceKey = 0;

/** Opens the client's connections through the relay and loses answers on demand. */
export class LossyProxy {
  private toLose = 0;
  private readonly open = new Set<net.Socket>();
  private readonly server: net.Server;
  /** Answers lost so far. */
  lost = 0;

  private constructor(
    private readonly host: string,
    private readonly port: number,
  ) {
    this.server = net.createServer((client) => this.relay(client));
  }

  /** Starts relaying to a broker. */
  static async start(broker: string): Promise<LossyProxy> {
    const [host, port] = broker.split(':');
    const proxy = new LossyProxy(host ?? '127.0.0.1', Number(port));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** For the client: whatever address the broker names, the way leads through here. */
  readonly socketFactory: ISocketFactory = ({ onConnect }) => {
    const { port } = this.server.address() as net.AddressInfo;
    return net.connect({ host: '127.0.0.1', port }, onConnect);
  };

  /** The answers to the next `count` writing requests are lost. */
  loseAnswers(count: number): void {
    this.toLose += count;
  }

  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private relay(client: net.Socket): void {
    const broker = net.connect({ host: this.host, port: this.port });
    const doomed = new Set<number>();
    const end = () => {
      client.destroy();
      broker.destroy();
      this.open.delete(client);
      this.open.delete(broker);
    };
    for (const socket of [client, broker]) {
      this.open.add(socket);
      socket.on('error', end).on('close', end);
    }
    const requests = frames((frame) => {
      if (this.toLose > 0 && frame.readInt16BE(4) === produceKey) {
        this.toLose -= 1;
        doomed.add(frame.readInt32BE(8));
      }
      broker.write(frame);
    });
    const answers = frames((frame) => {
      if (!doomed.has(frame.readInt32BE(4))) return void client.write(frame);
      this.lost += 1;
      end();
    });
    client.on('data', requests);
    broker.on('data', answers);
  }
}

/** Cuts a stream into Kafka's length-prefixed frames, prefix included. */
function frames(onFrame: (frame: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= 4 + rest.readInt32BE(0)) {
      const size = 4 + rest.readInt32BE(0);
      onFrame(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
  };
}
