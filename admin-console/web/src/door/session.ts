import { shallowRef } from 'vue';
import { Problem, send, type Method, type Question } from './ask';
import { NEEDED, stepUp } from './stepUp';

export type Role = 'OWNER' | 'MANAGER' | 'CASHIER' | 'ADVISER';

export interface Session {
  name: string;
  role: Role;
  merchant: { id: string; name: string };
  csrf: string;
  /** The doors that are open to the role, such as "GET /console/api/members". */
  may: string[];
}

const SESSIONS = '/console/api/sessions';
export const SIGNED_OUT = 'console.signed-out';

/** Where this browser signed in last: whoever scans does not say for whom he works. */
export const LAST_SHOP = 'shuke.merchant';

export const session = shallowRef<Session | null>(null);

export const may = (door: string): boolean => session.value?.may.includes(door) ?? false;

function opened(told: Session): Session {
  session.value = told;
  document.title = `${told.merchant.name} · 商家后台`;
  localStorage.setItem(LAST_SHOP, told.merchant.id);
  return told;
}

/** Answers null when nobody is signed in in this browser. */
export async function theSession(): Promise<Session | null> {
  if (session.value) return session.value;
  try {
    return opened(await send<Session>('GET', SESSIONS, null));
  } catch (e) {
    if (e instanceof Problem && e.status === 401) return null;
    throw e;
  }
}

export async function signIn(account: string, password: string): Promise<void> {
  opened(await send<Session>('POST', SESSIONS, null, { body: { account, password } }));
}

/** False while what the server waits for has not happened: it then answers with nothing. */
export async function signedInBy(path: string, body: unknown): Promise<boolean> {
  const told = await send<Session | undefined>('POST', path, null, { body });
  if (told) opened(told);
  return told !== undefined;
}

/** With the secret from the program's log, once; the owner is signed in then. */
export async function becomeOwner(secret: string, account: string, name: string, password: string): Promise<void> {
  await send('POST', '/console/api/first-owner', null, { body: { secret, account, name, password } });
  await signIn(account, password);
}

export async function signOut(): Promise<void> {
  await ask('DELETE', SESSIONS);
  session.value = null;
}

/**
 * Asks one of the desks. Somebody who signed in anew in another tab has another token here too: it is fetched, and what
 * was asked is asked again.
 */
export async function ask<T>(method: Method, path: string, question: Question = {}): Promise<T> {
  const who = await theSession();
  if (!who) throw new Problem(401, SIGNED_OUT, '');
  try {
    return await send<T>(method, path, who.csrf, question);
  } catch (e) {
    // Refused before the desk was asked: with the code shown, the very same is asked again.
    if (e instanceof Problem && e.code === NEEDED && (await stepUp())) return send<T>(method, path, who.csrf, question);
    if (!(e instanceof Problem) || e.code !== 'console.csrf') throw e;
    const now = opened(await send<Session>('GET', SESSIONS, null));
    // Never in somebody else's name.
    if (who.merchant.id !== now.merchant.id || who.name !== now.name || who.role !== now.role) throw e;
    return send<T>(method, path, now.csrf, question);
  }
}
