export interface Store {
  id: string;
  name: string;
}

export interface UsableCoupon {
  id: string;
  title: string;
}

/** Whom the code belongs to, and all that the counter should know of him. */
export interface Guest {
  memberId: string;
  nickname: string;
  number: string;
  level: string;
  /** False after a look-up by phone: then nothing is earned and nothing may be spent. */
  live: boolean;
  points: number;
  balanceFen: number;
  coupons: UsableCoupon[];
  notes: string[];
}

/** What the guest would use. Coupons that nobody has chosen are the desk's choice. */
export interface Wishes {
  couponIds: string[] | null;
  points: boolean;
  balance: boolean;
}

export const NO_WISHES: Wishes = { couponIds: null, points: false, balance: false };

export interface Question {
  storeId: string;
  memberId: string | null;
  amountFen: number;
  couponIds: string[] | null;
  pointsToSpend: number;
  balanceFenToSpend: number;
}

export interface Step {
  text: string;
  fen: number;
}

export interface Quote {
  amountFen: number;
  payableFen: number;
  steps: Step[];
  couponIds: string[];
  points: number;
  balanceFen: number;
  handOver: string[];
}

export interface Bill extends Question {
  couponIds: string[];
  /** Ours: the same number is the same bill, however often it is sent. */
  orderNo: string;
  paidFen: number;
}

export interface Settled {
  id: string;
  amountFen: number;
  discountFen: number;
  balanceFen: number;
  paidFen: number;
  pointsEarned: number;
  pointsWithheld: string | null;
}

export interface Refunded {
  amountFen: number;
  moneyFen: number;
  leftFen: number;
}

export function questionOf(storeId: string, guest: Guest | null, wishes: Wishes, amountFen: number): Question {
  const spends = guest?.live ?? false;
  return {
    storeId,
    memberId: guest?.memberId ?? null,
    amountFen,
    couponIds: spends ? wishes.couponIds : [],
    pointsToSpend: spends && wishes.points ? Math.max(0, guest!.points) : 0,
    balanceFenToSpend: spends && wishes.balance ? Math.max(0, guest!.balanceFen) : 0,
  };
}

/** The bill that the guest was told of, and no other. */
export const billOf = (question: Question, quote: Quote, orderNo: string): Bill => ({
  ...question,
  couponIds: quote.couponIds,
  pointsToSpend: quote.points,
  balanceFenToSpend: quote.balanceFen,
  orderNo,
  paidFen: quote.payableFen,
});

/** 16 letters that nobody else uses today: day, second, chance. */
export function orderNo(now: Date, random: () => number = Math.random): string {
  const day = `${now.getFullYear()}${String(now.getMonth() + 1).padStart(2, '0')}${String(now.getDate()).padStart(2, '0')}`;
  const second = String(now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds()).padStart(5, '0');
  const chance = Array.from({ length: 6 }, () => Math.floor(random() * 36).toString(36)).join('');
  return `C${day}-${second}-${chance}`.toUpperCase();
}
