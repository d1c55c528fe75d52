// Sentences of refusals speak of boxes and types by the names people see, not by codes.
import { renderSentence } from '#contracts/render-sentence';
import { gatewayWorld } from '../test/world';
import { namesOf } from './adapters/in/http/names';

const nameOf = namesOf(gatewayWorld().host.versions);

/** The sentence of a refusal with its values named. */
function said(code: string, params: Readonly<Record<string, string>>, service = 'casework'): string {
  const named = Object.entries(params).map(([name, value]) => [name, nameOf(name, value) ?? value]);
  return renderSentence(service, code, Object.fromEntries(named)).zh;
}

test('what a completion lacks is named as on the form', () => {
  const lacking = (field: string) => said('COMPLETION_FIELD_MISSING', { type: 'agreed-plan', field });
  expect(lacking('plannedOn')).toBe('办结类型“服务确认”须填写“计划办结日期”。');
  expect(lacking('result')).toBe('办结类型“服务确认”须填写“答复”。');
});

test('units that still owe something are named, and so is the ground of an end', () => {
  expect(said('CONTRIBUTION_MISSING', { units: 'grid, drc' })).toContain('供电公司、发展和改革委员会');
  expect(said('CONTRIBUTION_MISSING', { units: 'old-grid' })).toContain('供电局');
  expect(said('CLOSED', { why: 'unrated' })).toContain('已结案（到期未评价）');
});

test('levels of supervision and who takes them are named as in the pack', () => {
  const ladder = (code: string, params: Readonly<Record<string, string>>) =>
    said(code, params, 'supervision');
  expect(ladder('LOWER_STEP_FIRST', { below: 'platform', level: 'leader' })).toBe(
    '须先由下一级（平台督办）督办并提请，才可由“领导督办”督办。',
  );
  expect(ladder('STEP_NOT_YOURS', { level: 'leader', role: 'leader' })).toMatch(
    /^“领导督办”由“[\u4e00-\u9fff]+”督办。$/,
  );
});

test('a session that is not the open one is told by the number of that which is', () => {
  expect(said('STALE_SESSION', { current: '2' }, 'triage')).toBe('现在进行的是第2次会商，请填写这一序号。');
  expect(renderSentence('triage', 'STALE_SESSION', { current: '2' }).en).not.toMatch(/ended/);
});

test('whoever had a hand in it is not told of a follow-up he was not making', () => {
  expect(said('SAME_PERSON', {})).toMatch(/^(?!.*回访).*经手人以外/);
  expect(renderSentence('casework', 'SAME_PERSON', {}).en).not.toMatch(/follow/);
});

test('a word nobody named stays as it is', () => {
  expect(nameOf('type', 'toString')).toBeUndefined();
  expect(nameOf('field', 'toString')).toBeUndefined();
  expect(nameOf('units', 'elsewhere')?.zh).toBe('elsewhere');
});
