// A rule 时限 says how long something may take and how that time is counted (requirements, How time is
// counted). It is written in packs and at the operator's tool as `kind:N`.
import { ok, type Result, refuse } from '#kernel/result';

/** The ways of counting. */
export const RULE_KINDS = ['hours', 'workingHours', 'workingMinutes', 'workingDays', 'naturalDays'] as const;
/** One of `RULE_KINDS`. */
export type RuleKind = (typeof RULE_KINDS)[number];

/** A rule as it is written, e.g. `workingDays:5`. */
export type RuleText = `${RuleKind}:${number}`;

/** A rule taken apart. `id` is its normal spelling. */
export interface Rule {
  readonly id: RuleText;
  readonly kind: RuleKind;
  /** A whole number of the kind's unit, 1 … 10 000. */
  readonly amount: number;
}

/** Why a text is no rule. */
export interface RuleProblem {
  readonly code: 'rule-not-text' | 'rule-shape' | 'rule-kind' | 'rule-amount';
  readonly field: 'rule';
  readonly params: Readonly<Record<string, string>>;
}

/** Largest amount a rule may carry. */
export const MAX_RULE_AMOUNT = 10_000;

/** Reads `hours:N`, `workingHours:N`, `workingMinutes:N`, `workingDays:N` or `naturalDays:N`. */
export function parseRule(text: unknown): Result<Rule, RuleProblem> {
  if (typeof text !== 'string') return problem('rule-not-text', typeof text);
  const [kind, amount, ...rest] = text.trim().split(':');
  if (kind === undefined || amount === undefined || rest.length > 0) return problem('rule-shape', text);
  if (!isRuleKind(kind)) return problem('rule-kind', text);
  const count = Number(amount);
  if (!/^\d{1,5}$/.test(amount) || count < 1 || count > MAX_RULE_AMOUNT) return problem('rule-amount', text);
  return ok({ id: `${kind}:${count}`, kind, amount: count });
}

/** The rule of a text that a schema has already accepted; anything else is a broken program and throws. */
export function ruleOf(text: string): Rule {
  const parsed = parseRule(text);
  if (!parsed.ok) throw new Error(`Not a rule: ${text} (${parsed.error.code})`);
  return parsed.value;
}

function isRuleKind(kind: string): kind is RuleKind {
  return (RULE_KINDS as readonly string[]).includes(kind);
}

function problem(code: RuleProblem['code'], text: string): Result<never, RuleProblem> {
  return refuse({ code, field: 'rule', params: { value: text.slice(0, 80) } });
}
