import { query } from '../door/ask';
import type { Page } from '../door/paging';
import { ask } from '../door/session';

export type State = 'READING' | 'CHECKED' | 'RUNNING' | 'DONE' | 'UNDOING' | 'UNDONE' | 'FAILED' | 'DISCARDED';

export interface Import {
  id: string;
  fileName: string;
  state: State;
  again: boolean;
  understood: { field: string; label: string; heading: string }[];
  ignored: string[];
  refusal: string | null;
  lines: number;
  good: number;
  bad: number;
  imported: number;
  conflicts: number;
  undone: number;
  kept: number;
  claimed: number;
  points: number;
  growth: number;
  principalFen: number;
  giftFen: number;
  percent: number;
  madeAt: string;
}

export interface Trouble {
  stage: 'CHECK' | 'RUN' | 'UNDO';
  line: number;
  field: string;
  label: string;
  code: string;
  text: string;
}

const IMPORTS = '/console/api/imports';
const at = (id: string) => `${IMPORTS}/${encodeURIComponent(id)}`;

export const moves = (state: State): boolean => state === 'READING' || state === 'RUNNING' || state === 'UNDOING';

/** The same file again is the same import, so a lost answer may be asked for again. */
export const upload = (file: File): Promise<Import> => ask('POST', IMPORTS + query({ name: file.name }), { file });
export const theImports = (cursor: string | null): Promise<Page<Import>> => ask('GET', IMPORTS + query({ cursor }));
export const theImport = (id: string): Promise<Import> => ask('GET', at(id));
export const theTroubles = (id: string, cursor: string | null): Promise<Page<Trouble>> =>
  ask('GET', `${at(id)}/problems${query({ cursor })}`);
export const run = (id: string): Promise<Import> => ask('POST', `${at(id)}/run`, { body: {} });
export const undo = (id: string): Promise<Import> => ask('POST', `${at(id)}/undo`, { body: {} });
