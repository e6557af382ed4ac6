import { shallowRef } from 'vue';
import { api, type Card } from '../door/api';
import { leaseOf, type Lease, type Reading } from './lease';

export interface Shown {
  card: Card;
  lease: Lease;
}

/** The card as it was last seen, so that coming back to it shows no empty page. Its code keeps its own time. */
export const lastShown = shallowRef<Shown | null>(null);

export const reading = (): Reading => ({ wall: Date.now(), steady: performance.now() });

export async function freshCard(): Promise<Shown> {
  const asked = reading();
  const { body, servedAt } = await api.card();
  return { card: body, lease: leaseOf(body.code.expiresAt, servedAt, asked) };
}

/** As an image the drawing can run nothing and reach nothing, whatever is inside. */
export const imageOf = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
