import { onBeforeUnmount, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { router } from '../router';
import { texts } from '../texts';
import { Problem, Unreachable } from './ask';
import { session, SIGNED_OUT } from './session';
import { warn } from './toast';

export const online = ref(navigator.onLine);
window.addEventListener('online', () => (online.value = true));
window.addEventListener('offline', () => (online.value = false));

export interface Said {
  text: string;
  code: string;
}

/** Sends whoever's session has ended to the sign-in, and remembers where he was. */
export async function shownOut(e: unknown): Promise<boolean> {
  if (!(e instanceof Problem) || e.code !== SIGNED_OUT) return false;
  const ended = session.value !== null;
  session.value = null;
  const here = router.currentRoute.value;
  if (here.name !== 'sign-in') {
    await router.replace({ name: 'sign-in', query: { to: here.fullPath, ...(ended && { ended: '1' }) } });
  }
  return true;
}

export function inWords(e: unknown): Said {
  if (e instanceof Problem) return { text: e.message || texts.door.broken, code: e.code };
  if (e instanceof Unreachable) {
    return online.value
      ? { text: texts.door.unreachable, code: 'unreachable' }
      : { text: texts.door.offline, code: 'offline' };
  }
  throw e;
}

export interface Deed<A extends unknown[], T> {
  /** Undefined when it did not happen, was said no to, or is being done already. */
  go: (...given: A) => Promise<T | undefined>;
  busy: Ref<boolean>;
}

/** For what is done by a tap: a second tap while the first is on its way does nothing; a no is told in a toast. */
export function useDeed<A extends unknown[], T>(
  work: (...given: A) => Promise<T>,
  said: (why: Said, e: unknown) => void = why => warn(why.text, why.code),
): Deed<A, T> {
  const busy = ref(false);
  const go = async (...given: A): Promise<T | undefined> => {
    if (busy.value) return undefined;
    busy.value = true;
    try {
      return await work(...given);
    } catch (e) {
      if (!(await shownOut(e))) said(inWords(e), e);
      return undefined;
    } finally {
      busy.value = false;
    }
  };
  return { go, busy };
}

export interface Loading<T> {
  data: ShallowRef<T | null>;
  failure: ShallowRef<Said | null>;
  load: () => Promise<void>;
}

/**
 * For what a screen needs before it can show anything: loads, keeps what it had, tries again when the network is back.
 * Only the newest question is answered.
 */
export function useLoading<T>(work: () => Promise<T>): Loading<T> {
  const data = shallowRef<T | null>(null);
  const failure = shallowRef<Said | null>(null);
  let turn = 0;
  const load = async () => {
    const mine = ++turn;
    try {
      const found = await work();
      if (mine !== turn) return;
      data.value = found;
      failure.value = null;
    } catch (e) {
      if (mine === turn && !(await shownOut(e))) failure.value = inWords(e);
    }
  };
  const back = () => void load();
  window.addEventListener('online', back);
  onBeforeUnmount(() => window.removeEventListener('online', back));
  void load();
  return { data, failure, load };
}
