import type { TimelineRow } from './timeline';
import { toldCourse } from './told-course';

const row = (at: number, text: string): TimelineRow => ({
  ...{ id: `e/${at}`, appealId: 'a', at, type: 'MaterialAdded', by: '', unit: '' },
  ...{ fields: { text, attachments: '1' }, internal: false, shown: ['text', 'attachments'] },
});
/** Longest text there is: 5000 characters of four bytes. */
const LONGEST = '𠀀'.repeat(5000);

describe('a long course', () => {
  it('is told as it is while it is short', () => {
    const rows = [row(1, '补充照片'), row(2, LONGEST)];
    expect(toldCourse(rows)).toEqual(rows);
  });

  it('is told whole in its latest entries and in short before, every entry once and in order', () => {
    const rows = Array.from({ length: 300 }, (_, at) => row(at, LONGEST));
    const told = toldCourse(rows);
    expect(told.map(({ at }) => at)).toEqual(rows.map(({ at }) => at));
    expect(told.at(-1)).toEqual(rows.at(-1));
    expect(told[0]?.fields).toEqual({ text: `${'𠀀'.repeat(60)}…`, attachments: '1' });
  });

  it('fits into one answer, however many entries of whatever length', () => {
    const rows = Array.from({ length: 2000 }, (_, at) => row(at, LONGEST));
    expect(Buffer.byteLength(JSON.stringify(toldCourse(rows)))).toBeLessThan(3 * 1024 * 1024);
  });
});
