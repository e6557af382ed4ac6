import { ask } from '../door/session';
import type { Bill, Guest, Question, Quote, Refunded, Settled, Store } from './till';

const TILL = '/console/api/till';

export type Shown = { code: string } | { phone: string; reason: string };

export const theStores = async (): Promise<Store[]> => (await ask<{ items: Store[] }>('GET', `${TILL}/stores`)).items;

export const scan = (storeId: string, shown: Shown): Promise<Guest> =>
  ask('POST', `${TILL}/scans`, { body: { storeId, ...shown } });

export const quote = (question: Question): Promise<Quote> => ask('POST', `${TILL}/quotes`, { body: question });

/** The order number is the key as well: a bill is made once, however often it is sent. */
export const settle = (bill: Bill): Promise<Settled> => ask('POST', `${TILL}/bills`, { body: bill, key: bill.orderNo });

export const refund = (billId: string, storeId: string, orderNo: string, amountFen: number): Promise<Refunded> =>
  ask('POST', `${TILL}/bills/${encodeURIComponent(billId)}/refunds`, {
    body: { storeId, orderNo, amountFen },
    key: orderNo,
  });
