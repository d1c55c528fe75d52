// What a text may say 短信变量: the variables that are known on the occasion it is sent on, and to whom. A text
// with another would read “—” for ever; and the query code goes to the enterprise alone, for whoever has it
// and the number reads the case and acts on it as the enterprise (IN-4).
import type { PackFile } from './pack';
import type { Path, Report } from './pack-report';
import type { Message } from './pack-texts';
import { MESSAGE_VARIABLES, type MessageVariable, type Moment, OCCASIONS, type Occasion } from './pack-words';

/** Before a unit has the appeal none can be named. */
const WITHOUT_UNIT: readonly Occasion[] = [
  'submitted',
  'admitted',
  'desk-entered',
  'answered',
  'sent-back',
  'declined',
  'joined',
];

/**
 * The occasions on which a variable is known. `{deadline}`: those that name one themselves; see
 * `deadlineIsTold` for the others.
 */
export const KNOWN_ON: Readonly<Record<MessageVariable, readonly Occasion[]>> = {
  number: OCCASIONS,
  queryCode: OCCASIONS,
  title: OCCASIONS,
  enterprise: OCCASIONS,
  contact: OCCASIONS,
  platform: OCCASIONS,
  unit: OCCASIONS.filter((on) => !WITHOUT_UNIT.includes(on)),
  clock: ['clock-near', 'yellow', 'red'],
  step: ['inside-overdue'],
  deadline: [
    ...(['submitted', 'clock-near', 'yellow', 'extended'] as const),
    ...(['data-requested', 'data-near', 'inside-overdue'] as const),
  ],
  opinion: ['opinion-given'],
  result: ['completed', 'answer-released'],
  article: ['answered'],
  answer: ['answered'],
  reason: [
    ...(['declined', 'sent-back', 'recalled', 'objected', 'objection-ruled', 'reopened'] as const),
    ...(['escalation-requested', 'escalation-ruled', 'assist-objected', 'assist-released'] as const),
    ...(['answer-returned', 'facts-checked', 'result-checked', 'data-requested'] as const),
  ],
  nextStep: ['submitted', 'admitted'],
};

/**
 * Whether a deadline is known on an occasion that names none: a clock of the pack starts there; of urging the
 * clocks of the order; of the reminder to rate the clock its delivery starts.
 */
export function deadlineIsTold(
  { id, on }: Pick<Message, 'id' | 'on'>,
  { clocks }: Pick<PackFile, 'clocks'>,
): boolean {
  const startsOn = (...moments: readonly (Moment | Occasion)[]) =>
    clocks.some(({ starts }) => starts.some((moment) => moments.includes(moment)));
  if (id === 'rating-reminder') return startsOn('rating-reminder-delivered');
  return on === 'urged' ? startsOn('dispatched', 'reopened') : startsOn(on);
}

/** The variables of a text, e.g. `number` of `编号 {number}`. */
export function variablesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''))].sort();
}

/** Tells what is wrong with the variables of the texts; the path is that of messages.yaml. */
export function textVariables(pack: PackFile, messages: readonly Message[], report: Report): void {
  messages.forEach((message, i) => {
    const { id, text } = message;
    const path: Path = ['messages', i, 'text'];
    for (const language of ['zh', 'en'] as const)
      for (const variable of variablesOf(text[language]))
        variableProblem(variable, message, pack, (code, params) =>
          report(code, [...path, language], { id, variable, ...params }),
        );
    const [zh, en] = [variablesOf(text.zh), variablesOf(text.en)];
    const difference = [
      ...zh.filter((name) => !en.includes(name)),
      ...en.filter((name) => !zh.includes(name)),
    ];
    if (difference.length > 0) report('variables-differ', path, { id, difference: difference.join(' ') });
  });
}

function variableProblem(
  variable: string,
  message: Message,
  pack: PackFile,
  tell: (code: string, params: Readonly<Record<string, string>>) => void,
): void {
  const { on, to } = message;
  const known = MESSAGE_VARIABLES.find((name) => name === variable);
  if (known === undefined) return tell('unknown-variable', { known: MESSAGE_VARIABLES.join(' ') });
  if (known === 'queryCode' && to !== 'enterprise') return tell('query-code-told', { to });
  if (KNOWN_ON[known].includes(on)) return;
  if (known !== 'deadline') {
    const others = MESSAGE_VARIABLES.filter((name) => KNOWN_ON[name].includes(on));
    return tell('variable-untold', { on, known: others.join(' ') });
  }
  if (!deadlineIsTold(message, pack)) tell('deadline-untold', { on });
}
