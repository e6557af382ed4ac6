import { onBeforeUnmount, watch, type Ref } from 'vue';

/** Keeps the screen on while a code is held to the till. Browsers that cannot do so simply go dark as always. */
export function useAwake(wanted: Ref<boolean>): void {
  let lock: WakeLockSentinel | undefined;
  const release = () => {
    void lock?.release();
    lock = undefined;
  };
  watch(wanted, async now => {
    release();
    if (!now || !('wakeLock' in navigator)) return;
    const held = await navigator.wakeLock.request('screen').catch(() => undefined);
    if (wanted.value) lock = held;
    else void held?.release();
  });
  onBeforeUnmount(release);
}
