import { checkCharacter } from '#policy/credit-code';
import { readHeading } from './register-heading';
import { masked, readRegisterRow, type RegisterCells } from './register-row';

const places = {
  regions: [
    { code: 'taicang', name: '太仓市', division: '320585' },
    { code: 'wuzhong', name: '吴中区', division: '320506' },
  ],
  addressedAs: ['苏州市'],
};
const body = '91320585XNMLW3NY0';
const GOOD: RegisterCells = {
  uscc: body + checkCharacter(body),
  name: '太仓市奕辉新能源充换电有限公司',
  status: '存续（在营、开业、在册）',
  domicile: '江苏省苏州市吴中区东吴北路1号',
};
const read = (over: RegisterCells = {}) => readRegisterRow({ ...GOOD, ...over }, places);
const wrong = (over: RegisterCells) => {
  const result = read(over);
  return result.ok ? [] : result.problems.map(({ field, code, params }) => [field, code, params]);
};

describe('法人库：a row of a file (IN-4)', () => {
  test('region follows the domicile, though the code names another division', () => {
    expect(read()).toMatchObject({ ok: true, enterprise: { region: 'wuzhong', status: 'active' } });
  });
  test.each([
    [{ region: 'taicang', division: '320506' }, 'taicang'],
    [{ division: '320585' }, 'taicang'],
    [{ division: '320500' }, 'wuzhong'],
    [{ domicile: '人民路1号' }, ''],
    [{ domicile: '江苏省无锡市吴中区路口' }, ''],
  ])('%j has region "%s"', (over, region) => {
    expect(read(over)).toMatchObject({ ok: true, enterprise: { region } });
  });
  test.each([
    ['存续', 'active'],
    ['在业', 'active'],
    ['正常', 'active'],
    ['列入经营异常名录', 'abnormal'],
    ['移出经营异常名录', undefined],
    ['经营异常', 'abnormal'],
    ['吊销，未注销', 'revoked'],
    ['吊销,已注销', 'cancelled'],
    ['吊销', 'revoked'],
    ['注销', 'cancelled'],
    ['迁出', 'moved'],
    ['', undefined],
    ['13800', undefined],
  ])('status %s is %s', (status, state) => {
    const result = read({ status });
    expect(result.ok ? result.enterprise.status : undefined).toBe(state);
  });
  test('former names and tags are lists', () => {
    const result = read({ formerNames: '甲公司；乙公司；甲公司', tags: 'sme、high-tech' });
    expect(result).toMatchObject({
      enterprise: { formerNames: ['甲公司', '乙公司'], tags: ['sme', 'high-tech'] },
    });
  });
  test.each<[RegisterCells, readonly unknown[]]>([
    [{ uscc: '' }, ['统一社会信用代码', 'FIELD_MISSING', { field: '统一社会信用代码' }]],
    [{ uscc: `${body}9` }, ['统一社会信用代码', 'USCC_CHECK_DIGIT', {}]],
    [{ uscc: '9132' }, ['统一社会信用代码', 'USCC_LENGTH', { length: '4' }]],
    [{ name: ' ' }, ['企业名称', 'FIELD_MISSING', { field: '企业名称' }]],
    [{ name: '长'.repeat(201) }, ['企业名称', 'TEXT_TOO_LONG', { max: '200', length: '201' }]],
    [{ status: '张三19900001234' }, ['登记状态', 'STATUS_UNKNOWN', { value: '张三…(13)' }]],
    [{ division: '3205' }, ['行政区划代码', 'DIVISION_WRONG', { value: '32…(4)' }]],
    [{ region: 'nowhere' }, ['区域代码', 'REGION_UNKNOWN', { value: 'no…(7)' }]],
    [{ industry: '农业' }, ['行业代码', 'INDUSTRY_UNKNOWN', { value: '…' }]],
    [{ tags: 'sme;rich' }, ['标签', 'TAG_UNKNOWN', { value: 'ri…(4)' }]],
  ])('%j is told by field, its value masked', (over, problem) => {
    expect(wrong(over)).toEqual([problem]);
  });
  test('everything wrong is told at once, and the code is kept where it is right', () => {
    expect(wrong({ uscc: '1', name: '', status: '?' })).toHaveLength(3);
    expect(read({ name: '' })).toMatchObject({ ok: false, uscc: GOOD.uscc });
    expect(read({ uscc: `${body}9` })).toMatchObject({ ok: false, uscc: '' });
  });
  test('a mask never shows more than two characters', () => {
    expect(['a', 'ab', 'abc', '19900001234'].map(masked)).toEqual(['…', '…', 'ab…(3)', '19…(11)']);
  });
});

describe('法人库：the heading of a file', () => {
  test('is known by the words of registration authorities; columns of persons are passed over', () => {
    expect(
      readHeading(['统一社会信用代码', '企业名称', '登记状态', '住所（经营场所）', '法定代表人', '联系电话']),
    ).toEqual({
      ok: true,
      passedOver: ['法定代表人', '联系电话'],
    });
  });
  test('lacks what must be there, or has it twice', () => {
    expect(readHeading(['uscc', 'name'])).toMatchObject({ code: 'HEADING_MISSING', heading: '登记状态' });
    expect(readHeading(['uscc', 'name', '名称', 'status'])).toMatchObject({ code: 'HEADING_TWICE' });
  });
});
