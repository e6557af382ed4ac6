import { ask } from '../door/session';

export interface Store {
  id: string;
  name: string;
  address: string;
  scene: string;
  open: boolean;
  version: number;
}

const STORES = '/console/api/stores';

export const theStores = async (): Promise<Store[]> => (await ask<{ items: Store[] }>('GET', STORES)).items;

/** Refused when somebody else has changed it since it was read. */
export const saveStore = (old: Store | null, name: string, address: string): Promise<Store> =>
  old
    ? ask('PUT', `${STORES}/${old.id}`, { body: { name, address, version: old.version } })
    : ask('POST', STORES, { body: { name, address } });

export const setOpen = (store: Store, open: boolean): Promise<Store> =>
  ask('PUT', `${STORES}/${store.id}/open`, { body: { open, version: store.version } });
