// ClamAV's daemon looks into files. Its protocol is that of its manual page clamd(8): `zINSTREAM\0`, then
// parts each led by its length (four bytes, big-endian), a part of length nought at the end, and one answer
// ending in NUL: `stream: OK`, `stream: NAME FOUND`, or a sentence ending in ERROR. Assumed: a name that
// begins with `Heuristics.Encrypted` or `Heuristics.Limits.Exceeded` means that it could not look, not that
// it found a virus.
import { connect, type Socket } from 'node:net';
import { InfrastructureError } from '#platform/infrastructure-error';
import type { Scanner } from '../../app/file-ports';
import type { Verdict } from '../../domain/stored-file';

const PART_BYTES = 64 * 1024;
const PATIENCE_MS = 60_000;
const LONGEST_ANSWER = 4096;

/** A scanner at `host:port`, or at a socket's path. */
export function clamdScanner(address: string): Scanner {
  return {
    scan: async (bytes) => {
      let answer: string;
      try {
        answer = await asked(address, bytes);
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'unknown';
        throw new InfrastructureError(`the scanner is away: ${reason}`);
      }
      return verdictOf(answer);
    },
  };
}

/** What an answer means; one that means neither is no verdict. */
function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return { verdict: 'clean' };
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) {
    const blind = /^Heuristics\.(Encrypted|Limits\.Exceeded)/.test(found);
    return { verdict: blind ? 'unscannable' : 'infected', finding: found };
  }
  if (answer.startsWith('INSTREAM size limit exceeded'))
    return { verdict: 'unscannable', finding: 'larger than the scanner takes' };
  throw new InfrastructureError('the scanner answered no verdict');
}

function asked(address: string, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(address) ?? [];
    const socket = host === '' ? connect({ path: address }) : connect({ host, port: Number(port) });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('too slow')));
    let answer = '';
    socket.on('data', (part) => {
      answer += part.toString('utf8');
      if (answer.length > LONGEST_ANSWER) socket.destroy(new Error('answers without end'));
    });
    socket.on('error', (error) => {
      // It may hang up on a file it will not take, having said so.
      if (answer.endsWith('\0')) resolve(answer.slice(0, -1));
      else reject(error);
    });
    socket.on('close', () => {
      if (answer.endsWith('\0')) resolve(answer.slice(0, -1));
      else reject(new Error('it hung up'));
    });
    socket.on('connect', () => send(socket, bytes));
  });
}

function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += PART_BYTES) {
    const part = bytes.subarray(at, at + PART_BYTES);
    socket.write(lengthOf(part.length));
    socket.write(part);
  }
  socket.write(lengthOf(0));
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
