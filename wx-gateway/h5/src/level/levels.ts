import { get } from '../door/api';
import type { Day } from '../checkin/calendar';

export interface Rung {
  step: number;
  name: string;
  /** Within the window, in the ladder's measure: money in 分. */
  needs: number;
  reached: boolean;
  benefits: {
    discountPercent: number;
    pointsPercent: number;
    birthdayGift: string;
    priority: boolean;
    freeDeliveries: number;
    adviser: boolean;
  };
}

export interface Levels {
  measure: 'AMOUNT' | 'VISITS' | 'GROWTH';
  windowMonths: number;
  step: number;
  name: string;
  value: number;
  toKeep: number;
  protectedUntil: Day | null;
  boostedUntil: Day | null;
  /** What it takes to the next level; null at the top. */
  text: string | null;
  items: Rung[];
}

export const theLevels = (): Promise<Levels> => get('/api/me/levels');
