// 查阅留痕 (HD-8): nobody reads what was provided without an entry in the log, and not everybody may read.
import { DATA_GIVEN, READ, aboutData } from '../../test/data-requests';
import { PEOPLE } from '../../test/scenario';

const { taxHandler, waterHandler, clerk } = PEOPLE;
const { asked, provided } = DATA_GIVEN;
const supervisor = { role: 'supervisor', id: 'xu' };
const over = [...provided, [9, { type: 'AppealClosed' }]] as const;

it('the side that asked opens it, as often as it says what for, each time on record', () => {
  const once = aboutData(provided, taxHandler, READ, 4);
  expect(once.events).toEqual([
    { type: 'DataRead', requestNo: 1, unit: 'tax', role: 'handler', by: 'li', purpose: '起草答复' },
  ]);
  expect(aboutData(once.past, taxHandler, READ, 5).told).toBe('DataRead');
});

it('a role the pack names opens it too, also after the end; its unit is none', () => {
  expect(aboutData(provided, supervisor, READ, 4).events).toMatchObject([{ unit: '', role: 'supervisor' }]);
  expect(aboutData(over, supervisor, READ, 10).told).toBe('DataRead');
});

it.each([
  ['the unit that provided it', provided, waterHandler, READ, 'NOT_YOUR_REQUEST'],
  ['another unit', provided, { ...taxHandler, unit: 'market' }, READ, 'NOT_YOUR_REQUEST'],
  ['the desk, which did not ask', provided, clerk, READ, 'NOT_YOUR_REQUEST'],
  ['a role without any right to data', provided, PEOPLE.followup, READ, 'ROLE_NOT_ALLOWED'],
  ['without saying what for', provided, taxHandler, { ...READ, purpose: ' ' }, 'REASON_MISSING'],
  ['what nobody has provided', asked, taxHandler, READ, 'NOT_PROVIDED'],
  ['what nobody asked for', provided, taxHandler, { ...READ, requestNo: 2 }, 'REQUEST_UNKNOWN'],
  ['words that are not at hand', provided, taxHandler, { ...READ, atHand: false }, 'DATA_NOT_AT_HAND'],
  ['after the end of the case', over, taxHandler, READ, 'CLOSED'],
] as const)('%s: refused, and nothing is written', (_, past, actor, command, code) => {
  expect(aboutData(past, actor, command, 10)).toMatchObject({ told: code, events: [] });
});
