// What the route table says is what the OpenAPI document says, row by row; who may come in is in rights.spec.
import { ask, gatewayWorld, packOf } from '../test/world';
import { openApiDocument } from './adapters/in/http/openapi';

const world = gatewayWorld();
const { gateway, rows } = world;
afterAll(() => gateway.stop?.());

it('a token nobody knows is told so', async () => {
  const headers = { authorization: 'Bearer of-nobody-at-all-0123456789' };
  const reply = await ask(gateway, { method: 'GET', url: '/api/v1/cases', headers });
  expect([reply.statusCode, reply.json().code]).toEqual([401, 'TOKEN_WRONG']);
  expect(reply.headers['www-authenticate']).toBe('Bearer');
});

describe('the OpenAPI document', () => {
  it('holds exactly the table', async () => {
    const reply = await ask(gateway, { method: 'GET', url: '/api/openapi.json' });
    const { openapi, paths } = reply.json();
    const told = Object.entries(paths as Record<string, Record<string, { operationId: string }>>);
    const operations = told.flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => [method.toUpperCase(), path, one.operationId]),
    );
    const key = ([method, path]: readonly unknown[]) => `${String(path)} ${String(method)}`;
    const inOrder = (list: readonly (readonly unknown[])[]) =>
      [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(openapi).toBe('3.1.0');
    expect(inOrder(operations)).toEqual(inOrder(rows.map((row) => [row.method, row.path, row.id])));
  });

  it('says of every row what goes in, what comes out and how it is refused', () => {
    const document = openApiDocument(rows, [packOf('yicheng')]) as {
      paths: Record<string, Record<string, Record<string, unknown>>>;
    };
    for (const row of rows) {
      const operation = document.paths[row.path]?.[row.method.toLowerCase()] as {
        requestBody?: object;
        parameters: { name: string; in: string; required: boolean }[];
        responses: Record<string, object>;
      };
      expect(operation.requestBody !== undefined).toBe(
        row.body !== undefined || (row.raw && row.method === 'POST'),
      );
      const places = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(places);
      expect(operation.parameters.filter((one) => one.in === 'path').every((one) => one.required)).toBe(true);
      const statuses = row.stream ? ['200'] : Object.keys(row.replies);
      expect(Object.keys(operation.responses).sort()).toEqual([...statuses, 'default'].sort());
    }
  });

  it('names no operation twice', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
});
