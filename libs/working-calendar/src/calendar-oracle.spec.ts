// Equality with an independent library over every day both know. Asked through its functions, chinese-days
// reads its own table through the machine's zone and is wrong west of UTC; its published table is plain text
// per day and is not, so the table is the oracle and the rule "weekday, unless the table says otherwise" is
// spelt out here.
import table from 'chinese-days/dist/chinese-days.json';
import { addDays, type CivilDay, dayOfWeek } from './civil-day';
import { projectCalendars } from './test-calendars';

const { current } = projectCalendars();
const off: Readonly<Record<CivilDay, string>> = table.holidays;
const worked: Readonly<Record<CivilDay, string>> = table.workdays;

function oracleWorks(day: CivilDay): boolean {
  const weekend = dayOfWeek(day) === 0 || dayOfWeek(day) === 6;
  return worked[day] !== undefined || (!weekend && off[day] === undefined);
}

test('every day 2010–2026 is worked or free as the independent library says', () => {
  const differing: CivilDay[] = [];
  let compared = 0;
  for (let day = '2010-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    compared += 1;
    if (current.isWorkingDay(day) !== oracleWorks(day)) differing.push(day);
  }
  expect(compared).toBe(6209);
  expect(differing).toEqual([]);
});

test('the library goes on after our horizon, where we answer but call it provisional', () => {
  expect(current.horizon).toBe('2026-12-31');
  expect(oracleWorks('2027-01-01')).toBe(true);
  expect(current.dayKind('2027-01-01')).toEqual({ working: true, kind: 'weekday', provisional: true });
});
