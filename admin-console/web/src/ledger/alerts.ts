import { ask } from '../door/session';

export interface Alert {
  id: string;
  memberId: string | null;
  asset: string | null;
  text: string;
  foundAt: string;
  open: boolean;
  settled: { by: string; reason: string; mended: boolean; at: string } | null;
}

const CHECKS = '/console/api/self-checks';

export const theAlerts = (): Promise<{ items: Alert[] }> => ask('GET', CHECKS);

export const checkNow = (): Promise<{ violations: number; items: Alert[] }> => ask('POST', CHECKS);

export const settle = (id: string, reason: string): Promise<Alert> =>
  ask('POST', `${CHECKS}/${encodeURIComponent(id)}/settle`, { body: { reason } });
