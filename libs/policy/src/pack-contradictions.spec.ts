// A pack that contradicts itself is refused when it is loaded: each contradiction by its code, on the line
// where it stands, with a remedy in both languages. Every row breaks the pack of Yicheng in one way.
import { type Edit, problems, refuses } from '../test/edited-pack';

const TEMPLATE =
  'templates: [{ id: t, title: { zh: 甲, en: a }, clause: c, kind: plea, hint: { zh: 丙, en: c }, ' +
  'fields: [{ id: f, title: { zh: 乙, en: b }, required: true }] }]';
const FACTS = 'checks: { facts: { clause: HD-7, by: clerk, before: completed } }\n';
const RESULT = 'checks: { result: { clause: HD-7, by: clerk } }\n';
const TRANSFER = 'transfers: [{ id: t, clause: c, when: [complicated], toPack: yicheng, by: clerk }]';
const SIGNERS: Edit = [' CompleteAppeal', ' CompleteAppeal, AssignInside, SignDraft'];

/** A chain of steps done in those posts, in a line of its own before the contact. */
function chainBy(...posts: readonly string[]): Edit {
  const steps = posts.map((by, i) => `{ id: s${i}, title: { zh: 步, en: step }, by: ${by} }`).join(', ');
  return ['contact:\n', `unitChain: { clause: HD-9, steps: [${steps}] }\ncontact:\n`];
}

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
  [
    'a kind that says nowhere what it is',
    'kind-without-nature',
    'id: consultation, title',
    ['id: consultation, title', 'id: query, title'],
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
    'a chain of signatures that begins with a signature',
    'not-in-list',
    'contact:\n',
    SIGNERS,
    chainBy('unit-leader', 'section-head'),
  ],
  [
    'a chain of signatures with a second draft',
    'not-in-list',
    'contact:\n',
    SIGNERS,
    chainBy('handler', 'handler'),
  ],
  ['a chain without a signature', 'missing-setting', 'contact:\n', SIGNERS, chainBy('handler')],
  [
    'a step whose time is up without anybody hearing of it',
    'step-without-notice',
    'contact:\n',
    SIGNERS,
    chainBy('handler', 'section-head, within: "hours:4"'),
  ],
  [
    'signatures inside a unit that the programme does not know',
    'command-without-setting',
    'may: [AcknowledgeDispatch',
    [' CompleteAppeal', ' CompleteAppeal, SignDraft'],
  ],
  [
    'cases given out inside a unit that the programme does not know',
    'command-without-setting',
    'may: [AcknowledgeDispatch',
    [' CompleteAppeal', ' CompleteAppeal, AssignInside'],
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
  [
    'facts checked by nobody known',
    'unknown-role',
    'contact:\n',
    ['contact:\n', 'checks: { facts: { clause: HD-7, by: duke, before: completed } }\ncontact:\n'],
  ],
  [
    'facts that somebody checks in no time at all',
    'check-without-clock',
    'contact:\n',
    ['contact:\n', `${FACTS}contact:\n`],
  ],
  [
    'a result that somebody checks in no time at all',
    'check-without-clock',
    'contact:\n',
    ['contact:\n', `${RESULT}contact:\n`],
  ],
  [
    "a check that only the unit's own clock times",
    'check-without-clock',
    'contact:\n',
    ['contact:\n', `${FACTS}contact:\n`],
    ['stops: [completed, ', 'stops: [facts-checked, completed, '],
  ],
  [
    'a clock of a check that nobody has to make',
    'clock-never-starts',
    'starts: [completed]',
    ['starts: [completed]', 'starts: [result-checked]'],
  ],
  [
    'a unit that sees who a protected enterprise is',
    'protected-from-units',
    'role: handler',
    [/(role: handler.*?may: \[)/, '$1ReadProtected, '],
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
  ['an act nobody may do', 'command-without-role', '- { role: clerk, clause: YC-5', [', CompleteAppeal', '']],
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
  ['a panel on nothing', 'panel-without-question', 'when: [unclear', [/when: \[unclear.*/, 'when: [red]']],
  ['a panel on no duty', 'panel-not-on-duty', 'when: [unclear', [/when: \[unclear.*/, 'when: [seat-asks]']],
  ['a chair below two thirds', 'chair-below-majority', 'voting: {', ['simple, within', 'two-thirds, within']],
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
  ['a role named like the enterprise', 'role-name-taken', '{ id: panel', ['id: panel,', 'id: enterprise,']],
  ['a caller who may not call', 'caller-may-not-call', 'by: followup', ['FollowUpAppeal, ', '']],
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
  ['a transfer into itself', 'transfer-to-itself', 'transfers:', ['transfers: []', TRANSFER]],
  ['a template of an unknown kind', 'unknown-kind', 'templates:', ['templates: []', TEMPLATE]],
])('%s', (_, code, place, ...edits) => refuses(edits, code, place));

test.each<[what: string, code: string, file: string, ...edits: Edit[]]>([
  [
    'a yellow card the unit is never told of',
    'card-without-notice',
    'messages.yaml',
    ['on: yellow\n    to: unit', 'on: yellow\n    to: clerk'],
  ],
  [
    'a platform that is to be told and no text tells it',
    'platform-not-told',
    'messages.yaml',
    ['on: opinion-given\n    to: clerk', 'on: objected\n    to: clerk'],
  ],
  [
    'a text on a time inside units that no step has',
    'notice-without-step',
    'messages.yaml',
    ['on: yellow\n    to: unit', 'on: inside-overdue\n    to: unit'],
  ],
  [
    'a time to rate that no message starts',
    'clock-never-starts',
    'pack.yaml',
    ['id: rating-reminder', 'id: please-rate'],
  ],
])('%s', (_, code, file, ...edits) => {
  expect(problems(edits, 'messages').map((one) => [one.code, one.file])).toContainEqual([code, file]);
});

test('what the fast track says of silence is no contradiction (CD 二-10)', () => {
  const edits: Edit[] = [
    ['unratedIs: unrated', 'unratedIs: satisfied'],
    ['onLapse: unrated', 'onLapse: satisfied'],
    ['unratedInDenominator: false', 'unratedInDenominator: true'],
  ];
  expect(problems(edits)).toEqual([]);
});

test('a platform that is not to be told and that a text tells all the same', () => {
  const found = problems([['platformIsTold: true', 'platformIsTold: false']]);
  expect(found.map(({ code, file }) => [code, file])).toEqual([['platform-told-anyway', 'messages.yaml']]);
});
