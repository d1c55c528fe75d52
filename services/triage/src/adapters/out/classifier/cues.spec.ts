import { findCues } from './cues';

const names = (text: string) => [...findCues(text).keys()];

describe('signs in a text', () => {
  it.each([
    ['我公司与对方的合同纠纷已由法院立案，等待开庭', 'case-pending'],
    ['律师说可以去法院告，我们还没告', 'case-not-yet'],
    ['仲裁裁下来不公平', 'case-ruled'],
    ['我老公闹离婚，想问股权怎么分', 'family'],
    ['此事与公司无关', 'not-the-company'],
    ['我公司注册在无锡', 'elsewhere'],
    ['消防和住建互为前置，来回推', 'each-waits'],
    ['到底归谁管', 'who-is-competent'],
    ['请市级牵头召开专题会', 'city-must-lead'],
    ['今天上午突然停电，整条线停产', 'stoppage'],
  ])('%s', (text, sign) => expect(names(text)).toContain(sign));

  it('takes an employee dormitory for no private matter', () => {
    const found = names('企业租用的员工集体宿舍外墙脱落，请住建牵头鉴定');
    expect(found).not.toContain('home');
    expect(found).not.toContain('private-person');
  });

  it('reads half-width punctuation as full-width', () => {
    expect(names('案子在法院,立案,等开庭')).toEqual(names('案子在法院，立案，等开庭'));
  });
});
