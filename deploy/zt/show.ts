/** `zt show NUMBER`: a case file in time order, as a clerk would tell it. */
import { type Reached, askStaff } from './reach';
import { clockTime, print, printJson } from './speak';

interface Detail {
  readonly summary: Readonly<Record<string, unknown>> & {
    number: string;
    status: string;
    title: string;
    lead: string;
  };
  readonly content: string;
  readonly timeline: readonly {
    at: number;
    type: string;
    by: string;
    unit: string;
    fields: Readonly<Record<string, string>>;
  }[];
  readonly clocks: readonly {
    clock: string;
    unit: string;
    rule: string;
    deadlineAt: number;
    stoppedAt: number;
    inTime: boolean;
    void: boolean;
    card: string;
  }[];
  readonly candidates: readonly { unit: string; score: number; reasons: readonly string[] }[];
}

/** Prints the case file. */
export async function show(reached: Reached, number: string, flags: { json?: boolean }): Promise<number> {
  const detail = await askStaff<Detail>(reached, 'ops', `/api/v1/cases/${encodeURIComponent(number)}`);
  if (flags.json) {
    printJson(detail);
    return 0;
  }
  const { summary } = detail;
  print(`${summary.number}  ${summary.title}  [${summary.status}]  ${summary.lead}`);
  print(detail.content);
  for (const { at, type, by, unit, fields } of detail.timeline) {
    const words = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
    print(
      `${clockTime(at)}  ${type.padEnd(24)} ${[unit, by].filter(Boolean).join('/')}  ${words.join('  ')}`,
    );
  }
  for (const clock of detail.clocks) {
    const state = clock.void
      ? '作废 void'
      : clock.stoppedAt === 0
        ? '计时 running'
        : clock.inTime
          ? '按时 in time'
          : '超时 late';
    const due = `${clock.rule} → ${clockTime(clock.deadlineAt)}`;
    print(`  ⏱ ${clock.clock.padEnd(12)} ${clock.unit.padEnd(6)} ${due}  ${state} ${clock.card}`);
  }
  for (const { unit, score, reasons } of detail.candidates) {
    print(`  ${unit.padEnd(6)} ${score.toFixed(3)}  ${reasons.join(';')}`);
  }
  return 0;
}
