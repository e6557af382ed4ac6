import { couponTexts as texts } from './texts';

export const KINDS = ['FULL_REDUCTION', 'VOUCHER', 'DISCOUNT', 'SECOND_HALF', 'GIFT', 'EXCHANGE', 'SHIPPING'] as const;
export type Kind = (typeof KINDS)[number];
export const WAYS = ['CLAIM', 'POINTS', 'WORD', 'SCAN', 'NEWCOMER', 'LEVEL', 'CHECK_IN', 'STAMP', 'REFERRAL', 'STAFF'] as const;
export type Way = (typeof WAYS)[number];
export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export const CHANNELS = ['STORE', 'MINI_PROGRAM', 'DELIVERY'] as const;

/** An offer in the making. Money in whole yuan, as it is tapped; 0 is "no limit" wherever a limit may be left out. */
export interface Draft {
  kind: Kind;
  title: string;
  name: string;
  yuan: number;
  percent: number;
  capYuan: number;
  pairs: number;
  thresholdYuan: number;
  afterDays: number;
  validDays: number;
  stock: number;
  perMember: number;
  way: Way;
  pricePoints: number;
  word: string;
  fromLevel: number;
  categories: string[];
  stores: string[];
  channels: string[];
  days: string[];
  alone: boolean;
  withLevel: boolean;
}

type Keys<T> = { [K in keyof Draft]: Draft[K] extends T ? (T extends Draft[K] ? K : never) : never }[keyof Draft];
export type NumberSlot = Keys<number>;
export type TextSlot = 'title' | 'name' | 'word';
export type ListSlot = Keys<string[]>;
export type SwitchSlot = Keys<boolean>;
export type Slot = NumberSlot | TextSlot | ListSlot | SwitchSlot | 'way';
/** Words, or something to tap on. */
export type Piece = string | { slot: Slot; said: string };

export const LIMITS: Record<NumberSlot, [number, number]> = {
  yuan: [1, 10_000],
  percent: [1, 99],
  capYuan: [0, 10_000],
  pairs: [1, 20],
  thresholdYuan: [0, 10_000],
  afterDays: [0, 365],
  validDays: [1, 3650],
  stock: [0, 1_000_000],
  perMember: [0, 999],
  pricePoints: [1, 1_000_000],
  fromLevel: [1, 20],
};
export const LONGEST: Record<TextSlot, number> = { title: 30, name: 40, word: 30 };

export const draftOf = (kind: Kind): Draft => ({
  kind,
  title: texts.titles[kind],
  name: kind === 'GIFT' ? texts.gift : texts.exchange,
  yuan: 5,
  percent: kind === 'SECOND_HALF' ? 50 : 85,
  capYuan: 0,
  pairs: 1,
  thresholdYuan: kind === 'FULL_REDUCTION' ? 30 : 0,
  afterDays: 0,
  validDays: 30,
  stock: 100,
  perMember: 1,
  way: 'CLAIM',
  pricePoints: 100,
  word: texts.wordHint,
  fromLevel: 1,
  categories: [],
  stores: [],
  channels: [],
  days: [],
  alone: false,
  withLevel: true,
});

/** How a list slot is said: names for ids come from outside. */
export type Names = (slot: ListSlot, key: string) => string;

function benefit(draft: Draft): Piece[] {
  const number = (slot: NumberSlot, none?: string): Piece => ({
    slot,
    said: none !== undefined && draft[slot] === 0 ? none : String(draft[slot]),
  });
  const threshold: Piece[] = [texts.s.from, number('thresholdYuan', texts.s.nothing), texts.s.usable];
  switch (draft.kind) {
    case 'FULL_REDUCTION':
      return [texts.s.full[0], number('thresholdYuan'), texts.s.full[1], number('yuan'), texts.s.yuan];
    case 'VOUCHER':
      return [texts.s.worth, number('yuan'), texts.s.yuan, '，', ...threshold];
    case 'DISCOUNT':
      return [texts.s.pay, number('percent'), texts.s.percent, number('capYuan', texts.s.noCap), texts.s.capped, ...threshold];
    case 'SECOND_HALF':
      return [texts.s.second, number('percent'), texts.s.pairs[0], number('pairs'), texts.s.pairs[1]];
    case 'GIFT':
      return [texts.s.give, { slot: 'name', said: draft.name }, texts.s.one, ...threshold];
    case 'EXCHANGE':
      return [texts.s.exchange, { slot: 'name', said: draft.name }, texts.s.whole];
    case 'SHIPPING':
      return [texts.s.shipping, number('capYuan', texts.s.wholeFee), '，', ...threshold];
  }
}

function giving(draft: Draft): Piece[] {
  const way: Piece[] = [{ slot: 'way', said: texts.ways[draft.way] }];
  if (draft.way === 'POINTS') way.push(texts.s.price[0], { slot: 'pricePoints', said: String(draft.pricePoints) }, texts.s.price[1]);
  if (draft.way === 'WORD') way.push(texts.s.word, { slot: 'word', said: draft.word });
  return [
    ...way,
    texts.s.each,
    { slot: 'perMember', said: draft.perMember === 0 ? texts.s.many : String(draft.perMember) },
    texts.s.total,
    { slot: 'stock', said: draft.stock === 0 ? texts.s.many : String(draft.stock) },
    texts.s.pieces,
  ];
}

/** The whole offer as sentences, a line for each rule. */
export function sentencesOf(draft: Draft, names: Names): Piece[][] {
  const list = (slot: ListSlot, all: string): Piece => ({
    slot,
    said: draft[slot].length ? draft[slot].map(key => names(slot, key)).join('、') : all,
  });
  return [
    [texts.s.called, { slot: 'title', said: draft.title }],
    benefit(draft),
    [texts.s.on, list('categories', texts.s.allGoods), '，', list('days', texts.s.everyDay), '，', list('stores', texts.s.allStores), '，', list('channels', texts.s.allChannels)],
    [texts.s.level, { slot: 'fromLevel', said: String(draft.fromLevel) }, texts.s.levelUp],
    [texts.s.valid[0], { slot: 'afterDays', said: String(draft.afterDays) }, texts.s.valid[1], { slot: 'validDays', said: String(draft.validDays) }, texts.s.valid[2]],
    giving(draft),
    [{ slot: 'alone', said: draft.alone ? texts.s.alone : texts.s.together }, '，', { slot: 'withLevel', said: draft.withLevel ? texts.s.withLevel : texts.s.withoutLevel }],
  ];
}

const PERCENTED: Kind[] = ['DISCOUNT', 'SECOND_HALF'];

/** As the desk asks for it. */
export function wishOf(draft: Draft) {
  const { kind } = draft;
  const fen = 100 * (kind === 'DISCOUNT' || kind === 'SHIPPING' ? draft.capYuan : draft.yuan);
  return {
    title: draft.title.trim(),
    benefit: {
      kind,
      fen: kind === 'GIFT' || kind === 'EXCHANGE' || kind === 'SECOND_HALF' ? null : fen,
      percent: PERCENTED.includes(kind) ? draft.percent : null,
      pairs: kind === 'SECOND_HALF' ? draft.pairs : null,
      name: kind === 'GIFT' || kind === 'EXCHANGE' ? draft.name.trim() : null,
    },
    terms: {
      thresholdFen: kind === 'EXCHANGE' || kind === 'SECOND_HALF' ? 0 : draft.thresholdYuan * 100,
      categories: draft.categories,
      stores: draft.stores,
      channels: draft.channels,
      fromLevel: draft.fromLevel,
      days: draft.days,
      afterDays: draft.afterDays,
      validDays: draft.validDays,
      alone: draft.alone,
      withLevel: draft.withLevel,
    },
    ways: draft.way === 'STAFF' ? [] : [draft.way],
    perMember: draft.perMember,
    pricePoints: draft.way === 'POINTS' ? draft.pricePoints : 0,
    word: draft.way === 'WORD' ? draft.word.trim() : null,
    stock: draft.stock === 0 ? null : draft.stock,
  };
}
