import { ask } from '../door/session';
import { query } from '../door/ask';

/** @prop permille of a friend's bills, level by level: one or two */
export interface Commission {
  permille: number[];
  fromVisits: number;
}

export interface PlanChange {
  version: number;
  by: string | null;
  at: string;
  words: string[];
}

export interface Plan {
  inForce: boolean;
  inviterOfferId: string | null;
  friendOfferId: string | null;
  fromFen: number;
  waitDays: number;
  aDay: number;
  inAll: number;
  reviewFrom: number;
  commission: Commission | null;
}

export interface SavedPlan extends Plan {
  version: number;
}

export interface Referral {
  id: string;
  inviter: string;
  friend: string;
  text: string;
  review: boolean;
}

export interface Page {
  items: Referral[];
  next: string | null;
}

export type Counts = Record<'invited' | 'bought' | 'rewarded' | 'takenBack' | 'coupons' | 'commissionFen', number>;

const DOOR = '/console/api/referrals';

/** Without what only the server says of it. */
export const planOf = ({ inForce, inviterOfferId, friendOfferId, fromFen, waitDays, aDay, inAll, reviewFrom, commission }: Plan): Plan => ({
  inForce, inviterOfferId, friendOfferId, fromFen, waitDays, aDay, inAll, reviewFrom, commission,
});

export const samePlan = (one: Plan, other: Plan): boolean => JSON.stringify(planOf(one)) === JSON.stringify(planOf(other));

export const thePlan = (): Promise<SavedPlan> => ask('GET', `${DOOR}/plan`);
export const savePlan = (plan: Plan, version: number): Promise<SavedPlan> =>
  ask('PUT', `${DOOR}/plan`, { body: { ...planOf(plan), rewardFor: ['FIRST_BILL'], version } });
export const theFigures = (): Promise<Counts> => ask('GET', `${DOOR}/figures`);
export const thePage = (review: boolean, cursor: string | null): Promise<Page> =>
  ask('GET', DOOR + query({ review: review ? 'true' : null, cursor }));
export const decide = (id: string, accepted: boolean): Promise<Referral> =>
  ask('POST', `${DOOR}/${id}/decision`, { body: { accepted } });
export const theOffers = async (): Promise<{ id: string; title: string }[]> =>
  (await ask<{ items: { id: string; title: string }[] }>('GET', '/console/api/offers')).items;
export const theChanges = async (): Promise<PlanChange[]> =>
  (await ask<{ items: PlanChange[] }>('GET', `${DOOR}/plan/changes`)).items;
