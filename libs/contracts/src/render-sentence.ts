// Turns a code and its values into the sentences people read. Every service brings its own table because the
// same word may mean different things at different stages; the platform's table and the web door's are asked
// last.
import type { Sentence } from './problem';
import { ANALYTICS_SENTENCES } from './sentences/analytics';
import { ANSWER_FINDING_SENTENCES } from './sentences/answer-findings';
import { CASEWORK_SENTENCES } from './sentences/casework';
import { GATEWAY_SENTENCES } from './sentences/gateway';
import { INTAKE_SENTENCES } from './sentences/intake';
import { NOTIFICATION_SENTENCES } from './sentences/notification';
import { PLATFORM_SENTENCES } from './sentences/platform';
import { SUPERVISION_SENTENCES } from './sentences/supervision';
import { TRIAGE_SENTENCES } from './sentences/triage';
import { WECHAT_SENTENCES } from './sentences/wechat';

/** Sentences by code. */
export type SentenceTable = Readonly<Record<string, Sentence>>;

/** Tables by the service that speaks. */
export const SENTENCES_BY_SERVICE: Readonly<Record<string, SentenceTable>> = {
  analytics: ANALYTICS_SENTENCES,
  'answer-check': ANSWER_FINDING_SENTENCES,
  casework: CASEWORK_SENTENCES,
  gateway: GATEWAY_SENTENCES,
  intake: INTAKE_SENTENCES,
  notification: NOTIFICATION_SENTENCES,
  platform: PLATFORM_SENTENCES,
  supervision: SUPERVISION_SENTENCES,
  triage: TRIAGE_SENTENCES,
  wechat: WECHAT_SENTENCES,
};

/** A code nobody wrote a sentence for; a test keeps this from being reached. */
const UNNAMED: Sentence = { zh: '请求被拒绝（{code}）。', en: 'The request was refused ({code}).' };

/** Values of a sentence: a text, or a name that differs by language. */
export type SentenceValues = Readonly<Record<string, string | Sentence>>;

/**
 * The sentence of `code` as `service` means it, with {names} filled from `values`; an absent value reads `–`.
 */
export function renderSentence(service: string, code: string, values: SentenceValues): Sentence {
  const found = sentenceOf(service, code) ?? UNNAMED;
  const known = new Map([...Object.entries(values), ['code', code] as const]);
  const fill = (language: keyof Sentence) =>
    found[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = known.get(name) ?? '–';
      return typeof value === 'string' ? value : value[language];
    });
  return { zh: fill('zh'), en: fill('en') };
}

/** The sentence before its values are filled in, if there is one. */
export function sentenceOf(service: string, code: string): Sentence | undefined {
  const tables = [service, 'platform', 'gateway'].map((name) => SENTENCES_BY_SERVICE[name]);
  return tables.flatMap((table) =>
    table !== undefined && Object.hasOwn(table, code) ? [table[code]] : [],
  )[0];
}
