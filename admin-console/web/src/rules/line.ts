import { yuan } from '../look/words';

/** What stands in a sentence and may be tapped. */
export type Slot<R> = { label: string; shown: string } & (
  | { of: 'number'; value: number; least: number; most: number; set: (rules: R, value: number) => R }
  /** Money in 分 or a rate in hundredths: typed with up to two places. */
  | { of: 'decimal'; value: number; least: number; most: number; set: (rules: R, value: number) => R }
  | { of: 'text'; value: string; longest: number; set: (rules: R, value: string) => R }
  | { of: 'pick'; value: string; from: [string, string][]; set: (rules: R, value: string) => R }
  | { of: 'day'; value: string | null; set: (rules: R, value: string | null) => R }
);

/** One sentence of the rules. */
export interface Line<R> {
  key: string;
  parts: (string | Slot<R>)[];
  /** Without it; for one that may be left out. */
  remove?: (rules: R) => R;
}

/** A sentence that may be added. */
export interface Adding<R> {
  label: string;
  add: (rules: R) => R;
}

export const textOf = <R>(line: Line<R>): string =>
  line.parts.map(part => (typeof part === 'string' ? part : ` ${part.shown} `)).join('').replace(/\s+/g, ' ').trim();

/** 1050 → "10.5", 1000 → "10". */
export const plain = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(/\.?0+$/, '');

/** "10.5" → 1050; null for what is no amount. */
export function hundredthsOf(typed: string): number | null {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
}

type Set<R, V> = (rules: R, value: V) => R;

export const number = <R>(label: string, value: number, [least, most]: readonly [number, number], set: Set<R, number>): Slot<R> => ({
  of: 'number',
  label,
  shown: String(value),
  value,
  least,
  most,
  set,
});

/** In 分, or in hundredths. */
export const decimal = <R>(label: string, value: number, [least, most]: readonly [number, number], set: Set<R, number>): Slot<R> => ({
  of: 'decimal',
  label,
  shown: plain(value),
  value,
  least,
  most,
  set,
});

export const text = <R>(label: string, value: string, longest: number, none: string, set: Set<R, string>): Slot<R> => ({
  of: 'text',
  label,
  shown: value || none,
  value,
  longest,
  set,
});

export const pick = <R>(label: string, value: string, from: [string, string][], set: Set<R, string>): Slot<R> => ({
  of: 'pick',
  label,
  shown: from.find(([key]) => key === value)?.[1] ?? value,
  value,
  from,
  set,
});

export const day = <R>(label: string, value: string | null, none: string, set: Set<R, string | null>): Slot<R> => ({
  of: 'day',
  label,
  shown: value ?? none,
  value,
  set,
});

/** A list with one of its items replaced, or without it. */
export const replaced = <T>(all: readonly T[], at: number, one: T): T[] => all.map((old, n) => (n === at ? one : old));
export const without = <T>(all: readonly T[], at: number): T[] => all.filter((_, n) => n !== at);

export const money = (fen: number): string => `¥${yuan(fen)}`;
