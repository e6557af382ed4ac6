import { ask } from '../door/session';

export interface Step {
  step: string;
  done: boolean;
  /** Somebody may say that it is done. */
  byHand: boolean;
}

export interface PosterStore {
  id: string;
  name: string;
  scene: string;
}

export interface Guide {
  merchantId: string;
  steps: Step[];
  stores: PosterStore[];
}

const GUIDE = '/console/api/guide';

export const theGuide = (): Promise<Guide> => ask('GET', GUIDE);
export const mark = (step: string): Promise<Guide> => ask('POST', `${GUIDE}/${step}`);

/** A coupon that whoever joins finds in his wallet. */
export const welcome = (yuan: number, days: number, title: string, key: string): Promise<void> =>
  ask('POST', '/console/api/offers', {
    body: { title, benefit: { kind: 'VOUCHER', fen: yuan * 100 }, terms: { validDays: days }, ways: ['NEWCOMER'], perMember: 1 },
    key,
  });

/** Where a step is done; the first of these pages that there is. */
export const PLACES: Record<string, string[]> = {
  STORE: ['/me/stores'],
  WECHAT: ['/me/wechat', '/me/wechat-accounts'],
  CHECK_IN: ['/marketing/check-in'],
  POSTER: ['/me/poster'],
  MEMBER: ['/me/poster'],
  STAFF: ['/me/staff'],
};
