/** Two clocks at one moment: the wall clock, which people set, and the steady one, which stops while a phone sleeps. */
export interface Reading {
  wall: number;
  steady: number;
}

export interface Lease {
  from: Reading;
  lifeMs: number;
}

const LONGEST_MS = 60_000;
/** An HTTP date is cut to the second, so the server may be that much later than it says. */
const HTTP_DATE_STEP_MS = 1_000;

/**
 * How long a code may be shown, counted from the moment the request left. The server's own clock decides
 * (its Date header), because a phone may be minutes off; only without one is the phone believed.
 */
export function leaseOf(expiresAt: string, servedAt: string | null, from: Reading): Lease {
  const served = servedAt === null ? from.wall : Date.parse(servedAt) + HTTP_DATE_STEP_MS;
  const life = Date.parse(expiresAt) - served;
  return { from, lifeMs: Number.isFinite(life) ? Math.min(Math.max(life, 0), LONGEST_MS) : 0 };
}

/** Whichever clock says that more time has passed is right: a stale code is worse than a needless refresh. */
export function leftMs(lease: Lease, now: Reading): number {
  const passed = Math.max(now.wall - lease.from.wall, now.steady - lease.from.steady);
  return Math.max(0, lease.lifeMs - passed);
}
