import { shallowRef } from 'vue';

export interface Told {
  text: string;
  code: string;
  bad: boolean;
}

export const told = shallowRef<Told | null>(null);

const READING_MS = 3_500;
let timer = 0;

function show(next: Told): void {
  window.clearTimeout(timer);
  // A sheet that closes with the deed is gone by then; else the words would be shown inside it, and go with it.
  timer = window.setTimeout(() => {
    told.value = next;
    timer = window.setTimeout(() => (told.value = null), READING_MS);
  });
}

/** After the sheet that the deed closes: in a closed sheet nobody would see it. */
export const tell = (text: string): void => void window.setTimeout(() => show({ text, code: '', bad: false }));
export const warn = (text: string, code: string): void => show({ text, code, bad: true });
