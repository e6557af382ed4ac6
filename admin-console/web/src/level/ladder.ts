import { ask } from '../door/session';
import { count } from '../look/words';
import { decimal, money, number, pick, replaced, text, type Adding, type Line } from '../rules/line';
import type { Tried } from '../rules/trial';
import { levelTexts as texts } from './texts';

export type Measure = 'AMOUNT' | 'VISITS' | 'GROWTH';

export interface Rung {
  step: number;
  name: string;
  /** Within the window, in the ladder's measure: money in 分. */
  threshold: number;
  sharePercent: number;
  discountPercent: number;
  pointsPercent: number;
  birthdayGift: string;
  priority: boolean;
  freeDeliveries: number;
  adviser: boolean;
}

export interface Ladder {
  measure: Measure;
  windowMonths: number;
  graceMonths: number;
  protectionDays: number;
  boostDays: number;
  boostPercent: number;
  items: Rung[];
  version: number;
}

interface Found {
  items: { step: number; name: string; members: number }[];
  raised: number;
  lowered: number;
  discountFen: number;
}

const LEVELS = '/console/api/levels';
const MOST_RUNGS = 10;

export const theLadder = (): Promise<Ladder> => ask('GET', LEVELS);

/** Refused when somebody else's version has come into force since `version` was read. */
export const saveLadder = (ladder: Ladder, version: number): Promise<Ladder> => ask('PUT', LEVELS, { body: { ...ladder, version } });

export async function tryLadder(ladder: Ladder): Promise<Tried[]> {
  const found = await ask<Found>('POST', `${LEVELS}/try`, { body: ladder });
  return [
    ...found.items.map(one => ({ label: one.name, value: texts.people(count(one.members)) })),
    { label: texts.raised, value: texts.people(count(found.raised)) },
    { label: texts.lowered, value: texts.people(count(found.lowered)) },
    { label: texts.discount, value: money(found.discountFen), main: true },
  ];
}

const change = (ladder: Ladder, at: number, what: Partial<Rung>): Ladder => ({
  ...ladder,
  items: replaced(ladder.items, at, { ...ladder.items[at]!, ...what }),
});

function bar(ladder: Ladder, at: number): Line<Ladder> {
  const rung = ladder.items[at]!;
  const name = text<Ladder>(texts.name, rung.name, 20, rung.name, (l, v) => (v === '' ? l : change(l, at, { name: v })));
  if (at === 0) return { key: 'rung:0', parts: [name, texts.first] };
  const threshold =
    ladder.measure === 'AMOUNT'
      ? decimal<Ladder>(texts.threshold, rung.threshold, [1, 10_000_000_000], (l, v) => change(l, at, { threshold: v }))
      : number<Ladder>(texts.threshold, rung.threshold, [1, 10_000_000], (l, v) => change(l, at, { threshold: v }));
  const share = number<Ladder>(texts.share, rung.sharePercent, [0, 100], (l, v) => change(l, at, { sharePercent: v }));
  const line: Line<Ladder> = {
    key: `rung:${at}`,
    parts: [name, texts.reach, threshold, texts.unit[ladder.measure], texts.shared[0], share, texts.shared[1]],
  };
  // Only the highest may go: the ones below it keep their places.
  if (at === ladder.items.length - 1) line.remove = l => ({ ...l, items: l.items.slice(0, -1) });
  return line;
}

function benefits(ladder: Ladder, at: number): Line<Ladder> {
  const rung = ladder.items[at]!;
  const set = <K extends keyof Rung>(key: K) => (l: Ladder, value: Rung[K]) => change(l, at, { [key]: value });
  const yes = (label: string, key: 'priority' | 'adviser') =>
    pick<Ladder>(label, String(rung[key]), texts.yesOrNo[key], (l, v) => change(l, at, { [key]: v === 'true' }));
  const discount = decimal<Ladder>(texts.discountOf, rung.discountPercent * 10, [100, 1000], (l, v) => change(l, at, { discountPercent: Math.round(v / 10) }));
  if (rung.discountPercent === 100) discount.shown = texts.noDiscount;
  return {
    key: `benefits:${at}`,
    parts: [
      texts.brings(rung.name),
      discount,
      rung.discountPercent === 100 ? '、' : texts.brought[0],
      texts.brought[1],
      decimal<Ladder>(texts.points, rung.pointsPercent, [0, 1000], set('pointsPercent')),
      texts.brought[2],
      text<Ladder>(texts.gift, rung.birthdayGift, 40, texts.noGift, set('birthdayGift')),
      texts.brought[3],
      number<Ladder>(texts.deliveries, rung.freeDeliveries, [0, 31], set('freeDeliveries')),
      texts.brought[4],
      yes(texts.priority, 'priority'),
      '、',
      yes(texts.adviser, 'adviser'),
    ],
  };
}

export function linesOf(ladder: Ladder): Line<Ladder>[] {
  const whole = (label: string, key: 'windowMonths' | 'graceMonths' | 'protectionDays' | 'boostDays', limits: readonly [number, number]) =>
    number<Ladder>(label, ladder[key], limits, (l, v) => ({ ...l, [key]: v }));
  const [looked, down, kept, boosted] = [texts.window, texts.down, texts.kept, texts.boosted];
  return [
    {
      key: 'window',
      parts: [
        looked[0],
        whole(texts.months, 'windowMonths', [1, 12]),
        looked[1],
        pick<Ladder>(texts.measure, ladder.measure, texts.measures, (l, v) => ({ ...l, measure: v as Measure })),
        looked[2],
      ],
    },
    ...ladder.items.flatMap((_, at) => [bar(ladder, at), benefits(ladder, at)]),
    { key: 'down', parts: [down[0], whole(texts.grace, 'graceMonths', [1, 24]), down[1]] },
    { key: 'kept', parts: [kept[0], whole(texts.protection, 'protectionDays', [0, 366]), kept[1]] },
    {
      key: 'boost',
      parts: [
        boosted[0],
        whole(texts.boostDays, 'boostDays', [0, 31]),
        boosted[1],
        decimal<Ladder>(texts.boost, ladder.boostPercent, [100, 1000], (l, v) => ({ ...l, boostPercent: v })),
        boosted[2],
      ],
    },
  ];
}

export function addingsOf(ladder: Ladder): Adding<Ladder>[] {
  if (ladder.items.length >= MOST_RUNGS) return [];
  const last = ladder.items.at(-1)!;
  const usual = { AMOUNT: 80_000, VISITS: 10, GROWTH: 500 }[ladder.measure];
  const next: Rung = { ...last, step: last.step + 1, name: texts.newLevel(last.step + 1), threshold: Math.max(usual, last.threshold * 2) };
  return [{ label: texts.addLevel, add: l => ({ ...l, items: [...l.items, next] }) }];
}
