import { ask } from '../door/session';
import { decimal, number, pick, replaced, text, without, type Adding, type Line } from '../rules/line';
import type { Shown } from '../rules/shelf';
import { stampTexts as texts } from './texts';

type Per = 'VISIT' | 'BILL' | 'PIECE';

interface Reward {
  stamps: number;
  text: string;
  /** A coupon of this offer; null for something handed over at the counter. */
  offerId: string | null;
}

export interface StampCard {
  id: string;
  title: string;
  per: Per;
  fromFen: number | null;
  goods: string[];
  rewards: Reward[];
  offered: boolean;
  version: number;
}

const STAMPS = '/console/api/stamps';
const MOST_REWARDS = 10;
const AT_COUNTER = '';

const cardOf = ({ id, title, per, fromFen, goods, rewards, offered, version }: StampCard): StampCard => ({
  id,
  title,
  per,
  fromFen: fromFen ?? null,
  goods,
  rewards: rewards.map(one => ({ stamps: one.stamps, text: one.text, offerId: one.offerId ?? null })),
  offered,
  version,
});

const NEW: StampCard = {
  id: 'new',
  title: texts.newTitle,
  per: 'VISIT',
  fromFen: null,
  goods: [],
  rewards: [{ stamps: 10, text: texts.newReward, offerId: null }],
  offered: true,
  version: 0,
};

const all = async () => (await ask<{ items: (StampCard & { words: string[] })[] }>('GET', STAMPS)).items;

export const theCards = async (): Promise<Shown[]> => (await all()).map(({ id, title, offered, words }) => ({ id, title, offered, words }));

export async function theCard(id: string): Promise<StampCard> {
  const found = id === 'new' ? NEW : (await all()).find(one => one.id === id);
  return found ? cardOf(found) : Promise.reject(new Error(`no stamp card ${id}`));
}

export const saveCard = async (card: StampCard, version: number): Promise<StampCard> => {
  const { id, ...body } = card;
  return cardOf(
    id === 'new' ? await ask<StampCard>('POST', STAMPS, { body }) : await ask<StampCard>('PUT', `${STAMPS}/${id}`, { body: { ...body, version } }),
  );
};

export async function theOffers(): Promise<[string, string][]> {
  const told = await ask<{ items: { id: string; title: string }[] }>('GET', '/console/api/offers');
  return told.items.map(one => [one.id, one.title]);
}

function earning(card: StampCard): Line<StampCard> {
  const per = pick<StampCard>(texts.per, card.per, texts.pers, (c, v) => ({
    ...c,
    per: v as Per,
    fromFen: v === 'BILL' ? (c.fromFen ?? 2000) : null,
    goods: v === 'PIECE' ? (c.goods.length ? c.goods : [texts.newGoods]) : [],
  }));
  const parts: Line<StampCard>['parts'] = [per];
  if (card.per === 'BILL') parts.push(texts.from[0], decimal<StampCard>(texts.fromFen, card.fromFen ?? 0, [0, 10_000_000], (c, v) => ({ ...c, fromFen: v })), texts.from[1]);
  if (card.per === 'PIECE') {
    const named = (v: string) => v.split(/[、,，\s]+/).filter(one => one !== '');
    parts.push(text<StampCard>(texts.goods, card.goods.join('、'), 400, texts.newGoods, (c, v) => (named(v).length ? { ...c, goods: named(v) } : c)));
  }
  return { key: 'earning', parts: [...parts, texts.one] };
}

function rewardLine(card: StampCard, at: number, offers: [string, string][]): Line<StampCard> {
  const reward = card.rewards[at]!;
  const change = (c: StampCard, what: Partial<Reward>): StampCard => ({ ...c, rewards: replaced(c.rewards, at, { ...c.rewards[at]!, ...what }) });
  const line: Line<StampCard> = {
    key: `reward:${at}`,
    parts: [
      texts.full[0],
      number<StampCard>(texts.stamps, reward.stamps, [1, 100], (c, v) => change(c, { stamps: v })),
      texts.full[1],
      text<StampCard>(texts.reward, reward.text, 40, reward.text, (c, v) => (v === '' ? c : change(c, { text: v }))),
      texts.full[2],
      pick<StampCard>(texts.how, reward.offerId ?? AT_COUNTER, [[AT_COUNTER, texts.atCounter], ...offers.map(([id, title]): [string, string] => [id, texts.coupon(title)])], (c, v) =>
        change(c, { offerId: v === AT_COUNTER ? null : v }),
      ),
    ],
  };
  if (card.rewards.length > 1) line.remove = c => ({ ...c, rewards: without(c.rewards, at) });
  return line;
}

export const linesOf = (card: StampCard, offers: [string, string][]): Line<StampCard>[] => [
  { key: 'title', parts: [texts.called, text<StampCard>(texts.name, card.title, 40, card.title, (c, v) => (v === '' ? c : { ...c, title: v }))] },
  earning(card),
  ...card.rewards.map((_, at) => rewardLine(card, at, offers)),
  // What is new is on the list at once.
  ...(card.id === 'new' ? [] : [{ key: 'offered', parts: [texts.now, pick<StampCard>(texts.state, String(card.offered), texts.states, (c, v) => ({ ...c, offered: v === 'true' }))] }]),
];

export function addingsOf(card: StampCard): Adding<StampCard>[] {
  const most = card.rewards.reduce((sum, one) => Math.max(sum, one.stamps), 0);
  if (card.rewards.length >= MOST_REWARDS || most >= 100) return [];
  return [{ label: texts.addReward, add: c => ({ ...c, rewards: [...c.rewards, { stamps: Math.min(100, most + 10), text: texts.newReward, offerId: null }] }) }];
}
