import { apiVersionsRequest, readApiVersionsAnswer } from './api-versions';

const answer = (correlation: number, error: number) => {
  const bytes = Buffer.alloc(14);
  bytes.writeInt32BE(10, 0);
  bytes.writeInt32BE(correlation, 4);
  bytes.writeInt16BE(error, 8);
  return bytes;
};

describe('ApiVersions v0', () => {
  it('is written as the protocol says, byte for byte', () => {
    expect(apiVersionsRequest('zt').toString('hex')).toBe(
      '0000000c' + '0012' + '0000' + '00001bbc' + '0002' + '7a74',
    );
  });

  it('takes an answer with its own correlation id and no error as ready', () => {
    expect(readApiVersionsAnswer(answer(7100, 0))).toBe('ready');
    expect(readApiVersionsAnswer(answer(7100, 35))).toBe('refused');
    expect(readApiVersionsAnswer(answer(1, 0))).toBe('refused');
    expect(readApiVersionsAnswer(answer(7100, 0).subarray(0, 9))).toBe('incomplete');
    expect(readApiVersionsAnswer(Buffer.from('HTTP/1.1 400 Bad Request\r\n'))).toBe('refused');
  });
});
