import { texts } from '../texts';

export const count = (n: number): string => n.toLocaleString('en-US');

/** 1230 分 → "12.30". */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '−' : '';
  const cents = Math.abs(fen);
  return `${sign}${count(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

export const signed = (n: number): string => (n < 0 ? `−${count(-n)}` : `+${count(n)}`);

/** "6688001234567890" → "6688 0012 3456 7890"; what is no number is left alone. */
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

export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${texts.time.year(year!)}${texts.time.day(month!, date!)}`;
}

/** The character on the shop's seal: the first one that is a letter or a Han character. */
export const sealOf = (name: string): string => /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? '';

export const INKS = 6;

/** Every shop gets one of the card's ink colours, always the same one. */
export function inkOf(merchantId: string): number {
  let sum = 0;
  for (const c of merchantId) sum = (sum * 31 + c.charCodeAt(0)) % 9973;
  return sum % INKS;
}
