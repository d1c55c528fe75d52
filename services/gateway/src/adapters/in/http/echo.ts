// What of a request may come back in its refusal: codes and figures, never words, names or numbers of people.

const HARMLESS = /^[A-Za-z][A-Za-z0-9_-]{0,39}$|^U\+[0-9A-F]{4,6}$|^\d{1,9}$/;
const LONG_NUMBER = /\d{7,}/;

/** The values of a refusal, each that might be personal replaced by an ellipsis. */
export function harmlessEcho(params: Readonly<Record<string, string>>): Record<string, string> {
  const harmless = (value: string) => HARMLESS.test(value) && !LONG_NUMBER.test(value);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, harmless(value) ? value : '…']),
  );
}
