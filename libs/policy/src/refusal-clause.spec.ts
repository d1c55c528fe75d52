// A refusal cites the clause of the pack that lays down what it rests on, whichever pack governs.
import { join } from 'node:path';
import { loadPack } from './pack-loader';
import { clauseOf } from './refusal-clause';
import type { AskedCommand } from './scopes';

const packOf = (name: string) => {
  const loaded = loadPack(join(__dirname, '../../../deploy/packs', name));
  if (!loaded.ok) throw new Error(name);
  return loaded.value;
};
const [yicheng, chaozhou] = [packOf('yicheng'), packOf('chaozhou')];
const steps = [{ id: 'sign', title: { zh: '签发', en: 'signature' }, by: 'unit-leader' as const }];
const chained = {
  ...yicheng,
  review: chaozhou.review,
  unitChain: { clause: '第七条', steps },
  checks: { result: { clause: '第九条', by: 'clerk' } },
};
const refused = (code: string, command: AskedCommand, params: Readonly<Record<string, string>> = {}) => {
  return { code, command, params };
};

test.each([
  ['what was objected to', refused('PING_PONG_STOPPED', 'DispatchAppeal'), yicheng.objection.clause],
  ['who may not', refused('ROLE_NOT_ALLOWED', 'AcknowledgeDispatch'), 'YC-6 承办单位'],
  [
    'which field a completion owes',
    refused('COMPLETION_FIELD_MISSING', 'CompleteAppeal', { type: 'solved', field: 'result' }),
    yicheng.completionTypes.find(({ id }) => id === 'solved')?.clause,
  ],
  ['the follow-up', refused('SAME_PERSON', 'FollowUpAppeal'), yicheng.followUp.clause],
  ['a text that is missing', refused('REASON_MISSING', 'ObjectToDispatch'), undefined],
])('%s', (_, refusal, clause) => {
  expect(clauseOf(yicheng, refusal)).toBe(clause);
});

test.each<[code: string, command: AskedCommand, clause: string | undefined]>([
  ['SAME_PERSON', 'SignDraft', '第七条'],
  ['SAME_PERSON', 'RecordResultCheck', '第九条'],
  ['SAME_PERSON', 'FollowUpAppeal', yicheng.followUp.clause],
  ['SAME_PERSON', 'GiveFindings', chaozhou.review?.clause],
  ['MUST_BE_SIGNED', 'CompleteAppeal', '第七条'],
  ['WRONG_POST', 'SignDraft', '第七条'],
  ['NOT_IN_HAND_OF', 'CompleteAppeal', '第七条'],
  ['NO_DRAFT', 'SignDraft', '第七条'],
  ['POST_VACANT', 'SignDraft', '第七条'],
  ['DRAFT_PENDING', 'AssignInside', '第七条'],
  ['DRAFT_NOT_AT_HAND', 'SignDraft', '第七条'],
  ['QUESTION_NOT_FORESEEN', 'ConvenePanel', yicheng.panel?.clause],
  ['EXPERT_CONCERNED', 'CastVote', yicheng.panel?.clause],
  ['SESSION_PENDING', 'ConvenePanel', yicheng.panel?.clause],
  ['SESSION_PENDING', 'ConveneMeeting', yicheng.jointMeeting?.clause],
  ['OPTION_UNKNOWN', 'CastVote', yicheng.panel?.clause],
  ['PANEL_PENDING', 'CloseAppeal', yicheng.panel?.clause],
  ['MEMBERS_TOO_FEW', 'ConvenePanel', yicheng.panel?.voting.clause],
  ['DATE_TOO_LATE', 'ConvenePanel', yicheng.panel?.voting.clause],
  ['DATE_TOO_LATE', 'ConveneMeeting', yicheng.jointMeeting?.clause],
  ['ALREADY_VOTED', 'CastVote', yicheng.panel?.voting.clause],
  ['NOT_INVITED', 'RecordMeeting', yicheng.jointMeeting?.clause],
])('%s on %s cites the article of its own part', (code, command, clause) => {
  expect(clause).toBeDefined();
  expect(clauseOf(chained, refused(code, command))).toBe(clause);
  expect(clauseOf({ ...chaozhou, panel: undefined }, refused('MEMBERS_TOO_FEW', 'ConvenePanel'))).toBe(
    undefined,
  );
});

test('another programme has other clauses', () => {
  const refusal = refused('OBJECTION_PENDING', 'RecallDispatch');
  expect(clauseOf(chaozhou, refusal)).toBe(chaozhou.objection.clause);
  expect(clauseOf(chaozhou, refusal)).not.toBe(clauseOf(yicheng, refusal));
  expect(clauseOf(chaozhou, refused('ROLE_NOT_ALLOWED', 'RecallDispatch'))).toBe(
    'RT-1 签收前可撤回；CR 二-6；CR 三-2 协调解决重大问题',
  );
});
