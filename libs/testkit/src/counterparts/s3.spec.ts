// The counterpart signs as Amazon does: the example of its own documentation ("Examples: Signature
// Calculations", GET Object), with the keys published there.
import { createHash } from 'node:crypto';
import { signatureOf } from './s3';

it('signs the published example as published', () => {
  const payload = createHash('sha256').update('').digest('hex');
  const date = '20130524T000000Z';
  const headers = {
    ...{ host: 'examplebucket.s3.amazonaws.com', range: 'bytes=0-9' },
    ...{ 'x-amz-content-sha256': payload, 'x-amz-date': date },
  };
  const account = { secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' };
  const request = { method: 'GET', path: '/test.txt', search: '', headers, payload, date };
  expect(signatureOf(request, account)).toBe(
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});
