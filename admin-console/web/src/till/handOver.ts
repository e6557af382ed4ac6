import { ask } from '../door/session';

/** A pass that is good today; one with a discount is reckoned in the bill and not used here. */
export interface HeldPass {
  pass: { id: string; title: string; what: string | null; through: string; takenBack: boolean };
  left: number;
  leftToday: number;
}

export interface WaitingReward {
  id: string;
  text: string;
}

export interface PickUp {
  title: string;
  points: number;
  state: 'READY' | 'COLLECTED' | 'RETURNED';
  nickname: string;
  number: string;
  at: string;
  collectThrough: string;
}

const of = (memberId: string) => `/console/api/members/${encodeURIComponent(memberId)}`;
const pickUp = (code: string) => `/console/api/gifts/pick-ups/${encodeURIComponent(code)}`;

export const thePasses = async (memberId: string): Promise<HeldPass[]> =>
  (await ask<{ items: HeldPass[] }>('GET', `${of(memberId)}/passes`)).items.filter(one => one.pass.what !== null && !one.pass.takenBack && one.left > 0);

/** @param key of this hand-over: a second tap uses the pass no second time */
export const usePass = (id: string, key: string): Promise<HeldPass> => ask('POST', `/console/api/passes/${id}/uses`, { key });

export const theRewards = async (memberId: string): Promise<WaitingReward[]> =>
  (await ask<{ items: WaitingReward[] }>('GET', `${of(memberId)}/stamp-rewards`)).items;

export const collectReward = (id: string): Promise<WaitingReward> => ask('POST', `/console/api/stamps/rewards/${id}/collection`);

export const thePickUp = (code: string): Promise<PickUp> => ask('GET', pickUp(code));
export const collectGift = (code: string): Promise<PickUp> => ask('POST', `${pickUp(code)}/collection`);
