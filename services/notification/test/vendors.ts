// The vendors of short messages on the loopback, with every text of the pack as an approved template.
import { YICHENG } from './desk';

/** The signature they approved. */
export const SIGNATURE = '峄企速办';

const VARIABLE = /\{(\w+)\}/g;
const texts = YICHENG.messages.map(({ id, text }, index) => {
  const content = text.zh.replace(/^【[^】]*】/, '');
  const parameters = [...content.matchAll(VARIABLE)].map((match) => match[1] ?? '');
  return { id, code: `SMS_${index}`, content, parameters };
});

/** Which text is which template, as the operator's file says it. */
export const TEMPLATES: Readonly<Record<string, { readonly code: string; readonly parameters: string[] }>> =
  Object.fromEntries(texts.map(({ id, code, parameters }) => [id, { code, parameters }]));

/** The templates as the vendor has them: variables by name. */
export const NAMED = Object.fromEntries(
  texts.map(({ code, content }) => [
    code,
    { kind: 'notice' as const, content: content.replace(VARIABLE, (_, name: string) => `$\{${name}}`) },
  ]),
);

/** The templates as a vendor has them that counts the variables. */
export const COUNTED = Object.fromEntries(
  texts.map(({ code, content }) => {
    let place = 0;
    const counted = content.replace(VARIABLE, () => {
      place += 1;
      return `{${place}}`;
    });
    return [code, { kind: 'notice' as const, content: counted }];
  }),
);
