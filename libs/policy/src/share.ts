// 百分比: how a share is shown to people, always beside its fraction. Rounding is half up on the exact fraction,
// never on a binary approximation of it.

/** Digits behind the point, 0 … 3. */
export interface Rounding {
  readonly digits: number;
}

/** One digit, as bulletins print rates, where a pack says nothing. */
export const USUAL_ROUNDING: Rounding = { digits: 1 };

/** `71.4%`; a share of nothing is `–`. Both numbers are whole and not negative. */
export function percentOf(numerator: number, denominator: number, { digits } = USUAL_ROUNDING): string {
  if (denominator === 0) return '–';
  const scale = 10n ** BigInt(digits);
  const doubled = 200n * scale * BigInt(numerator) + BigInt(denominator);
  const rounded = doubled / (2n * BigInt(denominator));
  const [whole, rest] = [rounded / scale, rounded % scale];
  return digits === 0 ? `${whole}%` : `${whole}.${String(rest).padStart(digits, '0')}%`;
}

/** `71.4%（5/7）` */
export function shareText(numerator: number, denominator: number, rounding = USUAL_ROUNDING): string {
  return `${percentOf(numerator, denominator, rounding)}（${numerator}/${denominator}）`;
}
