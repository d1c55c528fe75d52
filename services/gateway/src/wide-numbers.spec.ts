// Numbers within a case travel in 32 bits. A wider one is wrong input, told by its field, and no failure of
// the service behind, which a caller would repeat. Sizes of files are wider.
import { requestOf } from '../test/requests';
import { gatewayWorld } from '../test/world';
import { readShape } from './adapters/in/http/read-input';

const { gateway, rows } = gatewayWorld();
afterAll(() => gateway.stop?.());

const numbers = rows.flatMap((row) => {
  const payload: object = requestOf(row).payload ?? {};
  return Object.entries(payload).flatMap(([field, value]) =>
    typeof value === 'number' && field !== 'bytes' ? [{ id: row.id, field, row, payload }] : [],
  );
});

it.each(numbers)('$id: $field is no wider than the wire', ({ field, row, payload }) => {
  const refused = (value: number) => readShape(row.body, { ...payload, [field]: value });
  expect(refused(2 ** 31 - 1)).toMatchObject({ ok: true });
  for (const value of [2 ** 31, 2 ** 53, 0, -1])
    expect(refused(value)).toMatchObject({ ok: false, fields: [{ code: 'OUT_OF_RANGE', field }] });
});

it('every family of acts is among them', () => {
  const fields = [...new Set(numbers.map(({ field }) => field))].sort();
  expect(fields).toEqual([
    ...['checkNo', 'contestNo', 'dispatchNo', 'draftNo', 'orderNo', 'requestNo', 'sessionNo'],
    'transferNo',
  ]);
});
