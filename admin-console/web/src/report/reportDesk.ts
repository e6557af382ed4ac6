import { query } from '../door/ask';
import { ask } from '../door/session';

export type Grain = 'DAY' | 'WEEK' | 'MONTH';

export interface Period {
  first: string;
  last: string;
  /** False for one that is still going on. */
  whole: boolean;
  figures: Record<string, number>;
}

export interface Kind {
  kind: string;
  label: string;
  issued: number;
  used: number;
  usedFen: number;
}

export interface Owed {
  day: string;
  points: number;
  /** What the points would pay by the rules in force. */
  pointsFen: number;
  pointsEnding: number;
  principalFen: number;
  giftFen: number;
}

export interface Definition {
  name: string;
  label: string;
  unit: string;
  words: string;
}

export interface Report {
  grain: Grain;
  storeId: string | null;
  stores: { id: string; name: string }[];
  madeAt: string | null;
  periods: Period[];
  today: Record<string, number>;
  couponKinds: Kind[];
  owed: Owed | null;
  definitions: Definition[];
}

const REPORTS = '/console/api/reports';

export const theReport = (grain: Grain, store: string | null): Promise<Report> => ask('GET', REPORTS + query({ grain, store }));

export const exportOf = (grain: Grain, store: string | null): string => `${REPORTS}/export${query({ grain, store })}`;
