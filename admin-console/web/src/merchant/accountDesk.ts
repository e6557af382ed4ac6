import { ask } from '../door/session';

export type Kind = 'OFFICIAL' | 'MINI';

export interface Account {
  appid: string;
  kind: Kind;
  name: string;
  callbackUrl: string;
}

export interface Step {
  name: string;
  good: boolean;
  text: string;
}

/** What is left out stays as it was. */
export interface Keys {
  kind?: Kind;
  name?: string;
  secret?: string;
  token?: string;
  aesKey?: string;
}

const ACCOUNTS = '/console/api/wechat-accounts';
const one = (appid: string) => `${ACCOUNTS}/${encodeURIComponent(appid)}`;

export const theAccounts = (): Promise<{ items: Account[]; callbackRoot: string }> => ask('GET', ACCOUNTS);
export const connect = (appid: string, keys: Keys): Promise<Account> => ask('PUT', one(appid), { body: keys });
export const check = async (appid: string): Promise<Step[]> => (await ask<{ items: Step[] }>('POST', `${one(appid)}/checks`)).items;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits, as WeChat wants its token (up to 32) and its key (43). */
export function letters(many: number): string {
  let text = '';
  // What does not divide evenly is drawn again, so that each letter is as likely as the next.
  while (text.length < many) {
    for (const byte of crypto.getRandomValues(new Uint8Array(many))) {
      if (byte < LETTERS.length * 4 && text.length < many) text += LETTERS.charAt(byte % LETTERS.length);
    }
  }
  return text;
}
