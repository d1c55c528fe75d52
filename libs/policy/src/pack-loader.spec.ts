// The Yicheng pack says what the document says, and a pack with a mistake is refused with file, line and
// remedy.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoShanghai } from '#working-calendar/civil-day';
import { projectCalendars } from '#working-calendar/test-calendars';
import { computeDeadline } from './deadline';
import type { Pack } from './pack';
import { loadPack, packHash, readPack } from './pack-loader';
import { variablesOf } from './text-variables';
import { ruleOf } from './rule';
import { policyProblemText } from './sentences';

const DIRECTORY = join(__dirname, '../../../deploy/packs/yicheng');
const PACK = readFileSync(join(DIRECTORY, 'pack.yaml'), 'utf8');
const MESSAGES = readFileSync(join(DIRECTORY, 'messages.yaml'), 'utf8');

function yicheng(): Pack {
  const loaded = loadPack(DIRECTORY);
  if (!loaded.ok) throw new Error(loaded.error.map((problem) => policyProblemText(problem).zh).join('\n'));
  return loaded.value;
}

/** Reads the pack with one passage replaced; the passage must be there. */
function problems(passage: string | RegExp, replacement: string, of: 'pack' | 'messages' = 'pack') {
  const text = of === 'pack' ? PACK : MESSAGES;
  const changed = text.replace(passage, replacement);
  if (changed === text) throw new Error(`Not in the file: ${String(passage)}`);
  const read = readPack(
    { file: 'pack.yaml', text: of === 'pack' ? changed : PACK },
    { file: 'messages.yaml', text: of === 'messages' ? changed : MESSAGES },
  );
  return read.ok ? [] : read.error;
}

function lineOf(text: string, passage: string): number {
  return text.slice(0, text.indexOf(passage)).split('\n').length;
}

describe('2151 (YC-6, YC-7)', () => {
  const { current: calendar } = projectCalendars();
  const startAt = Date.parse('2023-07-14T16:30:00+08:00'); // a Friday afternoon

  test.each([
    // clock, who, starts, stops, deadline, yellow, red counted from the yellow notice
    ['desk', 'desk', 'desk-entered', 'dispatched', '2023-07-14T16:45:00+08:00', true, undefined],
    [
      'contact',
      'unit',
      'dispatched',
      'contacted-and-arrived',
      '2023-07-14T18:30:00+08:00',
      true,
      'workingDays:1',
    ],
    ['opinion', 'unit', 'dispatched', 'opinion-given', '2023-07-16T00:00:00+08:00', true, 'workingDays:1'],
    ['resolve', 'unit', 'dispatched', 'completed', '2023-07-22T00:00:00+08:00', true, 'workingDays:1'],
    ['objection', 'unit', 'dispatched', 'objected', '2023-07-15T16:30:00+08:00', false, undefined],
    ['follow-up', 'platform', 'completed', 'followed-up', '2023-07-16T00:00:00+08:00', true, undefined],
    [
      'rating',
      'enterprise',
      'rating-reminder-delivered',
      'rated',
      '2023-07-20T00:00:00+08:00',
      false,
      undefined,
    ],
  ])('%s of the %s', (id, appliesTo, starts, stops, expected, yellow, red) => {
    const { clocks, officeHours } = yicheng();
    const clock = clocks.find((one) => one.id === id);
    if (clock === undefined) throw new Error(id);
    expect(clock).toMatchObject({ appliesTo, yellow });
    expect(clock.red).toBe(red);
    expect(clock.starts).toContain(starts);
    expect(clock.stops).toContain(stops);
    const { deadlineAt } = computeDeadline({ rule: ruleOf(clock.rule), startAt, calendar, officeHours });
    expect(isoShanghai(deadlineAt ?? 0)).toBe(expected);
  });

  test('arrival alone or contact alone does not stop the two hours', () => {
    const stops = yicheng().clocks.find((one) => one.id === 'contact')?.stops ?? [];
    expect(stops).not.toContain('contacted');
    expect(stops).not.toContain('arrived');
  });

  test('unrated after five days stays unrated and outside the denominator', () => {
    const pack = yicheng();
    expect(pack.clocks.find((one) => one.id === 'rating')?.onLapse).toBe('unrated');
    expect(pack.rating).toMatchObject({ unratedIs: 'unrated', unratedInDenominator: false });
    expect(pack.contact).toMatchObject({ attemptsCountAsContact: 3, visit: 'waivable-with-agreement' });
  });
});

describe('a mistake is told with its line', () => {
  test.each([
    [
      'a clock without a stop',
      'stops: [rated, reopened, closed, withdrawn]',
      'stops: []',
      'clock-without-stop',
    ],
    ['an unknown moment', 'starts: [completed]', 'starts: [finished]', 'not-in-list'],
    ['an unknown role', 'by: followup', 'by: caller', 'unknown-role'],
    ['an unknown role of an exception', 'exceptionBy: supervisor', 'exceptionBy: mayor', 'unknown-role'],
    ['a duplicate id', '- id: opinion', '- id: contact', 'duplicate-id'],
    ['no rule', 'rule: hours:2', 'rule: two hours', 'rule-shape'],
    ['an unknown kind of rule', 'rule: workingDays:5', 'rule: workdays:5', 'rule-kind'],
    ['a rule of nothing', 'rule: naturalDays:1', 'rule: naturalDays:0', 'rule-amount'],
    ['red without yellow', 'yellow: true\n    red:', 'yellow: false\n    red:', 'red-without-yellow'],
    [
      'stops as it starts',
      'stops: [dispatched, closed',
      'stops: [desk-entered, closed',
      'clock-stops-as-it-starts',
    ],
    ['a reminder in working hours', 'before: "workingDays:1"', 'before: "workingHours:1"', 'near-rule'],
    ['a fraction of more than all', 'fraction: 0.75', 'fraction: 1.5', 'out-of-bounds'],
    ['an unknown setting', 'mustProposeUnit: false', 'mustProposeUnits: false', 'unknown-setting'],
    ['a number where a truth belongs', 'platformIsTold: true', 'platformIsTold: 1', 'wrong-type'],
    ['office hours that overlap', 'from: "13:30"', 'from: "11:30"', 'office-hours'],
    ['a time that does not exist', 'until: "17:30"', 'until: "27:30"', 'clock-time'],
    ['another rating period', 'within: naturalDays:5', 'within: naturalDays:6', 'rating-clock-differs'],
    ['another objection period', 'within: hours:24', 'within: hours:48', 'objection-clock-differs'],
    [
      'another objection period, the clock called otherwise',
      /id: objection\n([\s\S]*)rule: hours:24\n/,
      'id: doubt\n$1rule: hours:48\n',
      'objection-clock-differs',
    ],
    [
      'a pause that never ends',
      'near: { fraction: 0.75 }',
      'pausesOn: [completed]',
      'clock-pause-without-resume',
    ],
    ['an id with blanks', '- id: follow-up', '- id: follow up', 'identifier'],
    ['two settings of one name', 'identity: flag', 'identity: flag\n  identity: flag', 'duplicate-setting'],
    ['a bracket left open', 'starts: [completed]', 'starts: [completed', 'not-readable'],
    ['a full-width colon', 'rule: naturalDays:1', 'rule：naturalDays:1', 'full-width-colon'],
  ])('%s', (_, passage, replacement, code) => {
    const found = problems(passage, replacement);
    expect(found.map((problem) => problem.code)).toContain(code);
    for (const problem of found) {
      const { zh, en } = policyProblemText(problem);
      expect(zh).toMatch(/^pack\.yaml:\d+ .*[\u4e00-\u9fff]/);
      expect(`${zh}${en}`).not.toMatch(/\{\w+\}|undefined/);
    }
  });

  test.each([
    ['stops: [rated, reopened, closed, withdrawn]', 'stops: []'],
    ['starts: [completed]', 'starts: [finished]'],
    ['by: followup', 'by: caller'],
    ['rule: hours:2', 'rule: two hours'],
    ['mustProposeUnit: false', 'mustProposeUnit: false, more: 1'],
  ])('%s', (passage, replacement) => {
    expect(problems(passage, replacement).map((problem) => problem.line)).toContain(lineOf(PACK, passage));
  });

  test('a missing setting is told where it belongs', () => {
    expect(problems('  identity: flag\n', '')).toMatchObject([
      {
        code: 'missing-setting',
        field: 'admission.identity',
        line: lineOf(PACK, '  clause: YC-3 全口径受理'),
      },
    ]);
  });

  test.each([
    ['an unknown variable', '编号{number}', '编号{nummer}', 'unknown-variable'],
    ['a variable in one language only', '编号{number}，', '', 'variables-differ'],
    ['an unknown recipient', 'to: unit', 'to: bureau', 'unknown-role'],
    ['an unknown occasion', 'on: submitted', 'on: arrived-by-post', 'not-in-list'],
    ['an id twice', '- id: joined', '- id: declined', 'duplicate-id'],
  ])('in the messages: %s', (_, passage, replacement, code) => {
    const found = problems(passage, replacement, 'messages');
    expect(found.map((problem) => [problem.code, problem.file])).toContainEqual([code, 'messages.yaml']);
    for (const problem of found) expect(policyProblemText(problem).en).toMatch(/^messages\.yaml:\d+ /);
  });

  test('the sentence says what to do, in Chinese and English', () => {
    const [found] = problems('stops: [rated, reopened, closed, withdrawn]', 'stops: []');
    const line = lineOf(PACK, 'stops: [rated');
    expect(found && policyProblemText(found)).toEqual({
      zh: `pack.yaml:${line} 时限“rating”没有终止时点，永远不会停。请在 stops 中写至少一个时点。`,
      en: `pack.yaml:${line} The clock "rating" has no moment that stops it and would run for ever. Name one under stops.`,
    });
  });

  test('a missing file', () => {
    const loaded = loadPack('nowhere', { readText: () => null, list: () => null });
    expect(loaded.ok ? [] : loaded.error).toMatchObject([
      { code: 'file-missing', file: 'nowhere/pack.yaml' },
    ]);
  });
});

describe('the schema carries what other programmes ask for', () => {
  test.each([
    ['mismatch is reviewed (CD 二-2)', 'identity: flag', 'identity: review'],
    ['screening in three working days (CD 二-3)', 'screening: at-once', 'screening: workingDays:3'],
    ['litigation is declined (CD 二-3)', 'byDefault: propose', 'byDefault: decline'],
    ['who objects names another unit (CD 二-3)', 'mustProposeUnit: false', 'mustProposeUnit: true'],
    ['a lead is designated (SZ 二-3)', 'then: panel', 'then: lead-designation'],
    ['a joint meeting rules (SX 三-2)', 'then: panel', 'then: joint-meeting'],
    ['a final decision ends it (CD 二-10)', 'ways: [reopen, review]', 'ways: [final]'],
    ['ten working days (CD 二-3)', 'rule: workingDays:5', 'rule: workingDays:10'],
    ['a target of 98 % (CR 一)', 'official" }, clause: YC-9', 'official" }, clause: YC-9, target: 0.98'],
    ['no visit is asked for', 'visit: waivable-with-agreement', 'visit: none'],
  ])('%s', (_, passage, replacement) => {
    expect(problems(passage, replacement)).toEqual([]);
  });
});

test.each(['desk', 'platform'])(
  'the %s answers (CD 二-8, SZ 二-2): no text tells the enterprise before',
  (by) => {
    const told = problems('by: unit', `by: ${by}\n  role: clerk`);
    expect(told.map(({ code, file }) => [code, file])).toEqual([['answer-told-early', 'messages.yaml']]);
  },
);

test('the hash names the meaning: layout and comments do not change it, a setting does', () => {
  const hash = packHash(yicheng());
  const again = readPack({ file: 'p', text: `# note\n${PACK}` }, { file: 'm', text: MESSAGES });
  const other = readPack(
    { file: 'p', text: PACK.replace('stopAfter: 3', 'stopAfter: 4') },
    { file: 'm', text: MESSAGES },
  );
  expect(hash).toMatch(/^pack-[0-9a-f]{64}$/);
  expect(again.ok && packHash(again.value)).toBe(hash);
  expect(other.ok && packHash(other.value)).not.toBe(hash);
});

test('variables are found once each', () => {
  expect(variablesOf('{number} {unit} {number} { } {}')).toEqual(['', ' ', 'number', 'unit']);
});
