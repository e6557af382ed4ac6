import { ask } from '../door/session';
import type { Step } from './accountDesk';

export interface PayAccount {
  connected: boolean;
  account: string | null;
}

export interface PayKeys {
  account: string;
  serial: string;
  privateKey: string;
  apiKey: string;
  platformKeyId: string;
  platformKey: string;
}

const PAY = '/console/api/pay-account';

export const thePayAccount = (): Promise<PayAccount> => ask('GET', PAY);
export const checkPay = async (keys: PayKeys): Promise<Step[]> => (await ask<{ items: Step[] }>('POST', `${PAY}/checks`, { body: keys })).items;
/** Refused while a step is wrong. */
export const connectPay = (keys: PayKeys): Promise<PayAccount> => ask('PUT', PAY, { body: keys });
