import { query } from '../door/ask';
import type { Page } from '../door/paging';
import { ask } from '../door/session';

const APPROVALS = '/console/api/approvals';

export type Kind = 'POINTS' | 'BALANCE' | 'REFUND' | 'CHARGE' | 'COUPON';

export interface Approval {
  id: string;
  kind: Kind;
  text: string;
  memberId: string;
  memberName: string | null;
  memberNumber: string | null;
  amount: number;
  giftFen: number;
  note: string;
  askedBy: string;
  askedAt: string;
  mine: boolean;
  state: 'WAITING' | 'APPROVED' | 'REFUSED' | 'EXPIRED';
  expiresAt: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string | null;
}

export interface Approvals extends Page<Approval> {
  waiting: number;
  decides: boolean;
}

export interface Limits {
  version: number;
  points: number;
  balanceFen: number;
  refundFen: number;
  chargeFen: number;
  coupons: number;
  secondFactor: boolean;
}

export const theApprovals = (cursor: string | null): Promise<Approvals> => ask('GET', APPROVALS + query({ cursor }));
export const decide = (id: string, agrees: boolean, reason: string): Promise<Approval> =>
  ask('POST', `${APPROVALS}/${id}/${agrees ? 'approval' : 'refusal'}`, { body: { reason } });
export const theLimits = (): Promise<Limits> => ask('GET', `${APPROVALS}/limits`);
export const saveLimits = (limits: Limits): Promise<Limits> => ask('PUT', `${APPROVALS}/limits`, { body: limits });
