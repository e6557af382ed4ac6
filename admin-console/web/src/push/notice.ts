import type { Message } from './push';

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

export const DAYS: readonly [number, number] = [1, 60];

/** With the examples in place of the words. */
export function shown(message: Message, words: Word[]): Message {
  const filled = (text: string) => words.reduce((said, word) => said.split(word.name).join(word.example), text);
  return {
    ...message,
    text: message.text ? filled(message.text) : null,
    values: Object.fromEntries(Object.entries(message.values ?? {}).map(([gap, text]) => [gap, filled(text)])),
  };
}
