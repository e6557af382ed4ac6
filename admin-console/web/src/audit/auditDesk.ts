import type { Page } from '../door/paging';
import { query } from '../door/ask';
import { ask, type Role } from '../door/session';

const AUDIT = '/console/api/audit';

export interface AuditEntry {
  id: string;
  at: string;
  name: string;
  role: Role;
  text: string;
  objectKind: string;
  objectId: string | null;
  outcome: 'DONE' | 'REFUSED' | 'FAILED' | 'UNKNOWN';
  refusal: string | null;
  requestId: string;
  fingerprint: string;
}

export type Told = Record<string, unknown>;

export interface AuditDetail {
  entry: AuditEntry;
  rule: boolean;
  told: Told;
  before: Told | null;
}

export interface Verdict {
  rows: number;
  broken: number | null;
  words: string;
  fingerprint: string;
}

export const theAudit = (cursor: string | null): Promise<Page<AuditEntry>> => ask('GET', AUDIT + query({ cursor }));
export const theAct = (id: string): Promise<AuditDetail> => ask('GET', `${AUDIT}/${id}`);
export const verify = (): Promise<Verdict> => ask('GET', `${AUDIT}/verification`);

export interface Line {
  name: string;
  before: string | null;
  after: string;
}

const words = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

/** Of a rule what became different; of anything else all that is kept. */
export function lines(detail: AuditDetail): Line[] {
  const before = detail.before;
  return Object.keys({ ...before, ...detail.told })
    .filter(name => name !== 'version')
    .map(name => ({
      name,
      before: before ? words(before[name]) : null,
      after: words(detail.told[name]),
    }))
    .filter(line => line.before === null || line.before !== line.after);
}
