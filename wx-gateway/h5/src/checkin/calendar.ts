/** Days are "2026-11-22" and months "2026-11", as the server writes them: no clock and no time zone in here. */
export type Day = string;
export type Month = string;

const two = (n: number) => String(n).padStart(2, '0');
const partsOf = (month: Month): [number, number] => {
  const [year, number] = month.split('-').map(Number);
  return [year!, number!];
};

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const dayOfMonth = (day: Day): number => Number(day.slice(8, 10));

export function addMonths(month: Month, n: number): Month {
  const [year, number] = partsOf(month);
  const months = year * 12 + (number - 1) + n;
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`;
}

export function daysIn(month: Month): Day[] {
  const [year, number] = partsOf(month);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: last }, (_, i) => `${month}-${two(i + 1)}`);
}

/** How many empty cells stand before the first day in a week that begins on Monday. */
export function leadingBlanks(month: Month): number {
  const [year, number] = partsOf(month);
  return (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
}

export function weekday(day: Day): number {
  const [year, month, date] = day.split('-').map(Number);
  return (new Date(Date.UTC(year!, month! - 1, date!)).getUTCDay() + 6) % 7;
}

export interface Cell {
  day: Day;
  number: number;
  state: 'done' | 'made-up' | 'missed' | 'today' | 'ahead' | 'before';
  /** Whether the streak runs on to the neighbouring cell of the same row. */
  joinsLeft: boolean;
  joinsRight: boolean;
}

export interface Marks {
  days: Day[];
  madeUp: Day[];
  today: Day;
  /** The first day on which a check-in was possible at all. */
  since: Day;
}

export function cells(month: Month, marks: Marks): Cell[] {
  const done = new Set([...marks.days, ...marks.madeUp]);
  const madeUp = new Set(marks.madeUp);
  const days = daysIn(month);
  const state = (day: Day): Cell['state'] => {
    if (madeUp.has(day)) return 'made-up';
    if (done.has(day)) return 'done';
    if (day === marks.today) return 'today';
    if (day > marks.today) return 'ahead';
    return day < marks.since ? 'before' : 'missed';
  };
  return days.map((day, i) => ({
    day,
    number: i + 1,
    state: state(day),
    joinsLeft: done.has(day) && weekday(day) > 0 && i > 0 && done.has(days[i - 1]!),
    joinsRight: done.has(day) && weekday(day) < 6 && i + 1 < days.length && done.has(days[i + 1]!),
  }));
}

const LUNAR_MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function lunarDay(day: number): string {
  if (day <= 10) return `初${DIGITS[day]}`;
  if (day < 20) return `十${DIGITS[day - 10]}`;
  if (day === 20) return '二十';
  return day === 30 ? '三十' : `廿${DIGITS[day - 20]}`;
}

/** 29 February counts: a date that comes back each year has no year of its own. */
export const daysInYearlyMonth = (month: number, lunar: boolean): number =>
  lunar ? 30 : new Date(Date.UTC(2024, month, 0)).getUTCDate();

export const monthName = (month: number, lunar: boolean): string =>
  lunar ? `${LUNAR_MONTHS[month - 1]}月` : `${month}月`;

export const dayName = (day: number, lunar: boolean): string => (lunar ? lunarDay(day) : `${day}日`);
