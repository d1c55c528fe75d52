import { type Places, regionOfAddress, regionOfDivision } from './domicile';

const places: Places = {
  regions: [
    { code: 'huqiu', name: '虎丘区（高新区）', division: '320505' },
    { code: 'wuzhong', name: '吴中区', division: '320506', alsoNamed: ['度假区'] },
    { code: 'kunshan', name: '昆山市', division: '320583' },
    { code: 'sip', name: '工业园区', division: '320594' },
  ],
  addressedAs: ['苏州市', '苏州'],
};

describe('住所地：region by the registered domicile (IN-4)', () => {
  test.each([
    ['江苏省苏州市虎丘区科技路1号', 'huqiu'],
    ['苏州高新区科技路1号', 'huqiu'],
    ['苏州市 吴中区 工业园区路8号', 'wuzhong'],
    ['江苏省苏州市昆山市高新区人民路2号', 'kunshan'],
    ['昆山市玉山镇', 'kunshan'],
    ['中国（江苏）自由贸易试验区苏州片区苏州工业园区星湖街', 'sip'],
    ['苏州市太湖度假区', 'wuzhong'],
    ['江苏省无锡市高新区新华路', undefined],
    ['南通市工业园区', undefined],
    ['人民路1号', undefined],
    ['', undefined],
  ])('%s lies in %s', (address, region) => {
    expect(regionOfAddress(address, places)).toBe(region);
  });
  test('other cities are not told apart where the profile does not say what ours is called', () => {
    expect(regionOfAddress('江苏省无锡市高新区新华路', { ...places, addressedAs: [] })).toBe('huqiu');
  });
  test('a division is one of ours or none', () => {
    expect(regionOfDivision('320583', places)).toBe('kunshan');
    expect(regionOfDivision('320500', places)).toBeUndefined();
  });
});
