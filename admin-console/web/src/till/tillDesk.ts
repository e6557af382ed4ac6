import { ask } from '../door/session';
import type { Bill, Guest, Refunded, Settled, Store } from './till';

const TILL = '/console/api/till';

export type Shown = { code: string } | { phone: string; reason: string };

export const theStores = async (): Promise<Store[]> => (await ask<{ items: Store[] }>('GET', `${TILL}/stores`)).items;

export const scan = (storeId: string, shown: Shown): Promise<Guest> =>
  ask('POST', `${TILL}/scans`, { body: { storeId, ...shown } });

/** The order number is the key as well: a bill is made once, however often it is sent. */
export const settle = (bill: Bill): Promise<Settled> => ask('POST', `${TILL}/bills`, { body: bill, key: bill.orderNo });

export const refund = (billId: string, orderNo: string, amountFen: number): Promise<Refunded> =>
  ask('POST', `${TILL}/bills/${encodeURIComponent(billId)}/refunds`, { body: { orderNo, amountFen }, key: orderNo });
