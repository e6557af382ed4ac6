import { texts } from '../texts';

export const count = (n: number): string => n.toLocaleString('en-US');

/** 1230 分 → "12.30". */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '−' : '';
  const cents = Math.abs(fen);
  return `${sign}${count(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

export const signed = (n: number): string => (n < 0 ? `−${count(-n)}` : `+${count(n)}`);

/** "6688001234" → "6688 0012 34". */
export const grouped = (number: string): string => number.replace(/\s+/g, '').replace(/(.{4})(?=.)/g, '$1 ');

const two = (n: number) => String(n).padStart(2, '0');
const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** "今天 09:12", "昨天 18:30", "11月3日 12:00"; another year is told. */
export function moment(at: Date, now: Date): string {
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  const daysAgo = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (daysAgo === 0) return texts.time.today(time);
  if (daysAgo === 1) return texts.time.yesterday(time);
  const day = texts.time.day(at.getMonth() + 1, at.getDate());
  return at.getFullYear() === now.getFullYear() ? `${day} ${time}` : `${texts.time.year(at.getFullYear())}${day}`;
}

/** "2026-11-25" → "11月25日 星期三". */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${texts.time.day(month, date)} ${texts.time.weekday(new Date(Date.UTC(year, month - 1, date)).getUTCDay())}`;
}

/** The character on a seal: the first one that is a letter or a Han character. */
export const sealOf = (name: string): string => /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? '·';
