import { Problem, send } from '../door/ask';
import { ask, LAST_SHOP, signedInBy } from '../door/session';

/** What a browser shows, and the secret that only it has. */
export interface Code {
  merchantId?: string;
  scene: string;
  secret: string;
  until: string;
}

const WECHAT = '/console/api/me/wechat';

export const signInCode = (): Promise<Code> =>
  send('POST', '/console/api/sessions/codes', null, { body: { merchantId: localStorage.getItem(LAST_SHOP) } });

/** False while nobody has scanned; signed in when somebody has. */
export const scannedIn = ({ merchantId, scene, secret }: Code): Promise<boolean> =>
  signedInBy('/console/api/sessions/scans', { merchantId, scene, secret });

export const bindingCode = (): Promise<Code> => ask('POST', `${WECHAT}/codes`);
export const isBound = async (): Promise<boolean> => (await ask<{ bound: boolean }>('GET', WECHAT)).bound;
export const unbind = (): Promise<void> => ask('DELETE', WECHAT);
export const boundBy = async ({ scene, secret }: Code): Promise<boolean> =>
  (await ask<{ bound: boolean }>('POST', WECHAT, { body: { scene, secret } })).bound;

/** The address that WeChat gave the code. */
export const addressOf = async (code: Code): Promise<string> =>
  (await send<{ url: string }>('GET', `/api/scan-codes?scene=${encodeURIComponent(code.scene)}`, null)).url;

export const isOver = (e: unknown): boolean => e instanceof Problem && e.code === 'scan.over';
