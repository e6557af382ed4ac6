import { wrong, type Message, type Template } from './push';

/** One way of saying it, while it is being written. */
export interface Draft {
  template: Template | null;
  values: Record<string, string>;
}

export const MOST_WAYS = 3;
const LONGEST_TALK = 600;

type Named = { account?: string | null; way: string; id?: string; template?: string | null };
export const keyOf = (one: Named): string => `${one.account ?? ''} ${one.way} ${one.id ?? one.template ?? ''}`;

export const fresh = (template: Template): Draft => ({
  template,
  values: Object.fromEntries(template.gaps.map(gap => [gap.keyword, ''])),
});

/** A conversation has no form of WeChat's; here it looks like one with a single gap. */
export const withTalk = (templates: Template[], title: string, label: string): Template[] => {
  const accounts = new Set(templates.filter(one => one.way === 'TEMPLATE').map(one => one.account));
  const gaps = [{ keyword: 'text', label, most: LONGEST_TALK }];
  return [...templates, ...[...accounts].map(account => ({ account, id: '', way: 'CHAT' as const, wayLabel: title, title, gaps }))];
};

/** What is set, in the shape in which it is changed; a form that the account no longer has is to be chosen anew. */
export const draftsOf = (messages: Message[], templates: Template[]): Draft[] =>
  messages.map(message => ({
    template: templates.find(one => keyOf(one) === keyOf(message)) ?? null,
    values: message.way === 'CHAT' ? { text: message.text ?? '' } : { ...message.values },
  }));

export const whole = (draft: Draft): boolean =>
  !!draft.template && draft.template.gaps.every(gap => !wrong(gap, draft.values[gap.keyword] ?? ''));

const PAGES: Record<string, string> = { TEMPLATE: '/h5/', NOTICE: '/h5/', SUBSCRIPTION: 'pages/card/card' };

export function messageOf(draft: Draft): Message {
  const { way, account, id } = draft.template!;
  return way === 'CHAT'
    ? { way, account, text: draft.values['text'] ?? '' }
    : { way, account, template: id, values: { ...draft.values }, path: PAGES[way] ?? '' };
}
