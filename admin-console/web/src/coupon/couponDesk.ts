import { query } from '../door/ask';
import type { Page } from '../door/paging';
import { ask } from '../door/session';
import type { wishOf } from './offer';

export interface Offer {
  id: string;
  title: string;
  benefit: { kind: string };
  total: number | null;
  claimed: number;
  remaining: number | null;
  redeemed: number;
  paused: boolean;
  words: string[];
}

export interface Preview {
  words: string[];
  cost: { words: string };
  tried: { words: string; offFen: number };
}

export interface Change {
  what: string;
  label: string;
  total: number | null;
  by: string | null;
  at: string;
}

export interface Batch {
  id: string;
  offerId: string;
  state: 'RUNNING' | 'DONE' | 'CUT_SHORT' | 'STOPPED';
  members: number;
  issued: number;
  skipped: number;
  percent: number;
  madeAt: string;
}

export interface Coupon {
  id: string;
  memberId: string;
  title: string;
  benefit: string;
  state: 'CLAIMED' | 'HELD' | 'REDEEMED' | 'EXPIRED' | 'TAKEN_BACK';
  expiresAt: string;
}

export type Wish = ReturnType<typeof wishOf>;

const OFFERS = '/console/api/offers';
const COUPONS = '/console/api/coupons';
const of = (id: string) => `${OFFERS}/${encodeURIComponent(id)}`;

export const theOffers = (cursor: string | null): Promise<Page<Offer>> => ask('GET', OFFERS + query({ cursor }));
export const theOffer = (id: string): Promise<Offer> => ask('GET', of(id));
export const theChanges = async (id: string): Promise<Change[]> =>
  (await ask<{ items: Change[] }>('GET', `${of(id)}/changes`)).items;
export const thePreview = (wish: Wish): Promise<Preview> => ask('POST', `${OFFERS}/preview`, { body: wish });
export const create = (wish: Wish, key: string): Promise<Offer> => ask('POST', OFFERS, { body: wish, key });
export const pause = (id: string, paused: boolean): Promise<Offer> => ask('PUT', `${of(id)}/paused`, { body: { paused } });
export const restock = (id: string, total: number): Promise<Offer> => ask('PUT', `${of(id)}/stock`, { body: { total } });

export const theBatches = async (offer: string): Promise<Batch[]> =>
  (await ask<Page<Batch>>('GET', `${COUPONS}/batches`)).items.filter(batch => batch.offerId === offer);
export const theBatch = (id: string): Promise<Batch> => ask('GET', `${COUPONS}/batches/${id}`);
export const giveToMany = (offerId: string, segmentId: string | null, key: string): Promise<Batch> =>
  ask('POST', `${COUPONS}/batches`, { body: { offerId, segmentId }, key });
export const stopGiving = (id: string): Promise<Batch> => ask('DELETE', `${COUPONS}/batches/${id}`);

export const theWallet = (member: string, cursor: string | null): Promise<Page<Coupon>> =>
  ask('GET', COUPONS + query({ member, cursor }));
export const findByCode = (code: string): Promise<Coupon> => ask('POST', `${COUPONS}/find`, { body: { code } });
export const giveOne = (offerId: string, memberId: string, reason: string, key: string): Promise<Coupon> =>
  ask('POST', COUPONS, { body: { offerId, memberId, reason }, key });
export const takeBack = (id: string, reason: string): Promise<Coupon> =>
  ask('POST', `${COUPONS}/${id}/take-back`, { body: { reason } });
