// Writes a refusal for its reader: problem+json in the language asked for, Chinese when none is.
import { type Problem, type ProblemItem, type Sentence, statusOfCode } from '#contracts/problem';
import { renderSentence, type SentenceValues } from '#contracts/render-sentence';
import type { Refused } from './route';

/** Languages of the product. */
export type Language = 'zh' | 'en';

/** Where a refusal is written. */
export interface Reader {
  readonly language: Language;
  readonly path: string;
  readonly traceId: string;
  /** Name of a code that a sentence speaks of, e.g. of a unit. */
  readonly nameOf: (param: string, value: string) => Sentence | undefined;
}

/** The language a browser prefers; Chinese unless English is asked for before it. */
export function languageOf(header: string | undefined): Language {
  const asked = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const q = options
        .map((option) => /^\s*q=([\d.]{1,5})$/.exec(option)?.[1])
        .find((found) => found !== undefined);
      return { tag, weight: q === undefined ? 1 : Number(q) };
    });
  const weight = (language: Language) =>
    Math.max(
      0,
      ...asked
        .filter(({ tag }) => tag === language || tag.startsWith(`${language}-`))
        .map((one) => one.weight),
    );
  return weight('en') > weight('zh') ? 'en' : 'zh';
}

/** The body of a refusal. */
export function problemOf(refusal: Refused, reader: Reader): Problem {
  const { code, rule, service, caseStatus, instead, clause, changed } = refusal;
  const title = renderSentence(service, code, named(refusal.params, reader))[reader.language];
  const fields = refusal.fields.length > 0 ? refusal.fields : [{ code, field: '', params: refusal.params }];
  const errors = fields.map(({ code: own, field, params }): ProblemItem => {
    const messages = renderSentence(service, own, { field, ...named(params, reader) });
    return { code: own, field, message: messages[reader.language], messages };
  });
  return {
    type: `/problems/${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status: statusOfCode(code),
    code,
    instance: reader.path,
    traceId: reader.traceId,
    errors,
    ...(rule !== '' && { rule }),
    ...(caseStatus !== undefined && { caseStatus }),
    ...(instead !== undefined && { instead }),
    ...(clause !== undefined && { clause }),
    ...(changed !== undefined && { changed }),
  };
}

function named(params: Refused['params'], { nameOf }: Reader): SentenceValues {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, nameOf(name, value) ?? value] as const),
  );
}
