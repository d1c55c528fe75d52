// The number 受理编号 an enterprise holds in its hands (IN-7): letters of the instance, the civil day,
// eight digits and a check digit of ISO/IEC 7064 MOD 11,10, which finds every single wrong digit and nearly
// every swap of neighbours, so that a number misheard on the phone is not somebody else's.
import { civilDayOf } from '#working-calendar/civil-day';

/** Puts a number together; `serial` is a whole number, of which the last eight digits are used. */
export function appealNumber(prefix: string, at: number, serial: number): string {
  const day = civilDayOf(at).replace(/-/g, '').slice(2);
  const digits = `${day}${String(serial % 100_000_000).padStart(8, '0')}`;
  return `${prefix}${digits}${checkDigit(digits)}`;
}

/** True when the last digit checks the others. */
export function isAppealNumber(text: string): boolean {
  const digits = /^[A-Z]{2,4}(\d{14})(\d)$/.exec(text);
  return digits !== null && checkDigit(digits[1] ?? '') === digits[2];
}

/** The check digit of ISO/IEC 7064 MOD 11,10. */
export function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
