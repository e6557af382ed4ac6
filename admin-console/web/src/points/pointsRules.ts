import { decimal, number, pick, text, type Adding, type Line } from '../rules/line';
import { pointsTexts as texts } from './texts';

type WindowKind = 'WEEKDAY' | 'MONTH_DAY' | 'BIRTHDAY' | 'BIRTHDAY_WEEK' | 'BOOST';

export interface PointsRules {
  pointsPerHundredYuan: number;
  /** Other rates by level step, percent by category and by store. */
  levels: Record<string, number>;
  categories: Record<string, number>;
  stores: Record<string, number>;
  windows: { kind: WindowKind; on: number; percent: number }[];
  dailyCap: number | null;
  offset: { pointsPerYuan: number; sharePercent: number; mostFen: number };
  version: number;
}

/** What a sentence may name. */
export interface Names {
  levels: [string, string][];
  stores: [string, string][];
}

const RATE = [0, 100_000] as const;
const TIMES = [0, 1000] as const;

type By = 'levels' | 'categories' | 'stores';

const put = (rules: PointsRules, by: By, key: string, value: number): PointsRules => ({ ...rules, [by]: { ...rules[by], [key]: value } });

function drop(rules: PointsRules, by: By, key: string): PointsRules {
  const { [key]: _gone, ...rest } = rules[by];
  return { ...rules, [by]: rest };
}

const renamed = (rules: PointsRules, by: By, key: string, to: string): PointsRules =>
  to === '' ? rules : put(drop(rules, by, key), by, to, rules[by][key]!);

function named(rules: PointsRules, by: By, names: [string, string][] | null, key: string): Line<PointsRules> {
  const value = rules[by][key]!;
  const said = texts.by[by];
  const who =
    names === null
      ? text<PointsRules>(said.what, key, 30, key, (r, to) => renamed(r, by, key, to))
      : pick<PointsRules>(said.what, key, names.filter(([one]) => one === key || !(one in rules[by])), (r, to) => renamed(r, by, key, to));
  const rate =
    by === 'levels'
      ? number<PointsRules>(texts.rate, value, RATE, (r, v) => put(r, by, key, v))
      : decimal<PointsRules>(texts.times, value, TIMES, (r, v) => put(r, by, key, v));
  return { key: `${by}:${key}`, parts: [said.words[0], who, said.words[1], rate, said.words[2]], remove: r => drop(r, by, key) };
}

function windowLine(rules: PointsRules, at: number): Line<PointsRules> {
  const { kind, on, percent } = rules.windows[at]!;
  const change = (r: PointsRules, what: Partial<PointsRules['windows'][number]>): PointsRules => ({
    ...r,
    windows: r.windows.map((one, n) => (n === at ? { ...one, ...what } : one)),
  });
  const said = texts.window[kind];
  const parts: Line<PointsRules>['parts'] = [said[0]];
  if (kind === 'WEEKDAY') parts.push(pick<PointsRules>(texts.weekday, String(on), texts.weekdays, (r, v) => change(r, { on: Number(v) })));
  if (kind === 'MONTH_DAY') parts.push(number<PointsRules>(texts.monthDay, on, [1, 31], (r, v) => change(r, { on: v })));
  parts.push(said[1], decimal<PointsRules>(texts.times, percent, TIMES, (r, v) => change(r, { percent: v })), texts.timesUnit);
  return { key: `window:${at}`, parts, remove: r => ({ ...r, windows: r.windows.filter((_, n) => n !== at) }) };
}

function capLine(cap: number): Line<PointsRules> {
  const slot = number<PointsRules>(texts.cap, cap, [1, 1_000_000], (r, v) => ({ ...r, dailyCap: v }));
  return { key: 'cap', parts: [texts.capped[0], slot, texts.capped[1]], remove: r => ({ ...r, dailyCap: null }) };
}

function offsetLine({ offset }: PointsRules): Line<PointsRules> {
  const change = (r: PointsRules, what: Partial<PointsRules['offset']>): PointsRules => ({ ...r, offset: { ...r.offset, ...what } });
  return {
    key: 'offset',
    parts: [
      number<PointsRules>(texts.perYuan, offset.pointsPerYuan, [1, 10_000], (r, v) => change(r, { pointsPerYuan: v })),
      texts.pays[0],
      number<PointsRules>(texts.share, offset.sharePercent, [1, 100], (r, v) => change(r, { sharePercent: v })),
      texts.pays[1],
      decimal<PointsRules>(texts.most, offset.mostFen, [1, 1_000_000], (r, v) => change(r, { mostFen: v })),
      texts.pays[2],
    ],
    remove: r => change(r, { pointsPerYuan: 0 }),
  };
}

export function linesOf(rules: PointsRules, names: Names): Line<PointsRules>[] {
  const base = number<PointsRules>(texts.rate, rules.pointsPerHundredYuan, RATE, (r, v) => ({ ...r, pointsPerHundredYuan: v }));
  return [
    { key: 'base', parts: [texts.base[0], base, texts.base[1]] },
    ...Object.keys(rules.levels).map(key => named(rules, 'levels', names.levels, key)),
    ...rules.windows.map((_, at) => windowLine(rules, at)),
    ...Object.keys(rules.categories).map(key => named(rules, 'categories', null, key)),
    ...Object.keys(rules.stores).map(key => named(rules, 'stores', names.stores, key)),
    ...(rules.dailyCap === null ? [] : [capLine(rules.dailyCap)]),
    ...(rules.offset.pointsPerYuan === 0 ? [] : [offsetLine(rules)]),
  ];
}

/** The first day that has no window of its own yet. */
function freeDay(rules: PointsRules, kind: WindowKind, most: number): number | undefined {
  return Array.from({ length: most }, (_, n) => n + 1).find(on => !rules.windows.some(one => one.kind === kind && one.on === on));
}

export function addingsOf(rules: PointsRules, names: Names): Adding<PointsRules>[] {
  const found: Adding<PointsRules>[] = [];
  const window = (kind: WindowKind, on: number | undefined) => {
    if (on === undefined || rules.windows.some(one => one.kind === kind && one.on === on)) return;
    found.push({ label: texts.adding[kind], add: r => ({ ...r, windows: [...r.windows, { kind, on, percent: 200 }] }) });
  };
  window('WEEKDAY', freeDay(rules, 'WEEKDAY', 7));
  window('MONTH_DAY', freeDay(rules, 'MONTH_DAY', 31));
  window('BIRTHDAY', 0);
  window('BIRTHDAY_WEEK', 0);
  const level = names.levels.find(([key]) => !(key in rules.levels));
  if (level) found.push({ label: texts.adding.levels, add: r => put(r, 'levels', level[0], r.pointsPerHundredYuan) });
  found.push({ label: texts.adding.categories, add: r => put(r, 'categories', texts.newCategory, 0) });
  const store = names.stores.find(([key]) => !(key in rules.stores));
  if (store) found.push({ label: texts.adding.stores, add: r => put(r, 'stores', store[0], 200) });
  if (rules.dailyCap === null) found.push({ label: texts.adding.cap, add: r => ({ ...r, dailyCap: 500 }) });
  if (rules.offset.pointsPerYuan === 0) {
    found.push({ label: texts.adding.offset, add: r => ({ ...r, offset: { pointsPerYuan: 100, sharePercent: 50, mostFen: 5000 } }) });
  }
  return found;
}
