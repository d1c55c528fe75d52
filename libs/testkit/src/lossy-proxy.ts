// A relay between a client and a server that loses one answer: the request to write reaches the server and is
// carried out, its answer never arrives and the connection breaks. For tests of what a writer does then.
import net from 'node:net';

/** How the frames of a protocol are told apart. */
export interface Framing {
  /** Bytes of the frame that begins here; at least the first four are there. */
  size(head: Buffer): number;
  /** Number of a request that writes, undefined for all others. */
  writing(request: Buffer): number | undefined;
  /** Number of the request this answers. */
  answered(answer: Buffer): number;
}

/** Kafka: the request with key 0 writes. */
export const kafkaFraming: Framing = {
  size: (head) => 4 + head.readInt32BE(0),
  writing: (request) => (request.readInt16BE(4) === 0 ? request.readInt32BE(8) : undefined),
  answered: (answer) => answer.readInt32BE(4),
};

/** MongoDB: the name of the command is the first field of the document in an OP_MSG. */
export const mongoFraming: Framing = {
  size: (head) => head.readInt32LE(0),
  writing: (request) => {
    const name = request.subarray(26, request.indexOf(0, 26)).toString();
    return name === 'insert' || name === 'update' ? request.readInt32LE(4) : undefined;
  },
  answered: (answer) => answer.readInt32LE(8),
};

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
    private readonly framing: Framing,
  ) {
    this.server = net.createServer((client) => this.relay(client));
  }

  /** Starts relaying to `host:port`. */
  static async start(server: string, framing: Framing): Promise<LossyProxy> {
    const [host, port] = server.split(':');
    const proxy = new LossyProxy(host ?? '127.0.0.1', Number(port), framing);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** Where to reach the relay on 127.0.0.1. */
  get ownPort(): number {
    return (this.server.address() as net.AddressInfo).port;
  }

  /** For Kafka's client: whatever address the broker names, the way leads through here. */
  readonly socketFactory = ({ onConnect }: { onConnect(): void }): net.Socket => {
    return net.connect({ host: '127.0.0.1', port: this.ownPort }, onConnect);
  };

  /** The answers to the next `count` writing requests are lost. */
  loseAnswers(count: number): void {
    this.toLose += count;
  }

  /** Ends; an answer that was to be lost and never came is an error of the test. */
  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
    if (this.toLose > 0) throw new Error(`${this.toLose} answers were to be lost, but nothing was written`);
  }

  private relay(client: net.Socket): void {
    const server = net.connect({ host: this.host, port: this.port });
    const doomed = new Set<number>();
    const end = () => {
      client.destroy();
      server.destroy();
      this.open.delete(client);
      this.open.delete(server);
    };
    for (const socket of [client, server]) {
      this.open.add(socket);
      socket.on('error', end).on('close', end);
    }
    const requests = frames(this.framing, (frame) => {
      const writing = this.toLose > 0 ? this.framing.writing(frame) : undefined;
      if (writing !== undefined) {
        this.toLose -= 1;
        doomed.add(writing);
      }
      server.write(frame);
    });
    const answers = frames(this.framing, (frame) => {
      if (!doomed.has(this.framing.answered(frame))) return void client.write(frame);
      this.lost += 1;
      end();
    });
    client.on('data', requests);
    server.on('data', answers);
  }
}

/** Cuts a stream into frames, each with its prefix. */
function frames(framing: Framing, onFrame: (frame: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= framing.size(rest)) {
      const size = framing.size(rest);
      onFrame(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
  };
}
