import { query } from '../door/ask';
import type { Page } from '../door/paging';
import { ask } from '../door/session';

/** What the sections of a member's page ask for. */
const at = (member: string, what: string): string => `/console/api/members/${encodeURIComponent(member)}/${what}`;

export interface Bill {
  id: string;
  orderNo: string;
  at: string;
  paidFen: number;
  refundedFen: number;
  voided: boolean;
  lines: { name: string; quantity: number; amountFen: number }[];
}

export interface Figures {
  visits: number;
  amountFen: number;
  averageFen: number | null;
  daysBetween: number | null;
}

export interface Trail extends Page<Bill> {
  figures: Figures;
  habit: string | null;
}

export interface BookEntry {
  id: string;
  asset: string;
  change: number;
  balance: number;
  actor: string;
  at: string;
  text: string;
}

export interface Coupon {
  id: string;
  title: string;
  benefit: string;
  state: 'CLAIMED' | 'HELD' | 'REDEEMED' | 'EXPIRED' | 'TAKEN_BACK';
  expiresAt: string;
}

export interface Invite {
  friendId: string;
  friend: string;
  text: string;
  joinedAt: string;
}

export interface Invites extends Page<Invite> {
  invitedById: string | null;
  invitedBy: string | null;
}

export interface Message {
  pushId: string;
  title: string;
  topic: string;
  way: string;
  state: 'PENDING' | 'SENDING' | 'SENT' | 'FAILED' | 'UNKNOWN' | 'SKIPPED' | 'HELD_OUT';
  reason: string | null;
  at: string;
  delivered: boolean;
  opened: boolean;
}

export interface Day {
  label: string;
  month: number;
  day: number;
  lunar: boolean;
  leapMonth: boolean;
  next: string | null;
  days: number | null;
}

export interface Note {
  id: string;
  text: string;
  by: string | null;
  at: string;
}

export interface Merged {
  id: string;
  keptId: string;
  absorbedId: string;
  absorbedNumber: string;
  at: string;
  by: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
}

export interface Side {
  id: string;
  number: string;
  nickname: string;
  phone: string | null;
  level: string;
  coupons: number;
}

export interface MergePreview {
  kept: Side;
  absorbed: Side;
  identities: number;
  filled: string[];
  assets: { asset: string; label: string; money: boolean; kept: number; absorbed: number; together: number }[];
}

export interface Offer {
  id: string;
  title: string;
  paused: boolean;
  remaining: number | null;
  words: string[];
}

export type Book = 'points' | 'balance';

export const trail = (member: string, cursor: string | null): Promise<Trail> =>
  ask('GET', at(member, 'purchases') + query({ cursor }));
export const book = (which: Book, member: string, cursor: string | null): Promise<Page<BookEntry>> =>
  ask('GET', `/console/api/${which}${query({ member, cursor })}`);
export const coupons = (member: string, cursor: string | null): Promise<Page<Coupon>> =>
  ask('GET', `/console/api/coupons${query({ member, cursor })}`);
export const invites = (member: string, cursor: string | null): Promise<Invites> =>
  ask('GET', at(member, 'invites') + query({ cursor }));
export const messages = (member: string, cursor: string | null): Promise<Page<Message>> =>
  ask('GET', at(member, 'messages') + query({ cursor }));
export const days = (member: string): Promise<Page<Day>> => ask('GET', at(member, 'dates'));

export const notes = async (member: string): Promise<Note[]> => (await ask<Page<Note>>('GET', at(member, 'notes'))).items;
export const writeNote = async (member: string, text: string, key: string): Promise<Note[]> =>
  (await ask<Page<Note>>('POST', at(member, 'notes'), { body: { text }, key })).items;
export const removeNote = async (member: string, note: string): Promise<Note[]> =>
  (await ask<Page<Note>>('DELETE', at(member, `notes/${note}`))).items;

/** @param change in pieces, for money in 分; the key is that of the sheet, so that a second tap does nothing */
export const adjust = (which: Book, memberId: string, change: number, note: string, key: string): Promise<BookEntry> =>
  ask('POST', `/console/api/${which}`, { body: { memberId, change, note, key }, key });

export const offers = async (): Promise<Offer[]> =>
  (await ask<Page<Offer>>('GET', '/console/api/offers')).items.filter(offer => !offer.paused && offer.remaining !== 0);
export const giveCoupon = (memberId: string, offerId: string, reason: string, key: string): Promise<Coupon> =>
  ask('POST', '/console/api/coupons', { body: { memberId, offerId, reason }, key });

export const mergesOf = (member: string): Promise<Page<Merged>> => ask('GET', at(member, 'merges'));
export const previewMerge = (member: string, other: string): Promise<MergePreview> =>
  ask('GET', at(member, 'merges/preview') + query({ with: other }));
export const merge = (member: string, memberId: string): Promise<Merged> =>
  ask('POST', at(member, 'merges'), { body: { memberId } });
export const undoMerge = (id: string): Promise<Merged> => ask('POST', `/console/api/merges/${id}/undo`);

