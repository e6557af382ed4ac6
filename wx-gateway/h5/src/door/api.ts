import type { Day, Month } from '../checkin/calendar';

export interface Shop {
  merchantId: string;
  name: string;
  stores: { id: string; name: string; address: string }[];
  consent: { version: string; title: string; text: string };
  officialAccount: string | null;
}

export interface YearlyDate {
  label: string;
  month: number;
  day: number;
  lunar: boolean;
}

export interface Me {
  id: string;
  number: string;
  nickname: string;
  phone: string | null;
  birthday: Day | null;
  profile: Record<string, string>;
  dates: YearlyDate[];
  joinedAt: string;
}

export interface Joining {
  consent: { version: string };
  nickname?: string;
  birthday?: Day;
  inviteCode?: string;
  scene?: string;
}

export interface Card {
  number: string;
  level: { name: string };
  levelProgress: { text: string; percent: number } | null;
  points: number;
  balanceFen: number;
  coupons: number;
  code: { value: string; expiresAt: string; qrSvg: string; barcodeSvg: string };
}

export type RewardKind = 'POINTS' | 'COUPON' | 'GIFT';

export interface CheckIn {
  day: Day;
  streak: number;
  rewards: { kind: RewardKind; text: string; points?: number }[];
  points: number;
}

export interface CheckInMonth {
  days: Day[];
  madeUp: Day[];
  today: Day;
  checkedInToday: boolean;
  streak: number;
  makeUpsLeft: number;
  plan: { streak: number; kind: RewardKind; text: string; daysLeft: number }[];
  pointsADay: number;
}

export interface PointsEntry {
  id: string;
  change: number;
  reason: string;
  reference: string;
  balance: number;
  at: string;
  text: string;
}

export interface PointsPage {
  items: PointsEntry[];
  next: string | null;
  balance: number;
  expiring: { points: number; on: Day }[];
}

export interface Invited {
  state: 'JOINED' | 'BOUGHT' | 'REWARDED' | 'REFUSED' | 'TAKEN_BACK';
  text: string;
  dueOn: Day | null;
}

export interface Invite {
  link: string;
  poster: string;
  plan: { inForce: boolean; fromFen: number; waitDays: number };
  commission: { permille: number[]; fromVisits: number; visits: number; paidFen: number; waitingFen: number } | null;
  invited: Invited | null;
}

export interface Friend extends Invited {
  id: string;
  friend: string;
  joinedAt: string;
}

export interface Topic {
  code: string;
  label: string;
  /** Whether the shop wants something from the member, and not the other way round. */
  marketing: boolean;
}

/** What a member does not want to be told; without a topic it is all of them, without a way by any. */
export interface OptOut {
  topic?: string | null;
  way?: string | null;
}

export interface OptOuts {
  items: OptOut[];
  topics: Topic[];
}

/** A no from the server, in its own words. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** No answer at all: the phone is offline, or the server is. */
export class Unreachable extends Error {}

export interface Answer<T> {
  body: T;
  status: number;
  /** The server's Date header. */
  servedAt: string | null;
}

const PATIENCE_MS = 10_000;
const BREATH_MS = 600;

/** crypto.randomUUID exists on https and localhost only; a shop may try Shuke out on a plain address of its own. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
}

const DEVICE = 'shuke-device';
const TELLS_DEVICE = ['/api/members', '/api/me/invite'];

/** What this phone is called, so that one phone is not taken for many friends; undefined where nothing can be kept. */
function device(): string | undefined {
  try {
    const known = localStorage.getItem(DEVICE) ?? newKey();
    localStorage.setItem(DEVICE, known);
    return known;
  } catch {
    return undefined;
  }
}

async function once(path: string, init: RequestInit): Promise<Response> {
  const stop = new AbortController();
  const timer = window.setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    return await fetch(path, { ...init, signal: stop.signal });
  } catch {
    throw new Unreachable();
  } finally {
    window.clearTimeout(timer);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  return new Problem(response.status, told.code ?? `http.${response.status}`, told.detail ?? '');
}

async function send<T>(method: string, path: string, body?: unknown, key = newKey()): Promise<Answer<T>> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (method !== 'GET') headers['Content-Type'] = 'application/json';
  if (method === 'POST') headers['Idempotency-Key'] = key;
  const phone = TELLS_DEVICE.includes(path) && device();
  if (phone) headers['X-Device'] = phone;
  const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
  if (body !== undefined) init.body = JSON.stringify(body);
  // A lost answer is asked for once more, with the same key: the server does the work once.
  const response = await once(path, init).catch(async e => {
    if (!navigator.onLine) throw e;
    await new Promise(resolve => window.setTimeout(resolve, BREATH_MS));
    return once(path, init);
  });
  if (!response.ok) throw await problemOf(response);
  const servedAt = response.headers.get('Date');
  const told = response.status === 204 ? undefined : await response.json().catch(() => Promise.reject(new Unreachable()));
  return { body: told as T, status: response.status, servedAt };
}

const body = async <T>(answer: Promise<Answer<T>>): Promise<T> => (await answer).body;

export const get = <T>(path: string): Promise<T> => body(send<T>('GET', path));

/** @param key the same for the same wish, however often it is sent */
export const post = <T>(path: string, given: unknown, key = newKey()): Promise<T> => body(send<T>('POST', path, given, key));

export const api = {
  shop: (merchant: string | null) =>
    body(send<Shop>('GET', merchant ? `/api/shop?merchant=${encodeURIComponent(merchant)}` : '/api/shop')),
  me: () => body(send<Me>('GET', '/api/me')),
  join: (joining: Joining) => send<Me>('POST', '/api/members', joining),
  change: (change: Partial<Pick<Me, 'nickname' | 'birthday' | 'dates'>>) => body(send<Me>('PATCH', '/api/me', change)),
  leave: () => body(send<void>('DELETE', '/api/me')),
  exported: () => body(send<unknown>('GET', '/api/me/export')),
  /** The card, with a fresh code and its pictures; the lease runs by the code's own answer. */
  card: async (): Promise<Answer<Card>> => {
    const [card, code] = await Promise.all([
      send<Omit<Card, 'code'>>('GET', '/api/me/card'),
      send<Card['code']>('GET', '/api/me/card/code'),
    ]);
    return { ...code, body: { ...card.body, code: code.body } };
  },
  checkIn: () => body(send<CheckIn>('POST', '/api/me/check-ins', {})),
  makeUp: (day: Day) => body(send<CheckIn>('POST', '/api/me/check-ins/make-up', { day })),
  month: (month: Month | null) =>
    body(send<CheckInMonth>('GET', month ? `/api/me/check-ins?month=${month}` : '/api/me/check-ins')),
  invite: () => body(send<Invite>('GET', '/api/me/invite')),
  invites: (cursor: string | null) =>
    body(send<{ items: Friend[]; next: string | null }>('GET', cursor ? `/api/me/invites?cursor=${encodeURIComponent(cursor)}` : '/api/me/invites')),
  optOuts: () => body(send<OptOuts>('GET', '/api/me/opt-outs')),
  optOut: (items: OptOut[]) => body(send<OptOuts>('PUT', '/api/me/opt-outs', { items })),
  points: (cursor: string | null) =>
    body(send<PointsPage>('GET', cursor ? `/api/me/points?cursor=${encodeURIComponent(cursor)}` : '/api/me/points')),
};
