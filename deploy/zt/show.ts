/** `zt show NUMBER`: a case file in time order, as a clerk would tell it. */
import { named, namesOf } from './names';
import { type Reached, askStaff } from './reach';
import { clockTime, print, printJson } from './speak';

interface Detail {
  readonly number: string;
  readonly status: string;
  readonly title: string;
  readonly lead: string;
  readonly content: string;
  readonly timeline: readonly {
    at: string;
    type: string;
    by: string;
    unit: string;
    fields: Readonly<Record<string, string>>;
  }[];
  readonly clocks: readonly {
    clock: string;
    unit: string;
    rule: string;
    deadlineAt: string;
    firstDeadlineAt: string | null;
    stoppedAt: string | null;
    inTime: boolean;
    void: boolean;
    systemDelay: { zh: string; en: string } | null;
    card: string;
  }[];
  readonly answerVerdict: string;
  readonly findings: readonly { messages: { zh: string; en: string } }[];
  readonly candidates: readonly { unit: string; score: number; reasons: readonly string[] }[];
}

/** Prints the case file. */
export async function show(reached: Reached, number: string, flags: { json?: boolean }): Promise<number> {
  const detail = await askStaff<Detail>(reached, `/api/v1/cases/${encodeURIComponent(number)}`);
  if (flags.json) {
    printJson(detail);
    return 0;
  }
  const names = await namesOf(reached);
  const unitName = (code: string) => named(names.units, code);
  print(
    `${detail.number}  ${detail.title}  [${named(names.statuses, detail.status)}]  ${unitName(detail.lead)}`,
  );
  print(detail.content);
  for (const { at, type, by, unit, fields } of detail.timeline) {
    const words = Object.entries(fields)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}=${/At$/.test(name) ? value.replace(/\.\d{3}(?=\+)/, '') : value}`);
    print(
      `${clockTime(Date.parse(at))}  ${named(names.events, type)}  ${[unitName(unit), by].filter(Boolean).join('/')}  ${words.join('  ')}`,
    );
  }
  for (const clock of detail.clocks) {
    const state = clock.void
      ? '作废 void'
      : !clock.stoppedAt
        ? '计时 running'
        : clock.inTime
          ? '按时 in time'
          : '超时 late';
    const delay = clock.systemDelay ? `  ${clock.systemDelay.zh} ${clock.systemDelay.en}` : '';
    const first = clock.firstDeadlineAt ? `${clockTime(Date.parse(clock.firstDeadlineAt))} → ` : '';
    const due = `${clock.rule} → ${first}${clockTime(Date.parse(clock.deadlineAt))}`;
    print(
      `  ⏱ ${named(names.clocks, clock.clock).padEnd(12)} ${unitName(clock.unit).padEnd(6)} ${due}  ${state} ${clock.card}${delay}`,
    );
  }
  if (detail.answerVerdict !== '') print(`  答复核查 answer check: ${detail.answerVerdict}`);
  for (const { messages } of detail.findings) print(`    ${messages.zh} · ${messages.en}`);
  for (const { unit, score, reasons } of detail.candidates) {
    print(`  ${unitName(unit).padEnd(6)} ${score.toFixed(3)}  ${reasons.join(';')}`);
  }
  return 0;
}
