import { memoryTable } from '#testkit/memory-table';
import { YIHUI } from '../../../test/scenario';
import { type FormerNameRow, type RegisterRow, tableRegister } from './table-register';

const over = (table = memoryTable<RegisterRow>(), former = memoryTable<FormerNameRow>()) =>
  tableRegister(table, former);

const other = { ...YIHUI, uscc: '91320508XN39TNFC22', name: '太仓市奕辉新能源(充换电)有限公司' };

describe('法人库：the register as rows', () => {
  test('found by code, and by name without brackets and blanks', async () => {
    const register = over();
    await register.fill([YIHUI, other], 'a');
    expect(await register.byCode(YIHUI.uscc)).toEqual(YIHUI);
    expect(await register.byName(' 太仓市奕辉新能源充换电有限公司')).toEqual([YIHUI, other]);
    expect(await register.byCode('91330400XNAE07KCX6')).toBeUndefined();
  });
  test('who left the register no longer counts, and who comes back does', async () => {
    const table = memoryTable<RegisterRow>();
    await over(table).fill([YIHUI, other], 'a');
    await over(table).fill([YIHUI], 'b');
    expect(await over(table).byCode(other.uscc)).toBeUndefined();
    expect(await over(table).byName(YIHUI.name)).toEqual([YIHUI]);
    await over(table).fill([YIHUI, other], 'c');
    expect(await over(table).byCode(other.uscc)).toEqual(other);
  });
  test('a fill that was cut short is finished by the next start', async () => {
    const table = memoryTable<RegisterRow>();
    await over(table).fill([YIHUI, other], 'a');
    await table.put([{ ...YIHUI, id: YIHUI.uscc, nameKey: 'k', edition: 'b', gone: false }]);
    await over(table).fill([YIHUI], 'b');
    expect(await over(table).byCode(other.uscc)).toBeUndefined();
  });
  test('many questions at once ask once, and a failure is asked again', async () => {
    const table = memoryTable<RegisterRow>();
    let asked = 0;
    const failing = {
      ...table,
      get: async (ids: readonly string[]) => {
        asked += 1;
        if (asked === 1) throw new Error('away');
        return table.get(ids);
      },
    };
    const register = over(failing);
    await over(table).fill([YIHUI], 'a');
    await expect(register.byCode(YIHUI.uscc)).rejects.toThrow('away');
    await Promise.all(Array.from({ length: 50 }, () => register.byCode(YIHUI.uscc)));
    expect(asked).toBe(2);
  });
  test('found by the name it bore before, while it is called otherwise now', async () => {
    const renamed = { ...YIHUI, formerNames: ['太仓奕辉充电（站）有限公司'] };
    const register = over();
    await register.take([renamed], 'a');
    expect(await register.byName('太仓奕辉充电(站)有限公司')).toEqual([renamed]);
    await register.take([YIHUI], 'b');
    expect(await register.byName('太仓奕辉充电(站)有限公司')).toEqual([]);
  });
  test('what was found before is asked again once rows changed', async () => {
    const register = over();
    expect(await register.byCode(YIHUI.uscc)).toBeUndefined();
    await register.take([YIHUI], 'a');
    expect(await register.byCode(YIHUI.uscc)).toEqual(YIHUI);
  });
});
