import { send } from '../door/ask';
import { ask, signIn, type Role } from '../door/session';

export interface Clerk {
  id: string;
  account: string;
  name: string;
  role: Role;
  storeIds: string[];
  version: number;
  self: boolean;
}

export interface Expected {
  id: string;
  name: string;
  role: Role;
  storeIds: string[];
  until: string;
}

export interface Post {
  name: string;
  role: Role;
  storeIds: readonly string[];
}

const STAFF = '/console/api/staff';

export const theStaff = (): Promise<{ items: Clerk[]; expected: Expected[] }> => ask('GET', STAFF);

/** @returns the whole address, which is told this once */
export async function invite(post: Post): Promise<string> {
  const told = await ask<{ path: string }>('POST', STAFF, { body: post });
  return location.origin + told.path;
}

/** Refused when somebody else has changed it since it was read. */
export const changeClerk = (old: Clerk, post: Post): Promise<Clerk> =>
  ask('PUT', `${STAFF}/${old.id}`, { body: { ...post, version: old.version } });

export const dismiss = (clerk: Clerk): Promise<void> => ask('DELETE', `${STAFF}/${clerk.id}`);
export const withdraw = (expected: Expected): Promise<void> => ask('DELETE', `${STAFF}/invitations/${expected.id}`);

/** With the secret of an invitation, once; he is signed in then. */
export async function arrive(secret: string, account: string, password: string): Promise<void> {
  await send('POST', `${STAFF}/arrivals`, null, { body: { secret, account, password } });
  await signIn(account, password);
}
