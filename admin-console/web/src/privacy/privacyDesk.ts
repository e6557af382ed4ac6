import { query } from '../door/ask';
import { ask } from '../door/session';

const PRIVACY = '/console/api/privacy';

export interface Owned {
  points: number;
  principalFen: number;
  giftFen: number;
  coupons: number;
  passes: number;
}

export interface Agreed {
  document: string;
  version: string;
  channel: string;
  granted: boolean;
  at: string;
}

export interface Person {
  id: string;
  number: string;
  nickname: string;
  owned: Owned;
  consents: Agreed[];
}

export interface ConsentText {
  version: string;
  title: string;
  text: string;
  current: boolean;
  members: number;
}

/** By whole card or phone number. */
export async function findPerson(typed: string): Promise<Person | null> {
  const found = await ask<{ items: { id: string }[] }>('GET', '/console/api/members' + query({ find: typed }));
  const one = found.items[0];
  return one ? ask<Person>('GET', `${PRIVACY}/members/${one.id}`) : null;
}
export const exportPerson = (id: string): Promise<unknown> => ask('POST', `${PRIVACY}/members/${id}/exports`, { body: {} });
export const deletePerson = (id: string, number: string, owned: Owned): Promise<void> =>
  ask('POST', `${PRIVACY}/members/${id}/deletion`, { body: { number, owned } });
export const theConsents = (): Promise<ConsentText[]> =>
  ask<{ items: ConsentText[] }>('GET', `${PRIVACY}/consents`).then(told => told.items);
