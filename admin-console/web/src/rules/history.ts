import { ask } from '../door/session';
import { query } from '../door/ask';
import type { Page } from '../door/paging';

export interface Change {
  version: number;
  at: string;
  by: string;
  words: string[];
}

export const CHANGES = 'GET /console/api/rule-changes';

/** @param rules such as `points` or `gift:7` */
export const theChanges = (rules: string, cursor: string | null): Promise<Page<Change>> =>
  ask('GET', `/console/api/rule-changes${query({ rules, cursor })}`);
