import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { inWords, shownOut, type Said } from './asking';

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Paging<T> {
  items: ShallowRef<T[] | null>;
  more: Ref<boolean>;
  loading: Ref<boolean>;
  failure: ShallowRef<Said | null>;
  again: () => Promise<void>;
  next: () => Promise<void>;
}

/** A list that is continued by cursor, as far as somebody scrolls. */
export function usePaging<T>(work: (cursor: string | null) => Promise<Page<T>>): Paging<T> {
  const items = shallowRef<T[] | null>(null);
  const cursor = ref<string | null>(null);
  const more = ref(false);
  const loading = ref(false);
  const failure = shallowRef<Said | null>(null);
  let turn = 0;

  const load = async (from: string | null) => {
    const mine = ++turn;
    loading.value = true;
    try {
      const page = await work(from);
      if (mine !== turn) return;
      items.value = from === null ? page.items : [...(items.value ?? []), ...page.items];
      cursor.value = page.next;
      more.value = page.next !== null;
      failure.value = null;
    } catch (e) {
      if (mine === turn && !(await shownOut(e))) failure.value = inWords(e);
    } finally {
      if (mine === turn) loading.value = false;
    }
  };
  const again = () => load(null);
  const next = async () => {
    if (!loading.value && more.value) await load(cursor.value);
  };
  return { items, more, loading, failure, again, next };
}
