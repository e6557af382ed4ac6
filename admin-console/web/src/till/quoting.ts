import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { inWords, shownOut, type Said } from '../door/asking';
import type { Question, Quote } from './till';
import { quote } from './tillDesk';

/** While somebody types only the last figure is asked about. */
const PAUSE_MS = 180;

export interface Quoting {
  /** What the guest is told; null as long as it is not known. */
  quoted: ShallowRef<Quote | null>;
  why: ShallowRef<Said | null>;
  waiting: Ref<boolean>;
  again: () => Promise<Quote | null>;
}

/** Keeps what a bill comes to in step with what is typed and chosen. */
export function useQuoting(question: Ref<Question | null>): Quoting {
  const quoted = shallowRef<Quote | null>(null);
  const why = shallowRef<Said | null>(null);
  const waiting = ref(false);
  let turn = 0;
  let timer = 0;

  async function again(): Promise<Quote | null> {
    window.clearTimeout(timer);
    const mine = ++turn;
    const asked = question.value;
    if (!asked) return null;
    waiting.value = true;
    try {
      const answer = await quote(asked);
      if (mine !== turn) return null;
      quoted.value = answer;
      why.value = null;
      return answer;
    } catch (e) {
      if (mine === turn && !(await shownOut(e))) why.value = inWords(e);
      return null;
    } finally {
      if (mine === turn) waiting.value = false;
    }
  }

  watch(question, asked => {
    turn++;
    window.clearTimeout(timer);
    quoted.value = null;
    why.value = null;
    waiting.value = asked !== null;
    if (asked) timer = window.setTimeout(() => void again(), PAUSE_MS);
  });
  return { quoted, why, waiting, again };
}
