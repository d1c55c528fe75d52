// Whether the providers of the operator's file have what the packs in force say. A text that is no template
// anywhere would be found out by the first person it should have reached; it stops the start instead. A pack
// that comes later and says more is told of when its text is claimed (`no-template`).
import { ConfigurationError } from '#platform/edge/lifecycle';
import type { Pack } from '#policy/pack';
import { variablesOf } from '#policy/text-variables';
import { PROVIDERS } from '../../config';
import type { ProviderSettings } from './provider-settings';

type Texts = Pick<Pack, 'id' | 'messages'>;

/** Texts without a template, and templates that want a variable their text has not: `pack/text` each. */
export function uncarried(
  packs: readonly Texts[],
  { providers }: Pick<ProviderSettings, 'providers'>,
): { readonly texts: readonly string[]; readonly parameters: readonly string[] } {
  const all = packs.flatMap(({ id: pack, messages }) => messages.map((text) => ({ pack, ...text })));
  const texts = all
    .filter(({ id }) => !providers.some(({ templates }) => Object.hasOwn(templates, id)))
    .map(({ pack, id }) => `${pack}/${id}`);
  const parameters = all.flatMap(({ pack, id, text }) => {
    const wanted = providers.flatMap(({ templates }) => templates[id]?.parameters ?? []);
    const has = variablesOf(text.zh);
    return [...new Set(wanted)].filter((name) => !has.includes(name)).map((name) => `${pack}/${id}: ${name}`);
  });
  return { texts, parameters };
}

/** Throws a ConfigurationError that names what is missing. */
export function refuseUncarried(packs: readonly Texts[], settings: ProviderSettings): void {
  const { texts, parameters } = uncarried(packs, settings);
  const sentences = [
    ...(texts.length === 0
      ? []
      : [
          {
            zh: `${PROVIDERS} 中没有下列短信的模板：${texts.join('、')}。请补充。`,
            en: `${PROVIDERS} has no template for these texts: ${texts.join(', ')}. Add them.`,
          },
        ]),
    ...(parameters.length === 0
      ? []
      : [
          {
            zh: `${PROVIDERS} 中的模板变量在短信中没有：${parameters.join('、')}。请改正。`,
            en: `${PROVIDERS} names variables their texts do not have: ${parameters.join(', ')}. Correct them.`,
          },
        ]),
  ];
  if (sentences.length > 0) throw new ConfigurationError('notification', sentences);
}
