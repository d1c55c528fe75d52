// A pack that contradicts itself is refused when it is loaded: each contradiction by its code, on the line
// where it stands, with a remedy in both languages. Every row breaks the pack of Yicheng in one way.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPack } from './pack-loader';
import { policyProblemText } from './sentences';

const DIRECTORY = join(__dirname, '../../../deploy/packs/yicheng');
const PACK = readFileSync(join(DIRECTORY, 'pack.yaml'), 'utf8');
const MESSAGES = readFileSync(join(DIRECTORY, 'messages.yaml'), 'utf8');

type Edit = readonly [passage: string | RegExp, replacement: string];

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, [passage, replacement]) => {
    const after = before.replace(passage, replacement);
    if (after === before) throw new Error(`Not in the file: ${String(passage)}`);
    return after;
  }, text);
}

function problems(edits: readonly Edit[], of: 'pack' | 'messages' = 'pack') {
  const read = readPack(
    { file: 'pack.yaml', text: of === 'pack' ? edited(PACK, edits) : PACK },
    { file: 'messages.yaml', text: of === 'messages' ? edited(MESSAGES, edits) : MESSAGES },
  );
  return read.ok ? [] : read.error;
}

function lineOf(passage: string): number {
  const at = PACK.indexOf(passage);
  if (at < 0) throw new Error(`Not in the file: ${passage}`);
  return PACK.slice(0, at).split('\n').length;
}

const TEMPLATE =
  'templates: [{ id: t, title: { zh: 甲, en: a }, clause: c, kind: plea, hint: { zh: 丙, en: c }, ' +
  'fields: [{ id: f, title: { zh: 乙, en: b }, required: true }] }]';
const TRANSFER = 'transfers: [{ id: t, clause: c, when: [complicated], toPack: yicheng, by: clerk }]';

test.each<[what: string, code: string, place: string, ...edits: Edit[]]>([
  [
    'a stage nobody reaches',
    'stage-unreachable',
    'id: appraisal',
    ['begins: [followed-up]', 'begins: [arrived]'],
  ],
  [
    'a stage without a way out',
    'stage-without-way-out',
    'id: follow-up, title: { zh: 回访',
    ['ends: [followed-up, reopened, closed, withdrawn]', 'ends: [contacted]'],
  ],
  ['a stage of an unknown clock', 'unknown-clock', 'clocks: [desk]', ['clocks: [desk]', 'clocks: [desks]']],
  [
    "a lead's clock that hangs on an assisting unit",
    'clock-of-another',
    'id: resolve\n',
    ['stops: [completed, ', 'stops: [completed, contributed, '],
  ],
  [
    'an assisting clock that starts with the opinion',
    'clock-of-another',
    'id: assist\n',
    [/(id: assist\n[^]*?starts: \[)dispatched/, '$1opinion-given'],
  ],
  [
    'contributions owed that nobody may give',
    'command-without-role',
    'role: clerk, clause: YC-5',
    [', GiveContribution', ''],
    [/contributed, completed/, 'assist-acknowledged, completed'],
  ],
  [
    'an answer the platform gives and nobody releases',
    'answer-released-by',
    'clause: YC-6 向企业和平台反馈',
    ['  by: unit\n', '  by: platform\n'],
  ],
  [
    'an answer the unit gives and somebody releases',
    'answer-released-by',
    'clause: YC-6 向企业和平台反馈',
    ['  by: unit\n', '  by: unit\n  role: clerk\n'],
  ],
  [
    'a stage that ends with a release nobody makes',
    'stage-unreachable',
    'id: follow-up, title: { zh: 回访',
    [/(id: follow-up, title.*?begins: \[)completed/, '$1answer-released'],
  ],
  [
    'an extension of an unknown clock',
    'unknown-clock',
    'contact:\n',
    [
      'contact:\n',
      'extension: { clause: HD-2, clock: reply, times: 1, atMost: "workingDays:5", ruledBy: [clerk] }\ncontact:\n',
    ],
  ],
  [
    'an extension ruled on by nobody known',
    'unknown-role',
    'contact:\n',
    [
      'contact:\n',
      'extension: { clause: HD-2, clock: resolve, times: 1, atMost: "workingDays:5", ruledBy: [duke] }\ncontact:\n',
    ],
  ],
  ['a stage whose time nobody speaks of', 'stage-time-unsaid', 'clocks: [desk]', [', clocks: [desk]', '']],
  [
    'a clock whose start nobody may bring about',
    'clock-never-starts',
    'starts: [completed]',
    ['starts: [completed]', 'starts: [opinion-given]'],
    ['GivePreliminaryOpinion, ', ''],
  ],
  [
    'a clock nobody may meet',
    'clock-cannot-be-met',
    'stops: [contacted-and-arrived',
    ['RecordContact, ', ''],
  ],
  ['a role that holds nothing', 'role-without-scope', 'id: panel, title', ['role: panel,', 'role: clerk,']],
  [
    'an act nobody may do',
    'command-without-role',
    '- { role: clerk, clause: YC-5',
    [', CompleteAppeal]', ']'],
  ],
  [
    'a supervision step before the one below it',
    'ladder-out-of-order',
    'id: leader, title: { zh: 领导督办',
    [/(id: leader, title.*)workingDays:1/, '$1hours:1'],
  ],
  [
    'a supervision step on a card nobody shows',
    'ladder-ground-never',
    'id: discipline, title: { zh: 纪委督办, en: supervision',
    [/ {4}red: workingDays:1\n/g, ''],
  ],
  ['a body that may not rule', 'body-may-not-rule', 'ruledBy:', ['ruledBy: [panel', 'ruledBy: [discipline']],
  ['a body nobody knows', 'unknown-role', 'ruledBy:', ['ruledBy: [panel', 'ruledBy: [mayor']],
  [
    'a panel whose experts may not vote',
    'body-may-not',
    'by: panel\n',
    ['DeclareRecusal, CastVote]', 'DeclareRecusal]'],
  ],
  [
    'a panel nobody may convene',
    'command-without-role',
    '- { role: clerk, clause: YC-5',
    [/, ConvenePanel/g, ''],
  ],
  [
    'an urgent clock where nothing is urgent',
    'urgency-unsaid',
    'onlyIf: ordinary',
    [/urgent: \{ clause: YC-8.*/, '# none'],
  ],
  ['an objection to a body that is not there', 'body-missing', 'then: panel', [/^panel:(.|\n)*?\n\n/m, '']],
  [
    'a joint meeting called by nobody known',
    'unknown-role',
    'jointMeeting: { clause',
    ['默认, by: leader', '默认, by: duke'],
  ],
  [
    'a report to nobody known',
    'unknown-role',
    'id: quarterly-evaluation',
    [/(id: quarterly-evaluation.*)to: leader/, '$1to: mayor'],
  ],
  ['a caller who may not call', 'caller-may-not-call', 'by: followup', ['FollowUpAppeal, ', '']],
  [
    'a ranking by a figure that is not there',
    'unknown-figure',
    'by: [completion-rate',
    [/ {2}- \{ id: completion-rate.*\n/, ''],
  ],
  [
    'a report of rows without columns',
    'report-half-a-table',
    'id: quarterly-evaluation',
    [/(id: quarterly-evaluation.*) \}/, '$1, rows: units }'],
  ],
  [
    'a column its rows do not have',
    'unknown-column',
    'is: closed-at, title',
    ['{ is: closed-at, title', '{ is: yellow-cards, title'],
  ],
  [
    'a table of a ranking nobody draws up',
    'unknown-ranking',
    'ranking: monthly',
    ['    ranking: monthly', '    ranking: weekly'],
  ],
  [
    'a table of a ranking that is not said',
    'report-ranking-unsaid',
    'id: monthly-bulletin',
    ['    rows: ranking\n    ranking: monthly', '    rows: ranking'],
  ],
  [
    'a ranking by a duration',
    'ranking-by-a-time',
    'by: [completion-rate',
    ['by: [completion-rate, satisfaction-official]', 'by: [completion-rate, dispatch-time]'],
  ],
  [
    'final beside another way',
    'final-and-more',
    'ways: [',
    ['ways: [reopen, review]', 'ways: [reopen, final]'],
  ],
  [
    'satisfied by default, yet outside the denominator',
    'satisfied-outside-denominator',
    'unratedInDenominator',
    ['unratedIs: unrated', 'unratedIs: satisfied'],
  ],
  [
    'silence that means two things',
    'lapse-differs',
    'id: rating\n',
    ['onLapse: unrated', 'onLapse: satisfied'],
  ],
  [
    'thresholds the wrong way round',
    'thresholds-reversed',
    'doubtfulFrom: 0.4',
    ['doubtfulFrom: 0.4', 'doubtfulFrom: 0.9'],
  ],
  [
    'a reminder before the start',
    'near-before-start',
    'near: { before: "workingDays:1" }',
    ['before: "workingDays:1"', 'before: "workingDays:5"'],
  ],
  [
    'a share as the target of a time',
    'target-of-a-time',
    'id: dispatch-time',
    ['即时转至 }', '即时转至, target: 0.5 }'],
  ],
  [
    'a share that is to fall',
    'reduction-of-a-share',
    'id: direct-answer-rate',
    [/(id: direct-answer-rate.*) \}/, '$1, reduction: 0.2 }'],
  ],
  ['a transfer into itself', 'transfer-to-itself', 'transfers:', ['transfers: []', TRANSFER]],
  ['a template of an unknown kind', 'unknown-kind', 'templates:', ['templates: []', TEMPLATE]],
])('%s', (_, code, place, ...edits) => {
  const found = problems(edits);
  // An edit may take lines away before the place; only then does the line differ.
  const moved = edits.some(([passage, text]) => passage instanceof RegExp && text === '');
  const told = found.find((problem) => problem.code === code);
  expect(found.map((problem) => problem.code)).toContain(code);
  if (!moved) expect(told?.line).toBe(lineOf(place));
  expect(told?.column).toBeGreaterThan(0);
  const { zh, en } = told ? policyProblemText(told) : { zh: '', en: '' };
  expect(zh).toMatch(/^pack\.yaml:\d+ .*[\u4e00-\u9fff].*(请|须)/);
  expect(`${zh}${en}`).not.toMatch(/\{\w+\}|undefined/);
});

test.each<[what: string, code: string, file: string, ...edits: Edit[]]>([
  [
    'a yellow card the unit is never told of',
    'card-without-notice',
    'messages.yaml',
    ['on: yellow\n    to: unit', 'on: yellow\n    to: clerk'],
  ],
  [
    'a time to rate that no message starts',
    'clock-never-starts',
    'pack.yaml',
    ['id: rating-reminder', 'id: please-rate'],
  ],
])('%s', (_, code, file, ...edits) => {
  const found = problems(edits, 'messages');
  expect(found.map((problem) => [problem.code, problem.file])).toContainEqual([code, file]);
});

test('what the fast track says of silence is no contradiction (CD 二-10)', () => {
  const edits: Edit[] = [
    ['unratedIs: unrated', 'unratedIs: satisfied'],
    ['onLapse: unrated', 'onLapse: satisfied'],
    ['unratedInDenominator: false', 'unratedInDenominator: true'],
  ];
  expect(problems(edits)).toEqual([]);
});
