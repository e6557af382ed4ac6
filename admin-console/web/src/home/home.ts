import { ask } from '../door/session';

/** One of today's numbers, in the server's words: a feature that has something to tell adds it there. */
export interface Figure {
  name: string;
  label: string;
  unit: string;
  value: number;
  /** The same at the end of yesterday, when that can be compared. */
  yesterday: number | null;
}

export interface Home {
  day: string;
  figures: Figure[];
}

export const theHome = (): Promise<Home> => ask<Home>('GET', '/console/api/home');

/** Which page tells more about a figure. */
export const PAGE_OF: Record<string, { to: string; needs: string }> = {
  members: { to: '/members', needs: 'GET /console/api/members' },
  joined: { to: '/members', needs: 'GET /console/api/members' },
  'member-bills': { to: '/me/reports', needs: 'GET /console/api/reports' },
  'member-takings-fen': { to: '/me/reports', needs: 'GET /console/api/reports' },
  'coupons-used': { to: '/me/reports', needs: 'GET /console/api/reports' },
  'points-issued': { to: '/me/reports', needs: 'GET /console/api/reports' },
  'check-ins': { to: '/marketing/check-in', needs: 'GET /console/api/check-in-plan' },
};
