import { get } from '../door/api';
import type { Day } from '../checkin/calendar';

export interface StampCard {
  id: string;
  title: string;
  /** Below zero after a refund of what has brought a reward already. */
  stamps: number;
  onCard: number;
  round: number;
  rewards: { stamps: number; text: string }[];
  /** What waits at the counter. */
  ready: { id: string; text: string }[];
}

export interface Pass {
  id: string;
  title: string;
  what: string | null;
  percent: number | null;
  from: Day;
  through: Day;
  left: number;
  leftToday: number;
}

export const theStamps = async (): Promise<StampCard[]> => (await get<{ items: StampCard[] }>('/api/me/stamps')).items;
export const thePasses = async (): Promise<Pass[]> => (await get<{ items: Pass[] }>('/api/me/passes')).items;
