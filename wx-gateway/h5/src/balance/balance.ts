import { get, post } from '../door/api';

export interface BalanceEntry {
  id: string;
  change: number;
  balance: number;
  at: string;
  text: string;
}

export interface BalancePage {
  items: BalanceEntry[];
  next: string | null;
  balanceFen: number;
  principalFen: number;
  giftFen: number;
}

export interface ChargePlan {
  id: string;
  payFen: number;
  giftFen: number;
  text: string;
}

export interface Charge {
  id: string;
  state: 'PENDING' | 'PAID' | 'CLOSED' | 'REFUNDING' | 'REFUNDED';
  payFen: number;
  giftFen: number;
  /** What WeChat's payment sheet is opened with; only in the answer that opened the charge. */
  payment: Record<string, string> | null;
}

export const theBalance = (cursor: string | null): Promise<BalancePage> =>
  get(cursor ? `/api/me/balance?cursor=${encodeURIComponent(cursor)}` : '/api/me/balance');

export const thePlans = async (): Promise<ChargePlan[]> => (await get<{ items: ChargePlan[] }>('/api/charge-plans')).items;

export const openCharge = (planId: string): Promise<Charge> => post('/api/me/charges', { planId });

export const theCharge = (id: string): Promise<Charge> => get(`/api/me/charges/${id}`);
