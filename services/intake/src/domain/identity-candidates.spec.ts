import { YIHUI } from '../../test/scenario';
import { rankCandidates } from './identity-candidates';

const claim = { uscc: YIHUI.uscc, name: YIHUI.name };
const row = (uscc: string, over: object = {}) => ({ ...YIHUI, uscc, ...over });
const ranked = (rows: readonly (typeof YIHUI)[], of = claim) =>
  rankCandidates(of, rows, ['太仓市']).map(({ enterprise, why }) => [enterprise.uscc, ...why]);

describe('身份核验：whom an appeal may be of (IN-4)', () => {
  test('code before name, present before former name, alike before unlike', () => {
    const rows = [
      row('E', { name: '苏州甲贸易有限公司' }),
      row('D', { name: '太仓市奕辉新能源充电有限公司' }),
      row('C', { name: '太仓市光合换电有限公司', formerNames: [YIHUI.name] }),
      row('B'),
      row(YIHUI.uscc, { name: '苏州乙贸易有限公司' }),
    ];
    expect(ranked(rows)).toEqual([
      [YIHUI.uscc, 'same-code', 'name-unlike'],
      ['B', 'same-name'],
      ['C', 'former-name'],
      ['D', 'name-alike'],
      ['E', 'name-unlike'],
    ]);
  });
  test('of two with the name the one that still is comes first', () => {
    expect(ranked([row('A', { status: 'cancelled' }), row('B')]).map(([uscc]) => uscc)).toEqual(['B', 'A']);
  });
  test('each once; without a name there is only the code to go by', () => {
    expect(ranked([row('B'), row('B')])).toHaveLength(1);
    expect(ranked([YIHUI], { ...claim, name: '' })).toEqual([[YIHUI.uscc, 'same-code']]);
  });
});
