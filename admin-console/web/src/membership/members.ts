import { query } from '../door/ask';
import type { Page } from '../door/paging';
import { ask } from '../door/session';

export interface Member {
  id: string;
  number: string;
  nickname: string;
  phone: string | null;
  joinedAt: string;
  state: 'ACTIVE' | 'WITHDRAWN' | 'ABSORBED' | 'LEFT';
  points: number;
}

export interface Entry {
  id: string;
  change: number;
  reason: string;
  reference: string;
  balance: number;
  at: string;
  text: string;
}

export interface Told {
  label: string;
  value: string;
}

export interface Detail {
  member: Member;
  level: { name: string; percent: number; text: string | null };
  pendingPoints: number;
  growth: number;
  principalFen: number;
  giftFen: number;
  told: Told[];
  history: Page<Entry>;
}

const MEMBERS = '/console/api/members';

export const theMembers = (find: string, cursor: string | null): Promise<Page<Member>> =>
  ask('GET', MEMBERS + query({ find, cursor }));

export const theMember = (id: string, cursor: string | null): Promise<Detail> =>
  ask('GET', `${MEMBERS}/${encodeURIComponent(id)}${query({ cursor })}`);
