import { ref, shallowRef } from 'vue';
import { api, type Me, type Shop } from './api';
import { knownShop, otherShop, rememberShop, wayBack } from './entry';

export const shop = shallowRef<Shop | null>(null);
export const me = shallowRef<Me | null>(null);

/** Why no screen can be shown, if so. */
export const closed = ref<'noShop' | 'noAccount' | 'loginFailed' | null>(null);

let asking: Promise<Shop> | null = null;

export function theShop(): Promise<Shop> {
  asking ??= api.shop(knownShop).then(
    told => {
      shop.value = told;
      document.title = told.name;
      if (!otherShop) rememberShop(told.merchantId);
      return told;
    },
    e => {
      asking = null;
      throw e;
    },
  );
  return asking;
}

export async function theMember(): Promise<Me> {
  me.value ??= await api.me();
  return me.value;
}

const TRIES = 'shuke.logins';
const TRIES_MS = 60_000;
const MOST_TRIES = 2;

/** A cookie that is never kept would send the browser round in circles. */
function mayTry(now: number): boolean {
  const recent = (JSON.parse(sessionStorage.getItem(TRIES) ?? '[]') as number[]).filter(at => now - at < TRIES_MS);
  sessionStorage.setItem(TRIES, JSON.stringify([...recent, now]));
  return recent.length < MOST_TRIES;
}

let leaving = false;

/** True when the browser is on its way to WeChat. */
export async function login(): Promise<boolean> {
  if (leaving) return true;
  const told = await theShop();
  if (told.officialAccount === null) {
    closed.value = 'noAccount';
  } else if (!mayTry(Date.now())) {
    closed.value = 'loginFailed';
  } else {
    leaving = true;
    rememberShop(told.merchantId);
    const to = encodeURIComponent(wayBack(location.hash));
    location.replace(`/oauth/${encodeURIComponent(told.officialAccount)}?to=${to}`);
  }
  return leaving;
}

export function tryLoginAgain(): void {
  sessionStorage.removeItem(TRIES);
  location.reload();
}
