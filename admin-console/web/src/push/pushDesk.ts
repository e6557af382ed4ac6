import { query } from '../door/ask';
import type { Page } from '../door/paging';
import { ask } from '../door/session';
import type { Notice } from './notice';
import type { Message, Progress, Push, Reach, Result, Template, Wish } from './push';

const PUSHES = '/console/api/pushes';
const of = (id: string) => `${PUSHES}/${encodeURIComponent(id)}`;

export const thePushes = (cursor: string | null): Promise<Page<Push>> => ask('GET', PUSHES + query({ cursor }));
export const thePush = (id: string): Promise<Push> => ask('GET', of(id));
export const theTemplates = async (): Promise<Template[]> =>
  (await ask<{ items: Template[] }>('GET', `${PUSHES}/templates`)).items;
export const theReach = (wish: Wish): Promise<Reach> => ask('POST', `${PUSHES}/reach`, { body: wish });
export const thePreview = (message: Message, memberId: string): Promise<Message> =>
  ask('POST', `${PUSHES}/preview`, { body: { message, memberId } });
export const create = (wish: Wish, key: string): Promise<Push> => ask('POST', PUSHES, { body: wish, key });
export const start = (id: string, at: string | null): Promise<Push> =>
  ask('POST', `${of(id)}/start`, { body: { at } });
export const act = (id: string, what: 'pause' | 'resume' | 'stop'): Promise<Push> => ask('POST', `${of(id)}/${what}`);
export const theResult = (id: string, days: number): Promise<Result> => ask('GET', `${of(id)}/result?days=${days}`);

export const theNotices = async (): Promise<Notice[]> =>
  (await ask<{ items: Notice[] }>('GET', '/console/api/notices')).items;
export const saveNotice = (notice: Notice): Promise<Notice> => {
  const { on, days, messages, version } = notice;
  const path = `/console/api/notices/${encodeURIComponent(notice.occasion)}`;
  return ask('PUT', path, { body: { on, days, messages, version } });
};

/**
 * Tells each step until nothing changes any more. Every event holds everything, and the browser asks again by itself when
 * it was cut off. Answers how to stop listening.
 */
export function watch(id: string, told: (progress: Progress) => void, lost: (yes: boolean) => void): () => void {
  const source = new EventSource(`${of(id)}/progress`);
  source.onmessage = event => {
    lost(false);
    const progress = JSON.parse(event.data as string) as Progress;
    told(progress);
    if (progress.over) source.close();
  };
  source.onerror = () => lost(source.readyState !== EventSource.CLOSED);
  return () => source.close();
}
