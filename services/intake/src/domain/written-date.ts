// A date as offices write it into a table 诉求时间 (SZ 附3): as a day of the spreadsheet program, or as text in
// one of the usual ways. A day that does not exist, and one without its year, is no date; nothing is guessed.
import { isCivilDay, startOfDay } from '#working-calendar/civil-day';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
/** 1 January 1970 counted in days as spreadsheet programs count them. */
const EPOCH_DAY = 25_569;
/** Days between the two beginnings spreadsheet programs count from (ECMA-376 18.17.4). */
const BETWEEN_1900_AND_1904 = 1462;
/** Whole numbers from here on are a year, month and day in eight digits, not days since 1900. */
const EIGHT_DIGITS_FROM = 19_000_101;

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})/;
const TIME = /^[T ]*(?:([01]?\d|2[0-3])[:时]([0-5]\d)(?:[:分]([0-5]\d)(?:\.\d+)?秒?|分?))?$/;

/** The instant (epoch ms, Asia/Shanghai; midnight where no time is written); undefined for no date. */
export function readWrittenDate(cell: string | number, since1904: boolean): number | undefined {
  if (typeof cell === 'string') return ofText(cell.normalize('NFKC').trim());
  if (cell >= EIGHT_DIGITS_FROM) return Number.isInteger(cell) ? ofText(String(cell)) : undefined;
  if (cell < 1) return undefined;
  const days = since1904 ? cell + BETWEEN_1900_AND_1904 : cell;
  const seconds = Math.round((days - EPOCH_DAY) * (DAY_MS / 1000));
  return seconds * 1000 - SHANGHAI_MS;
}

function ofText(text: string): number | undefined {
  const [whole, year = '', month = '', day = ''] = DAY.exec(text) ?? COMPACT.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const civil = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [time, hours = '0', minutes = '0', seconds = '0'] = TIME.exec(text.slice(whole.length)) ?? [];
  if (time === undefined || !isCivilDay(civil)) return undefined;
  return startOfDay(civil) + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
