// What follows from the state of a registration and from a former name (IN-4).
import { YIHUI } from '../../test/scenario';
import { sameName } from './enterprise-name';
import { findIdentity } from './register-finding';

const claim = { uscc: YIHUI.uscc, name: YIHUI.name, topic: '', tags: [] };
const setting = { regionPrefixes: ['3205'], places: ['太仓市'], nameDiffers: 'review' as const };
const find = (over: object, name = YIHUI.name) =>
  findIdentity({ ...claim, name }, { ...YIHUI, ...over }, [], setting);

describe('登记状态：what follows from each', () => {
  test.each([
    ['active', { found: 'registered' }],
    ['abnormal', { found: 'registered' }],
    ['revoked', { found: 'registered' }],
    ['cancelled', { found: 'doubt', reason: 'cancelled', candidates: [YIHUI.uscc] }],
    ['moved', { found: 'elsewhere', words: ['迁出'] }],
  ])('%s', (status, finding) => {
    expect(find({ status })).toMatchObject(finding);
  });
  test('a name in doubt is told before the state', () => {
    expect(find({ status: 'cancelled' }, '苏州完全无关贸易有限公司')).toMatchObject({
      reason: 'name-differs',
    });
  });
});

describe('名称：renamed, and written otherwise', () => {
  test('who writes the former name is who it is now; that the name differs stands in the event', () => {
    const formerNames = ['太仓市旧日（能源）有限公司'];
    expect(find({ formerNames }, '太仓市旧日(能源)有限公司')).toMatchObject({
      found: 'registered',
      nameDiffers: true,
    });
    expect(find({}, '太仓市旧日(能源)有限公司')).toMatchObject({ found: 'doubt' });
  });
  test.each([
    ['太仓市奕辉（新能源）有限公司', '太仓市奕辉(新能源) 有限公司', true],
    ['ＡＢＣ贸易有限公司', 'ABC贸易有限公司', true],
    ['奕辉有限责任公司', '奕辉有限公司', true],
    ['奕辉股份有限公司', '奕辉有限公司', false],
    ['奕辉有限责任公司太仓分公司', '奕辉有限公司太仓分公司', false],
    ['苏州奕辉有限公司', '太仓奕辉有限公司', false],
  ])('%s and %s: the same? %s', (left, right, same) => {
    expect(sameName(left, right)).toBe(same);
  });
});
