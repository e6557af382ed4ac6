import { shallowRef } from 'vue';

/** Set while an act waits for its doer's second factor; told whether he has shown it. */
export const wanted = shallowRef<((shown: boolean) => void) | null>(null);

export const NEEDED = 'console.second-factor-needed';

export function stepUp(): Promise<boolean> {
  wanted.value?.(false);
  return new Promise(resolve => {
    wanted.value = shown => {
      wanted.value = null;
      resolve(shown);
    };
  });
}
