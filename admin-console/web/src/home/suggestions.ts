import { ask } from '../door/session';

export type Deed = 'GIFT' | 'PUSH' | 'SEEN';

export interface Done {
  deed: Deed;
  words: string;
  subject: string | null;
  /** Nothing has been given yet. */
  stoppable: boolean;
  at: string;
}

export interface Suggestion {
  matter: string;
  title: string;
  why: string;
  many: number;
  members: { id: string; nickname: string }[];
  deeds: Deed[];
  countedAt: string;
  done: Done | null;
}

export interface Outcome {
  title: string;
  given: number;
  used: number;
}

export interface Giveable {
  id: string;
  title: string;
  words: string[];
}

export interface Suggestions {
  items: Suggestion[];
  done: Suggestion[];
  aWeekAgo: Outcome[];
  offers: Giveable[];
}

const SUGGESTIONS = '/console/api/home/suggestions';

export const theSuggestions = (): Promise<Suggestions> => ask('GET', SUGGESTIONS);

export const act = (matter: string, deed: Deed, offerId: string | null, key: string): Promise<Suggestion> =>
  ask('POST', `${SUGGESTIONS}/${matter}`, { body: { deed, offerId }, key });

/** What has not been given yet is not given. */
export const takeBack = (batch: string): Promise<void> => ask('DELETE', `/console/api/coupons/batches/${batch}`);

/** Where more is told about a trouble, as soon as there is such a page. */
export const PLACES: Record<string, string[]> = {
  BOOKS: ['/me/checks'],
  REFUNDS: ['/me/checks'],
  TILLS: ['/me/till-keys'],
};
