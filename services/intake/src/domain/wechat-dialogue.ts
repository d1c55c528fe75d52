// The guided dialogue 引导式提交 of an official account (IN-1): one question at a time, until an appeal can be
// handed in like at every other door. What is missing decides what is asked next, so that a name the register
// knows saves the questions it answers; the latest answer can be taken back. Every answer is read by the
// reader of submissions, and a code by the rule of the door, so that nothing is taken here that would be
// refused at the end.
import { ok, type Result, refuse } from '#kernel/result';
import type { FieldProblem } from './plain-text';
import type { RegisteredEnterprise } from './register-finding';
import { type RawSubmission, readSubmission, type SubmissionLists } from './submission';

/** A draft nobody went on with is forgotten after 24 hours, in ms. */
export const DRAFT_LIVES_MS = 24 * 3_600_000;

/** What is asked, in this order. */
export type Question =
  | 'enterprise'
  | 'uscc'
  | 'name'
  | 'region'
  | 'kind'
  | 'title'
  | 'content'
  | 'contact'
  | 'phone'
  | 'confirm';

/** What is known so far; an absent field is still to be asked. */
export interface Draft {
  readonly enterpriseName?: string;
  /** Empty for an enterprise that is being founded. */
  readonly uscc?: string;
  readonly region?: string;
  readonly kind?: string;
  readonly title?: string;
  readonly content?: string;
  readonly contactName?: string;
  readonly contactPhone?: string;
}

/** One answer: what was asked and what it settled. */
export interface Answered {
  readonly question: Question;
  readonly settled: Draft;
}

/** A choice of a numbered list. */
export interface Choice {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
}

/** What the dialogue must know beside the words. */
export interface DialogueFacts {
  readonly kinds: readonly Choice[];
  readonly regions: readonly Choice[];
  readonly lists: SubmissionLists;
  /**
   * The one enterprise of the register that the words name by code or by name, where they were asked for it.
   */
  readonly found?: RegisteredEnterprise | undefined;
  /** What the door has against the words as a credit code. */
  readonly codeProblem?: FieldProblem | undefined;
}

/** Where an answer leads. */
export interface Turn {
  readonly answers: readonly Answered[];
  /** What is wrong with the words; the question is asked again. */
  readonly problem?: FieldProblem;
  /** The draft is confirmed and to be handed in. */
  readonly submit?: true;
}

const ORDER: readonly (readonly [Question, keyof Draft])[] = [
  ['name', 'enterpriseName'],
  ['uscc', 'uscc'],
  ['region', 'region'],
  ['kind', 'kind'],
  ['title', 'title'],
  ['content', 'content'],
  ['contact', 'contactName'],
  ['phone', 'contactPhone'],
];

/** Where the field of a question stands in the form of a submission. */
const FIELDS: Readonly<Partial<Record<Question, string>>> = {
  ...{ name: 'enterprise.name', region: 'enterprise.region', kind: 'kind' },
  ...{ title: 'title', content: 'content', contact: 'contact.name', phone: 'contact.phone' },
};

/** Everything the answers settled. */
export function draftOf(answers: readonly Answered[]): Draft {
  return Object.assign({}, ...answers.map(({ settled }) => settled)) as Draft;
}

/** What is to be asked now. */
export function questionAfter(
  answers: readonly Answered[],
  { kinds }: Pick<DialogueFacts, 'kinds'>,
): Question {
  const draft = draftOf(answers);
  if (answers.length === 0) return 'enterprise';
  const open = ORDER.find(([question, field]) => {
    return draft[field] === undefined && (question !== 'kind' || kinds.length > 0);
  });
  return open?.[0] ?? 'confirm';
}

/**
 * The draft as a submission of this door; the same source number makes it one appeal however often it is
 * sent.
 */
export function submissionOf(draft: Draft, channel: string, sourceNumber: string): RawSubmission {
  const { enterpriseName, uscc = '', region, kind, title, content, contactName, contactPhone } = draft;
  const tags = draft.uscc === '' ? ['startup'] : [];
  return {
    ...{ channel, sourceNumber, kind, title, content },
    enterprise: { name: enterpriseName, uscc, region, tags },
    contact: { name: contactName, phone: contactPhone },
  };
}

/** Takes the words as the answer to what is asked now. */
export function takeAnswer(answers: readonly Answered[], words: string, facts: DialogueFacts): Turn {
  const question = questionAfter(answers, facts);
  if (question === 'confirm')
    return CONFIRMED.includes(words.trim().toLowerCase()) ? { answers, submit: true } : { answers };
  const read = settledBy(question, words, facts);
  if (!read.ok) return { answers, problem: read.error };
  return { answers: [...answers, { question, settled: read.value }] };
}

const CONFIRMED = ['1', '提交', '确认', 'submit', 'yes'];

/** Takes back the latest answer. */
export function takeBack(answers: readonly Answered[]): readonly Answered[] {
  return answers.slice(0, -1);
}

/** The answers before the one a refused submission complains of; all of them when it is about none. */
export function answersBefore(answers: readonly Answered[], { field }: FieldProblem): readonly Answered[] {
  const wrong = answers.findIndex(({ settled }) => {
    const fields = Object.keys(settled).map((key) => SUBMITTED_AS[key as keyof Draft]);
    return fields.includes(field);
  });
  return wrong < 0 ? answers : answers.slice(0, wrong);
}

const SUBMITTED_AS: Readonly<Record<keyof Draft, string>> = {
  ...{ enterpriseName: 'enterprise.name', uscc: 'enterprise.uscc', region: 'enterprise.region' },
  ...{ kind: 'kind', title: 'title', content: 'content' },
  ...{ contactName: 'contact.name', contactPhone: 'contact.phone' },
};

/** True where the words can only be meant as a credit code. */
export function looksLikeCode(words: string): boolean {
  return /^[\dA-Z]{15,20}$/.test(plainCode(words));
}

function plainCode(words: string): string {
  return words.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

function settledBy(question: Question, words: string, facts: DialogueFacts): Result<Draft, FieldProblem> {
  switch (question) {
    case 'enterprise':
      return looksLikeCode(words) ? byCode(words, facts) : byName(words, facts);
    case 'uscc':
      return words.trim() === '0' ? ok({ uscc: '' }) : byCode(words, facts);
    case 'name':
      return checked('name', { enterpriseName: words }, facts);
    case 'region':
      return chosen('region', words, facts.regions, (region) => ({ region }));
    case 'kind':
      return chosen('kind', words, facts.kinds, (kind) => ({ kind }));
    case 'contact':
      return checked('contact', { contactName: words }, facts);
    case 'phone':
      return checked('phone', { contactPhone: words }, facts);
    case 'title':
    case 'content':
      return checked(question, { [question]: words }, facts);
    case 'confirm':
      return ok({});
  }
}

/** The register settles name and region; a code it does not know is the door's to judge. */
function byCode(words: string, { found, codeProblem }: DialogueFacts): Result<Draft, FieldProblem> {
  if (found !== undefined) return ok(settledByRegister(found));
  if (codeProblem !== undefined) return refuse(codeProblem);
  return ok({ uscc: plainCode(words) });
}

function byName(words: string, facts: DialogueFacts): Result<Draft, FieldProblem> {
  if (facts.found !== undefined) return ok(settledByRegister(facts.found));
  return checked('name', { enterpriseName: words }, facts);
}

function settledByRegister({ name, uscc, region }: RegisteredEnterprise): Draft {
  return { enterpriseName: name, uscc, region };
}

function chosen(
  question: Question,
  words: string,
  choices: readonly Choice[],
  settle: (id: string) => Draft,
): Result<Draft, FieldProblem> {
  const said = words.normalize('NFKC').trim().toLowerCase();
  const choice = choices.find(({ id, title }, at) => {
    return [String(at + 1), id, title.zh, title.en].some((name) => name.toLowerCase() === said);
  });
  if (choice !== undefined) return ok(settle(choice.id));
  const params = { max: String(choices.length) };
  return refuse({ code: 'CHOICE_UNKNOWN', field: FIELDS[question] ?? '', params });
}

/** Reads an answer as the field of a submission would be read. */
function checked(question: Question, settled: Draft, { lists }: DialogueFacts): Result<Draft, FieldProblem> {
  const read = readSubmission(submissionOf(settled, '', ''), lists);
  const problem = read.ok ? undefined : read.error.find(({ field }) => field === FIELDS[question]);
  return problem === undefined ? ok(settled) : refuse(problem);
}
