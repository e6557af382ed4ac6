import type { Definition, Grain, Period, Report } from './reportDesk';

/** What is drawn together: the first number is also told in large figures. */
export interface Group {
  key: string;
  figures: string[];
  kind: 'bar' | 'line';
}

export const GROUPS: Group[] = [
  { key: 'takings', figures: ['member-takings-fen', 'takings-fen'], kind: 'bar' },
  { key: 'people', figures: ['buyers', 'returning'], kind: 'bar' },
  { key: 'joined', figures: ['joined', 'check-ins'], kind: 'line' },
  { key: 'points', figures: ['points-issued', 'points-used', 'points-expired'], kind: 'line' },
  { key: 'coupons', figures: ['coupons-issued', 'coupons-used'], kind: 'bar' },
  { key: 'pushes', figures: ['messages-sent', 'messages-opened'], kind: 'bar' },
  { key: 'friends', figures: ['friends', 'friends-bought'], kind: 'bar' },
];

export interface Drawn {
  group: Group;
  definitions: Definition[];
  /** One row a period, in the order of the definitions. */
  rows: number[][];
}

/** Groups of which the store knows at least one number. */
export function drawn(report: Report): Drawn[] {
  return GROUPS.map(group => {
    const definitions = group.figures.flatMap(name => report.definitions.filter(one => one.name === name));
    return { group, definitions, rows: report.periods.map(period => definitions.map(one => period.figures[one.name] ?? 0)) };
  }).filter(one => one.definitions.length > 0);
}

export const isMoney = (name: string): boolean => name.endsWith('-fen');

/** The last period that is over, and the one before it. */
export function latest(periods: Period[]): { now: Period; before: Period | null } | null {
  const over = periods.filter(period => period.whole);
  const now = over[over.length - 1];
  return now ? { now, before: over[over.length - 2] ?? null } : null;
}

/** By how many percent more or less; null when that says nothing. */
export const change = (now: number, before: number): number | null =>
  before <= 0 ? null : Math.round(((now - before) / before) * 100);

/** Whole percent of those who bought that had been there before. */
export const repurchase = (figures: Record<string, number>): number | null => {
  const buyers = figures.buyers ?? 0;
  return buyers > 0 ? Math.round(((figures.returning ?? 0) / buyers) * 100) : null;
};

/** "11/25", "11/23起", "2026年11月". */
export function called(period: Period, grain: Grain): string {
  const [year, month, day] = period.first.split('-').map(Number) as [number, number, number];
  if (grain === 'MONTH') return `${year}年${month}月`;
  return grain === 'WEEK' ? `${month}/${day}起` : `${month}/${day}`;
}
