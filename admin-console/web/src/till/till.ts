export interface Store {
  id: string;
  name: string;
}

export interface UsableCoupon {
  code: string;
  title: string;
}

/** Whom the code belongs to, and all that the counter should know of him. */
export interface Guest {
  memberId: string;
  nickname: string;
  number: string;
  level: string;
  points: number;
  balanceFen: number;
  coupons: UsableCoupon[];
  notes: string[];
}

export interface Bill {
  storeId: string;
  /** Ours: the same number is the same bill, however often it is sent. */
  orderNo: string;
  memberId: string | null;
  amountFen: number;
  couponCodes: string[];
}

/** One line of the explanation: what was taken off, or given. */
export interface Told {
  text: string;
  fen: number;
}

export interface Settled {
  id: string;
  amountFen: number;
  discountFen: number;
  paidFen: number;
  explained: Told[];
  pointsEarned: number;
  level: string | null;
}

export interface Refunded {
  amountFen: number;
  leftFen: number;
}

/** 16 letters that nobody else uses today: day, second, chance. */
export function orderNo(now: Date, random: () => number = Math.random): string {
  const day = `${now.getFullYear()}${String(now.getMonth() + 1).padStart(2, '0')}${String(now.getDate()).padStart(2, '0')}`;
  const second = String(now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds()).padStart(5, '0');
  const chance = Array.from({ length: 6 }, () => Math.floor(random() * 36).toString(36)).join('');
  return `C${day}-${second}-${chance}`.toUpperCase();
}
