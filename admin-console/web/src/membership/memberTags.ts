import { ask } from '../door/session';

export interface Tag {
  id: string;
  name: string;
  note: string;
}

export interface HeldTag extends Tag {
  words: string;
  byRule: boolean;
}

const of = (member: string) => `/console/api/members/${encodeURIComponent(member)}/tags`;

export const theTags = async (): Promise<Tag[]> => (await ask<{ items: Tag[] }>('GET', '/console/api/tags')).items;
export const makeTag = (name: string): Promise<Tag> => ask('POST', '/console/api/tags', { body: { name } });
export const heldTags = async (member: string): Promise<HeldTag[]> => (await ask<{ items: HeldTag[] }>('GET', of(member))).items;
export const giveTag = async (member: string, tag: string, note: string): Promise<HeldTag[]> =>
  (await ask<{ items: HeldTag[] }>('PUT', `${of(member)}/${tag}`, { body: { note } })).items;
export const takeTag = async (member: string, tag: string): Promise<HeldTag[]> =>
  (await ask<{ items: HeldTag[] }>('DELETE', `${of(member)}/${tag}`)).items;
