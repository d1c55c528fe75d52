// A list filtered by a code that nobody knows says so.
import { ask, gatewayWorld, headersOf } from '../test/world';

const { gateway, questions } = gatewayWorld();
afterAll(() => gateway.stop?.());
const list = (query: string) =>
  ask(gateway, { method: 'GET', url: `/api/v1/${query}`, headers: headersOf('clerk') });

describe('a filter', () => {
  it.each([
    ['cases?unit=nowhere', 'unit'],
    ['cases?topic=weather', 'topic'],
    ['cases?region=atlantis', 'region'],
    ['cases?channel=pigeon', 'channel'],
    ['cards?unit=nowhere', 'unit'],
  ])('%s names the code nobody knows', async (query, field) => {
    const before = questions.length;
    const reply = await list(query);
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'INPUT_INVALID']);
    expect(reply.json().errors).toMatchObject([{ code: 'CODE_UNKNOWN', field }]);
    expect(reply.json().errors[0].messages.zh).toContain(query.split('=')[1]);
    expect(questions).toHaveLength(before);
  });

  it('of known codes is asked', async () => {
    const reply = await list('cases?unit=grid&topic=utilities&region=taicang&channel=web');
    expect(reply.statusCode).toBe(200);
  });
});
