import { ask } from '../door/session';

const FACTOR = '/console/api/second-factor';

export interface Factor {
  enrolled: boolean;
  required: boolean;
  recoveryCodes: number;
}

export interface FactorOffer {
  secret: string;
  uri: string;
}

export const theFactor = (): Promise<Factor> => ask('GET', FACTOR);
export const offerFactor = (password: string): Promise<FactorOffer> => ask('POST', FACTOR, { body: { password } });
export const confirmFactor = (code: string): Promise<{ recoveryCodes: string[] }> =>
  ask('POST', `${FACTOR}/confirmation`, { body: { code } });
export const stopFactor = (): Promise<void> => ask('DELETE', FACTOR);
export const showFactor = (code: string): Promise<{ until: string }> =>
  ask('POST', '/console/api/sessions/second-factor', { body: { code } });
