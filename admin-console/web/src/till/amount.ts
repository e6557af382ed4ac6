/** What is typed on the pad, as it stands there: "", "12", "12.", "12.5". */
export type Typed = string;

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'back' | 'clear';

/** A million yuan is more than any bill of a small shop. */
const MOST_DIGITS = 6;

export function press(typed: Typed, key: Key): Typed {
  if (key === 'clear') return '';
  if (key === 'back') return typed.slice(0, -1);
  const [whole = '', cents] = typed.split('.') as [string, string?];
  if (key === '.') return cents === undefined ? `${whole || '0'}.` : typed;
  if (cents !== undefined) return cents.length < 2 ? typed + key : typed;
  if (whole === '0') return key;
  return whole.length < MOST_DIGITS ? typed + key : typed;
}

export function fenOf(typed: Typed): number {
  const [whole = '', cents = ''] = typed.split('.');
  return Number(whole || '0') * 100 + Number(cents.padEnd(2, '0'));
}

/** "1230 分" → "12.30", as it would have been typed. */
export const typedOf = (fen: number): Typed => (fen / 100).toFixed(2);

const KEYS: Record<string, Key> = { Backspace: 'back', Escape: 'clear', Delete: 'clear', ',': '.', '。': '.' };

/** The pad's key for one of the keyboard; null for all others. */
export function keyOf(pressed: string): Key | null {
  if (/^[0-9.]$/.test(pressed)) return pressed as Key;
  return KEYS[pressed] ?? null;
}
