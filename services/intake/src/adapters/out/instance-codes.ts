// Codes an appeal gets from where it came from and from the instance's secret: nothing is drawn by chance,
// so a repeated push leads to the same appeal and a rebuild to the same codes.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { v5 as uuidv5 } from 'uuid';
import type { Codes } from '../../app/ports';
import { appealNumber } from '../../domain/appeal-number';

/** Namespace of appeal ids; never changes. */
const NAMESPACE = '6f0d1f4e-9a55-4b0e-8d53-2f7f1c7a2b11';
/** Without 0 O, 1 I L: read aloud on a phone none is taken for another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const QUERY_CODE_LENGTH = 8;

/** Codes of one instance. */
export function instanceCodes(instance: string, secret: Uint8Array, numberPrefix: string): Codes {
  return {
    appealId: (channel, sourceNumber) => uuidv5(`${instance}/${channel}/${sourceNumber}`, NAMESPACE),
    number: (id, at, attempt) => {
      const digest = createHash('sha256').update(`${id}/${attempt}`).digest();
      return appealNumber(numberPrefix, at, digest.readUIntBE(0, 6));
    },
    queryCode: (id) => {
      let rest = BigInt(`0x${createHmac('sha256', secret).update(`query-code/${id}`).digest('hex')}`);
      let code = '';
      for (let i = 0; i < QUERY_CODE_LENGTH; i += 1) {
        code += ALPHABET[Number(rest % BigInt(ALPHABET.length))];
        rest /= BigInt(ALPHABET.length);
      }
      return code;
    },
    tableId: (of, file) => {
      const digest = createHash('sha256').update(file).digest('hex');
      return uuidv5(`${instance}/table/${of}/${digest}`, NAMESPACE);
    },
    rowNumber: (meaning) => createHash('sha256').update(meaning).digest('hex').slice(0, 40),
    same: (left, right) => timingSafeEqual(digestOf(left), digestOf(right)),
  };
}

/** Reads a Chinese mobile, landline or service number into E.164; undefined when it cannot be dialled. */
export function chinesePhone(text: string): string | undefined {
  if (!/^[+\d][\d\s()-]{5,24}$/.test(text)) return undefined;
  const number = parsePhoneNumberFromString(text, 'CN');
  return number?.isValid() === true && number.country === 'CN' ? number.number : undefined;
}

/** Equal lengths, so that the comparison takes the same time whatever was sent. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
