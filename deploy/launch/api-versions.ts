/**
 * "The port is open" is not "the broker answers": Kafka opens its socket before it can serve. The launcher
 * therefore asks the question every client asks first, ApiVersions version 0, by hand over a socket.
 */
import { connect } from 'node:net';

const apiVersionsKey = 18;
const correlation = 7100;

/** The request: length, api key, version 0, correlation id, client id. */
export function apiVersionsRequest(clientId: string): Buffer {
  const id = Buffer.from(clientId, 'utf8');
  const body = Buffer.alloc(10 + id.length);
  body.writeInt16BE(apiVersionsKey, 0);
  body.writeInt16BE(0, 2);
  body.writeInt32BE(correlation, 4);
  body.writeInt16BE(id.length, 8);
  id.copy(body, 10);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length, 0);
  return Buffer.concat([length, body]);
}

/** What the bytes received so far say: not yet complete, a broker that serves, or something else. */
export function readApiVersionsAnswer(bytes: Buffer): 'incomplete' | 'ready' | 'refused' {
  if (bytes.length < 10) return 'incomplete';
  const ours = bytes.readInt32BE(0) >= 6 && bytes.readInt32BE(4) === correlation;
  return ours && bytes.readInt16BE(8) === 0 ? 'ready' : 'refused';
}

/** Whether the broker answers within `timeoutMs`. */
export function brokerAnswers(host: string, port: number, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let received = Buffer.alloc(0);
    const finish = (ready: boolean) => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(timeoutMs, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('close', () => finish(false));
    socket.once('connect', () => socket.write(apiVersionsRequest('zhitong-launcher')));
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const answer = readApiVersionsAnswer(received);
      if (answer !== 'incomplete') finish(answer === 'ready');
    });
  });
}
