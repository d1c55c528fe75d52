// Sentences of refusals speak of boxes and types by the names people see, not by codes.
import { renderSentence } from '#contracts/render-sentence';
import { gatewayWorld } from '../test/world';
import { namesOf } from './adapters/in/http/names';

const nameOf = namesOf(gatewayWorld().host.versions);

/** The sentence of a refusal of casework with its values named. */
function said(code: string, params: Readonly<Record<string, string>>): string {
  const named = Object.entries(params).map(([name, value]) => [name, nameOf(name, value) ?? value]);
  return renderSentence('casework', code, Object.fromEntries(named)).zh;
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

test('a word nobody named stays as it is', () => {
  expect(nameOf('type', 'toString')).toBeUndefined();
  expect(nameOf('field', 'toString')).toBeUndefined();
  expect(nameOf('units', 'elsewhere')?.zh).toBe('elsewhere');
});
