import { wrong, type Message, type Template } from './push';

export interface Word {
  name: string;
  example: string;
}

export interface Notice {
  occasion: string;
  label: string;
  on: boolean;
  /** So many days before; 0 where there is nothing to be ahead of. */
  days: number;
  words: Word[];
  messages: Message[];
  version: number;
}

/** One way of saying it, while it is being written. */
export interface Draft {
  template: Template | null;
  values: Record<string, string>;
}

export const MOST_WAYS = 3;
export const DAYS: readonly [number, number] = [1, 60];

export const keyOf = (one: { account?: string | null; way: string; id?: string; template?: string | null }): string =>
  `${one.account ?? ''} ${one.way} ${one.id ?? one.template ?? ''}`;

export const fresh = (template: Template): Draft => ({
  template,
  values: Object.fromEntries(template.gaps.map(gap => [gap.keyword, ''])),
});

/** What is set, in the shape in which it is changed; a form that the account no longer has is to be chosen anew. */
export const draftsOf = (notice: Notice, templates: Template[]): Draft[] =>
  notice.messages.map(message => ({
    template: templates.find(one => keyOf(one) === keyOf(message)) ?? null,
    values: { ...message.values },
  }));

export const whole = (draft: Draft): boolean =>
  !!draft.template && draft.template.gaps.every(gap => !wrong(gap, draft.values[gap.keyword] ?? ''));

export const messageOf = (draft: Draft): Message => ({
  way: draft.template!.way,
  account: draft.template!.account,
  template: draft.template!.id,
  values: { ...draft.values },
  path: draft.template!.way === 'SUBSCRIPTION' ? 'pages/card/card' : '/h5/',
});

/** With the examples in place of the words. */
export const shown = (message: Message, words: Word[]): Message => ({
  ...message,
  values: Object.fromEntries(
    Object.entries(message.values ?? {}).map(([gap, text]) => [
      gap,
      words.reduce((said, word) => said.split(word.name).join(word.example), text),
    ]),
  ),
});
