import { ask } from '../door/session';
import type { Choices, Tree } from './lines';

export interface Segment {
  id: string;
  version: number;
  name: string;
  condition: Tree;
  words: string;
}

export interface ReadyMade {
  key: string;
  name: string;
  condition: Tree;
  words: string;
}

export interface Crowd {
  members: number;
  fresh: number;
  declining: number;
  asleep: number;
  words: string;
}

interface Named {
  id: string;
  name: string;
}

const SEGMENTS = '/console/api/segments';

export const theSegments = (): Promise<{ items: Segment[]; readyMade: ReadyMade[] }> => ask('GET', SEGMENTS);
export const theSegment = (id: string): Promise<Segment> => ask('GET', `${SEGMENTS}/${encodeURIComponent(id)}`);
export const countOf = (condition: Tree): Promise<Crowd> => ask('POST', `${SEGMENTS}/count`, { body: { condition } });

export async function theChoices(): Promise<Choices> {
  const told = await ask<Record<'levels' | 'tags' | 'stores' | 'offers', Named[]> & Record<'goods' | 'categories', string[]>>('GET', `${SEGMENTS}/choices`);
  const named = (all: Named[]) => all.map(one => [one.id, one.name] as [string, string]);
  const said = (all: string[]) => all.map(one => [one, one] as [string, string]);
  return {
    levels: named(told.levels),
    tags: named(told.tags),
    stores: named(told.stores),
    offers: named(told.offers),
    goods: said(told.goods),
    categories: said(told.categories),
  };
}

/** Refused when somebody else has changed it since it was read. */
export const saveSegment = (old: Segment | null, name: string, condition: Tree): Promise<Segment> =>
  old
    ? ask('PUT', `${SEGMENTS}/${old.id}`, { body: { name, condition, version: old.version } })
    : ask('POST', SEGMENTS, { body: { name, condition } });

export const removeSegment = (id: string): Promise<void> => ask('DELETE', `${SEGMENTS}/${id}`);

export const tagAll = (id: string, tagId: string): Promise<{ members: number }> => ask('POST', `${SEGMENTS}/${id}/tags`, { body: { tagId } });
