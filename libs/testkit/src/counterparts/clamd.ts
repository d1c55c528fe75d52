// ClamAV's daemon on the loopback, as its manual page clamd(8) describes INSTREAM: parts led by their length,
// an end of length nought, one answer. It knows one virus, the test file of EICAR, and finds it wherever it
// stands; and it will not look beyond a length, as the real one's StreamMaxLength.
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The test file of EICAR (eicar.org), in two pieces so that no scanner takes this source for it. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);
const COMMAND = 'zINSTREAM\0';

/** A running scanner; `away` makes it hang up on everybody. */
export interface PlayedClamd {
  /** `127.0.0.1:PORT` */
  readonly address: string;
  readonly trouble: { away: boolean };
  /** Files it was shown. */
  shown: number;
  stop(): Promise<void>;
}

/** Starts one that takes so many bytes of a file. */
export async function playClamd(longest = 25 * 1024 * 1024): Promise<PlayedClamd> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    if (played.trouble.away) return void socket.destroy();
    let read = Buffer.alloc(0);
    socket.on('data', (part) => {
      read = Buffer.concat([read, part]);
      const file = streamed(read);
      if (file === undefined) return;
      played.shown += 1;
      socket.end(`${file.length > longest ? 'INSTREAM size limit exceeded. ERROR' : verdictOn(file)}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  const played: PlayedClamd = { address: `127.0.0.1:${port}`, trouble: { away: false }, shown: 0, stop };
  return played;
}

function verdictOn(file: Buffer): string {
  return `stream: ${file.includes(EICAR) ? 'Eicar-Test-Signature FOUND' : 'OK'}`;
}

/** The file, once all of it is there. */
function streamed(read: Buffer): Buffer | undefined {
  if (read.toString('latin1', 0, COMMAND.length) !== COMMAND) return undefined;
  const parts: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= read.length; ) {
    const length = read.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(read.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
