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

test('another programme has other clauses', () => {
  const refusal = refused('OBJECTION_PENDING', 'RecallDispatch');
  expect(clauseOf(chaozhou, refusal)).toBe(chaozhou.objection.clause);
  expect(clauseOf(chaozhou, refusal)).not.toBe(clauseOf(yicheng, refusal));
  expect(clauseOf(chaozhou, refused('ROLE_NOT_ALLOWED', 'RecallDispatch'))).toBe(
    'RT-1 签收前可撤回；CR 二-6；CR 三-2 协调解决重大问题',
  );
});
