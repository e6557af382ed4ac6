import { ask } from '../door/session';
import { count } from '../look/words';
import { day, money, number, pick, text, type Line } from '../rules/line';
import type { Shown } from '../rules/shelf';
import type { Tried } from '../rules/trial';
import { mallTexts as texts } from './texts';

export interface Gift {
  id: string;
  title: string;
  points: number;
  stock: number;
  given: number;
  /** Here and below, 0 does not limit. */
  perMember: number;
  perMemberADay: number;
  aDay: number;
  level: number;
  visits: number;
  from: string | null;
  through: string | null;
  daysToCollect: number;
  offered: boolean;
  version: number;
}

const GIFTS = '/console/api/gifts';
const LIMIT = [0, 100_000] as const;
const MANY = [1, 1_000_000] as const;

const giftOf = ({ id, title, points, stock, given, perMember, perMemberADay, aDay, level, visits, from, through, daysToCollect, offered, version }: Gift): Gift => ({
  id,
  title,
  points,
  stock,
  given,
  perMember,
  perMemberADay,
  aDay,
  level,
  visits,
  from: from ?? null,
  through: through ?? null,
  daysToCollect,
  offered,
  version,
});

const NEW: Gift = {
  id: 'new',
  title: texts.newTitle,
  points: 500,
  stock: 20,
  given: 0,
  perMember: 1,
  perMemberADay: 0,
  aDay: 0,
  level: 0,
  visits: 0,
  from: null,
  through: null,
  daysToCollect: 30,
  offered: true,
  version: 0,
};

const all = async (): Promise<(Gift & { words: string[] })[]> => (await ask<{ items: (Gift & { words: string[] })[] }>('GET', GIFTS)).items;

export const theGifts = async (): Promise<Shown[]> => (await all()).map(({ id, title, offered, words }) => ({ id, title, offered, words }));

export async function theGift(id: string): Promise<Gift> {
  const found = id === 'new' ? NEW : (await all()).find(one => one.id === id);
  return found ? giftOf(found) : Promise.reject(new Error(`no gift ${id}`));
}

export const saveGift = async (gift: Gift, version: number): Promise<Gift> => {
  const { id, given: _given, ...body } = gift;
  return giftOf(
    id === 'new' ? await ask<Gift>('POST', GIFTS, { body }) : await ask<Gift>('PUT', `${GIFTS}/${id}`, { body: { ...body, version } }),
  );
};

export async function tryGift(gift: Gift): Promise<Tried[]> {
  const { offset } = await ask<{ offset: { pointsPerYuan: number } }>('GET', '/console/api/points/rules');
  const worth = (pieces: number) => {
    const points = pieces * gift.points;
    return offset.pointsPerYuan === 0 ? texts.points(count(points)) : texts.worth(count(points), money(Math.floor((points * 100) / offset.pointsPerYuan)));
  };
  return [
    { label: texts.one, value: worth(1) },
    { label: texts.left, value: texts.pieces(count(Math.max(0, gift.stock - gift.given))) },
    { label: texts.allGone, value: worth(Math.max(0, gift.stock - gift.given)), main: true },
  ];
}

export function linesOf(gift: Gift, levels: [string, string][]): Line<Gift>[] {
  const limit = (label: string, key: 'perMember' | 'perMemberADay' | 'aDay' | 'visits') => {
    const slot = number<Gift>(label, gift[key], LIMIT, (g, v) => ({ ...g, [key]: v }));
    if (gift[key] === 0 && key !== 'visits') slot.shown = texts.noLimit;
    return slot;
  };
  const pieces = (key: 'perMember' | 'perMemberADay' | 'aDay') => (gift[key] === 0 ? '' : texts.piece);
  const level = pick<Gift>(texts.level, String(Math.max(1, gift.level)), levels, (g, v) => ({ ...g, level: Number(v) === 1 ? 0 : Number(v) }));
  return [
    {
      key: 'what',
      parts: [
        number<Gift>(texts.price, gift.points, MANY, (g, v) => ({ ...g, points: v })),
        texts.what[0],
        text<Gift>(texts.name, gift.title, 40, gift.title, (g, v) => (v === '' ? g : { ...g, title: v })),
      ],
    },
    { key: 'stock', parts: [texts.stock[0], number<Gift>(texts.stockOf, gift.stock, [0, 1_000_000], (g, v) => ({ ...g, stock: v })), texts.stock[1](gift.given)] },
    {
      key: 'limits',
      parts: [texts.limits[0], limit(texts.perMember, 'perMember'), pieces('perMember'), texts.limits[1], limit(texts.perMemberADay, 'perMemberADay'), pieces('perMemberADay')],
    },
    { key: 'aDay', parts: [texts.daily, limit(texts.aDay, 'aDay'), pieces('aDay')] },
    { key: 'who', parts: [level, texts.who[0], limit(texts.visits, 'visits'), texts.who[1]] },
    {
      key: 'when',
      parts: [
        texts.when[0],
        day<Gift>(texts.from, gift.from, texts.atOnce, (g, v) => ({ ...g, from: v })),
        texts.when[1],
        day<Gift>(texts.through, gift.through, texts.whileStocks, (g, v) => ({ ...g, through: v })),
        texts.when[2],
      ],
    },
    { key: 'collect', parts: [texts.collect[0], number<Gift>(texts.days, gift.daysToCollect, [1, 365], (g, v) => ({ ...g, daysToCollect: v })), texts.collect[1]] },
    // What is new is on the list at once.
    ...(gift.id === 'new' ? [] : [{ key: 'offered', parts: [texts.now, pick<Gift>(texts.state, String(gift.offered), texts.states, (g, v) => ({ ...g, offered: v === 'true' }))] }]),
  ];
}

export async function theLevels(): Promise<[string, string][]> {
  const told = await ask<{ items: { step: number; name: string }[] }>('GET', '/console/api/levels');
  return told.items.map(one => [String(one.step), one.name]);
}
