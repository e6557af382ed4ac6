export type Way = 'TEMPLATE' | 'NOTICE' | 'SUBSCRIPTION' | 'CHAT' | 'SMS';
export type Topic = 'OFFER' | 'NEWS' | 'CARE' | 'SERVICE';
export type PushState = 'DRAFT' | 'FREEZING' | 'RUNNING' | 'PAUSED' | 'STOPPED' | 'DONE';

export interface Gap {
  keyword: string;
  label: string;
  /** In characters, as WeChat counts them. */
  most: number;
}

export interface Template {
  account: string;
  id: string;
  way: Way;
  wayLabel: string;
  title: string;
  gaps: Gap[];
}

export interface Message {
  way: Way;
  account?: string | null;
  template?: string | null;
  values?: Record<string, string> | null;
  path?: string | null;
  text?: string | null;
}

export interface Wish {
  title: string;
  topic: Topic;
  messages: Message[];
  segmentId?: string | null;
  members?: string[] | null;
  offerId?: string | null;
  holdOut?: number | null;
}

export interface Push {
  id: string;
  title: string;
  topic: Topic;
  state: PushState;
  words: string;
  messages: Message[];
  nextAt: string;
  why: string | null;
  madeAt: string;
}

export interface Count {
  code: string;
  label: string;
  count: number;
}

export interface Progress {
  state: PushState;
  words: string;
  why: string | null;
  percent: number;
  people: number;
  waiting: number;
  sent: number;
  failed: number;
  unknown: number;
  skipped: number;
  heldOut: number;
  ways: Count[];
  reasons: Count[];
  waitsFor: string | null;
  waitsUntil: string | null;
  over: boolean;
}

export interface Reach {
  people: number;
  reached: number;
  ways: Count[];
  reasons: Count[];
  more: boolean;
}

export interface Result {
  days: number;
  reached: number;
  delivered: number;
  opened: number;
  cameBack: number;
  fen: number;
  heldOut: number;
  heldOutCameBack: number;
  extraFen: number | null;
  couponsGiven: number;
  couponsUsed: number;
  thin: boolean;
}

/** As WeChat counts: one for each character, variables by what they bring. */
export const length = (text: string): number => Array.from(text.replace(/\{[^}]*\}/g, '')).length;

/** What is wrong with a value while it is being typed; null when WeChat would take it. */
export function wrong(gap: Gap, value: string): 'empty' | 'long' | 'form' | null {
  if (value.trim() === '') return 'empty';
  if (length(value) > gap.most) return 'long';
  const kind = gap.keyword.replace(/\d+$/, '');
  if (!value.includes('{') && kind === 'number' && !/^[\d.]+$/.test(value)) return 'form';
  if (!value.includes('{') && kind === 'amount' && !/^[¥￥]?\d+(\.\d{1,2})?元?$/.test(value)) return 'form';
  return null;
}

/** A form for facts is not for offers: WeChat bans accounts for it. */
export const fits = (template: Template, topic: Topic): boolean => template.way !== 'TEMPLATE' || topic === 'SERVICE';
