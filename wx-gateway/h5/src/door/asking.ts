import { onBeforeUnmount, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { router } from '../router';
import { texts } from '../texts';
import { Problem, Unreachable } from './api';
import { closed, login, me, shop } from './session';
import { warn } from './toast';

export const online = ref(navigator.onLine);
window.addEventListener('online', () => (online.value = true));
window.addEventListener('offline', () => (online.value = false));

/** Sends a stranger to the login and a guest to the welcome; true when the screen has nothing more to say. */
async function shownOut(e: unknown): Promise<boolean> {
  if (!(e instanceof Problem)) return false;
  if (e.status === 401) {
    try {
      await login();
    } catch (failed) {
      if (!(failed instanceof Problem)) return false;
      closed.value = 'noShop';
    }
    return true;
  }
  if (e.code === 'session.not-joined') {
    me.value = null;
    await router.replace('/join');
    return true;
  }
  return false;
}

export function inWords(e: unknown): { text: string; code: string } {
  if (e instanceof Problem) return { text: e.message || texts.door.broken, code: e.code };
  if (e instanceof Unreachable) {
    return online.value
      ? { text: texts.door.unreachable, code: 'unreachable' }
      : { text: texts.door.offline, code: 'offline' };
  }
  throw e;
}

/** For what the customer does by a tap: says why not, and answers undefined. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (e) {
    if (!(await shownOut(e))) {
      const said = inWords(e);
      warn(said.text, said.code);
    }
    return undefined;
  }
}

export interface Loading<T> {
  data: ShallowRef<T | null>;
  failure: ShallowRef<{ text: string; code: string } | null>;
  load: () => Promise<void>;
}

/**
 * For what a screen needs before it can show anything: loads, keeps what it had, tries again when the network is
 * back. Only the newest question is answered.
 */
export function useLoading<T>(work: () => Promise<T>, kept: Ref<T | null> = shallowRef(null)): Loading<T> {
  const failure = shallowRef<{ text: string; code: string } | null>(null);
  let turn = 0;
  const load = async () => {
    const mine = ++turn;
    try {
      const found = await work();
      if (mine !== turn) return;
      kept.value = found;
      failure.value = null;
    } catch (e) {
      if (mine !== turn) return;
      if (shop.value === null && e instanceof Problem && e.status === 404) closed.value = 'noShop';
      else if (!(await shownOut(e))) failure.value = inWords(e);
    }
  };
  const back = () => void load();
  window.addEventListener('online', back);
  onBeforeUnmount(() => window.removeEventListener('online', back));
  void load();
  return { data: kept as ShallowRef<T | null>, failure, load };
}
