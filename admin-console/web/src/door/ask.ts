/** A no from the server, in its own words. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    /** What else it told, such as the fields that a refusal names. */
    readonly told: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }
}

/** No answer at all: the phone is offline, or the server is. What was asked for may have happened. */
export class Unreachable extends Error {}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Question {
  body?: unknown;
  /** Sent as it is, instead of a body; it may take its time. */
  file?: Blob;
  /** The same key for the same deed, however often it is sent: the server does it once. */
  key?: string;
}

const PATIENCE_MS = 10_000;
const FILE_PATIENCE_MS = 180_000;
const BREATH_MS = 600;

/** crypto.randomUUID exists on https and localhost only; a shop may try Shuke out on a plain address of its own. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
}

async function once(path: string, init: RequestInit): Promise<Response> {
  const stop = new AbortController();
  const timer = window.setTimeout(() => stop.abort(), init.body instanceof Blob ? FILE_PATIENCE_MS : PATIENCE_MS);
  try {
    return await fetch(path, { ...init, signal: stop.signal });
  } catch {
    throw new Unreachable();
  } finally {
    window.clearTimeout(timer);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  return new Problem(response.status, told.code ?? `http.${response.status}`, told.detail ?? '', told);
}

export async function send<T>(method: Method, path: string, csrf: string | null, question: Question = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (question.body !== undefined) headers['Content-Type'] = 'application/json';
  if (question.file) headers['Content-Type'] = 'application/octet-stream';
  if (method === 'POST') headers['Idempotency-Key'] = question.key ?? newKey();
  if (method !== 'GET' && csrf) headers['X-CSRF-Token'] = csrf;
  const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
  if (question.body !== undefined) init.body = JSON.stringify(question.body);
  if (question.file) init.body = question.file;
  // A lost answer is asked for once more, with the same key.
  const response = await once(path, init).catch(async e => {
    if (!navigator.onLine) throw e;
    await new Promise(resolve => window.setTimeout(resolve, BREATH_MS));
    return once(path, init);
  });
  if (!response.ok) throw await problemOf(response);
  const text = await response.text().catch(() => Promise.reject(new Unreachable()));
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** "?a=1&b=2" of what is given. */
export function query(asked: Record<string, string | null | undefined>): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) said.set(name, value);
  const text = said.toString();
  return text ? `?${text}` : '';
}
