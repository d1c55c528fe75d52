// Whoever convenes a panel sees whom he may name, and reads a refusal with names and no codes (KB-5).
import { renderSentence } from '#contracts/render-sentence';
import { ask, gatewayWorld, headersOf } from '../test/world';
import { namesOf } from './adapters/in/http/names';

const world = gatewayWorld();
afterAll(() => world.gateway.stop?.());

test('the experts, where they are from and whether in office; no number of anybody', async () => {
  const url = '/api/v1/experts';
  const reply = await ask(world.gateway, { method: 'GET', url, headers: headersOf('clerk') });
  const fields = ['utilities'];
  expect(reply.json()).toEqual({
    experts: [
      {
        ...{ id: 'expert-1', name: '电专家', fields, unit: 'grid', organisation: '' },
        ...{ since: '', until: '2020-12-31', inOffice: false },
      },
      {
        ...{ id: 'expert-2', name: '法专家', fields, unit: '', organisation: '某律师事务所' },
        ...{ since: '', until: '', inOffice: true },
      },
    ],
  });
});

test('a refusal tells the expert and the units by their names', () => {
  const nameOf = namesOf(world.host.versions);
  const params = { expert: '电专家', units: 'grid, drc' };
  const named = Object.entries(params).map(([name, value]) => [name, nameOf(name, value) ?? value]);
  const { zh, en } = renderSentence('triage', 'EXPERT_CONCERNED', Object.fromEntries(named));
  expect(zh).toContain('“电专家”所在单位（供电公司、发展和改革委员会）承办、协办过本诉求或被其投诉');
  expect(en).toContain('"电专家"');
});
