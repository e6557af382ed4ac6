export type Way = 'TEMPLATE' | 'NOTICE' | 'SUBSCRIPTION' | 'CHAT' | 'SMS';
export type Topic = 'OFFER' | 'NEWS' | 'CARE' | 'SERVICE';
export type PushState = 'DRAFT' | 'FREEZING' | 'RUNNING' | 'PAUSED' | 'STOPPED' | 'DONE';

export interface Gap {
  keyword: string;
  label: string;
  /** In characters, as WeChat counts them. */
  most: number;
  /** In a text message a gap's name is its own and says nothing of what may stand there. */
  free?: boolean;
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

const FORMS: Record<string, RegExp> = {
  number: /^[\d.]+$/,
  letter: /^[A-Za-z]+$/,
  amount: /^[¥￥]?\d+(\.\d{1,2})?元?$/,
  character_string: /^[\x21-\x7e]+$/,
  phrase: /^\p{Script=Han}+$/u,
  phone_number: /^[\d+-]+$/,
};

export const kindOf = (gap: Gap): string => gap.keyword.replace(/\d+$/, '');

/** What is wrong with a value while it is being typed; null when the provider would take it. */
export function wrong(gap: Gap, value: string): 'empty' | 'long' | 'form' | null {
  if (value.trim() === '') return 'empty';
  if (length(value) > gap.most) return 'long';
  const form = gap.free ? undefined : FORMS[kindOf(gap)];
  return form && !value.includes('{') && !form.test(value) ? 'form' : null;
}

/** A form for facts is not for offers: WeChat bans accounts for it. */
export const fits = (template: Template, topic: Topic): boolean => template.way !== 'TEMPLATE' || topic === 'SERVICE';
