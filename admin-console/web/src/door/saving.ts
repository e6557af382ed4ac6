import { ref, type Ref } from 'vue';
import { texts } from '../texts';
import { useDeed } from './asking';
import { warn } from './toast';

export interface Saving {
  save: (version: number) => Promise<void | undefined>;
  busy: Ref<boolean>;
  /** Somebody was faster, and it is asked whose work shall count. */
  clash: Ref<boolean>;
  takeTheirs: () => Promise<void>;
  keepMine: () => Promise<void>;
}

/**
 * For what several people may change: saves over the version that was read, and asks when that is not the newest any more.
 * @param refusals what the desk says then
 * @param newest what is in force now
 * @param forget drops one's own work and shows what is in force
 */
export function useSaving(
  write: (version: number) => Promise<void>,
  refusals: string[],
  newest: () => Promise<{ version: number }>,
  forget: () => Promise<unknown>,
): Saving {
  const clash = ref(false);
  const { go: save, busy } = useDeed(write, why => {
    if (refusals.includes(why.code)) clash.value = true;
    else warn(why.text, why.code);
  });
  const takeTheirs = async () => {
    clash.value = false;
    await forget();
  };
  const keepMine = async () => {
    clash.value = false;
    const now = await newest().catch(() => null);
    if (now) await save(now.version);
    else warn(texts.door.unreachable, 'unreachable');
  };
  return { save, busy, clash, takeTheirs, keepMine };
}
