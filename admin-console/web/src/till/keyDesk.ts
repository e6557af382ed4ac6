import { ask } from '../door/session';

export type Scope = 'SCAN' | 'SETTLE' | 'REFUND';

export interface Caps {
  billFen: number;
  hourFen: number;
  dayFen: number;
  billPoints: number;
  hourPoints: number;
  dayPoints: number;
}

export interface Terms {
  name: string;
  storeId: string;
  scopes: readonly Scope[];
  /** None is as usual. */
  caps: Partial<Caps> | null;
  opens: string | null;
  closes: string | null;
}

export interface Key {
  key: string;
  terms: Terms & { caps: Caps };
  issuedAt: string;
  previousUntil: string | null;
  revokedAt: string | null;
}

/** Told this once. */
export interface Secret {
  key: string;
  secret: string;
}

export interface Alarm {
  key: string;
  cap: string;
  at: string;
}

const KEYS = '/console/api/till-keys';

export const theKeys = async (): Promise<Key[]> => (await ask<{ items: Key[] }>('GET', KEYS)).items;
export const theAlarms = async (): Promise<Alarm[]> => (await ask<{ items: Alarm[] }>('GET', '/console/api/till-alarms')).items;
export const makeKey = (terms: Terms): Promise<Secret> => ask('POST', KEYS, { body: terms });
export const changeKey = (key: string, terms: Terms): Promise<Key> => ask('PUT', `${KEYS}/${key}`, { body: terms });
export const rotateKey = (key: string, overlapHours: number): Promise<Secret> =>
  ask('POST', `${KEYS}/${key}/rotations`, { body: { overlapHours } });
export const revokeKey = (key: string): Promise<void> => ask('DELETE', `${KEYS}/${key}`);
