/** What the QR code or the link said when the customer came in; it must outlive the way through WeChat's login. */
const KEPT = ['shop', 'scene', 'invite'] as const;

export type Entry = Partial<Record<(typeof KEPT)[number], string>>;

const HERE = 'shuke.entry';
const SHOP = 'shuke.shop';

function read(): Entry {
  const said = new URLSearchParams(location.search);
  const inHash = new URLSearchParams(location.hash.split('?')[1] ?? '');
  const entry = JSON.parse(sessionStorage.getItem(HERE) ?? '{}') as Entry;
  for (const name of KEPT) {
    const value = said.get(name) ?? inHash.get(name);
    if (value) entry[name] = value;
  }
  sessionStorage.setItem(HERE, JSON.stringify(entry));
  return entry;
}

export const entry: Entry = read();

const before = localStorage.getItem(SHOP);

/** The cookie is of the shop that was visited before: another shop's code needs another login. */
export const otherShop = entry.shop !== undefined && before !== null && before !== entry.shop;

export const knownShop: string | null = entry.shop ?? before;

export const rememberShop = (merchantId: string): void => localStorage.setItem(SHOP, merchantId);

/** Joined: the next visit is not by this invitation any more. */
export function forgetInvitation(): void {
  delete entry.invite;
  delete entry.scene;
  sessionStorage.setItem(HERE, JSON.stringify(entry));
}

/** The way back to the screen that is open now, for `/oauth/{appid}?to=`. */
export function wayBack(hash: string): string {
  const query = new URLSearchParams();
  for (const name of KEPT) {
    const value = entry[name];
    if (value) query.set(name, value);
  }
  const asked = query.toString();
  return `${location.pathname}${asked ? `?${asked}` : ''}${hash || '#/'}`;
}
