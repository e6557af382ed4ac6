import { get, post } from '../door/api';
import type { Day } from '../checkin/calendar';

export interface Gift {
  id: string;
  title: string;
  points: number;
  remaining: number;
  /** 0 for no limit. */
  perMember: number;
  level: number;
  visits: number;
}

export interface Redemption {
  id: string;
  title: string;
  points: number;
  /** Eight digits, shown at the counter. */
  code: string;
  state: 'READY' | 'COLLECTED' | 'RETURNED';
  collectThrough: Day;
}

interface Page {
  items: Redemption[];
  next: string | null;
}

export const theGifts = async (): Promise<Gift[]> => (await get<{ items: Gift[] }>('/api/gifts')).items;

export const myGifts = (cursor: string | null): Promise<Page> =>
  get(cursor ? `/api/me/gifts?cursor=${encodeURIComponent(cursor)}` : '/api/me/gifts');

/** @param key made when the customer was asked: a second tap takes no second gift */
export const redeem = (giftId: string, key: string): Promise<Redemption> => post(`/api/gifts/${giftId}/redemptions`, {}, key);
