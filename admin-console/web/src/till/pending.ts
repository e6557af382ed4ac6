import type { Bill } from './till';

/** A bill on its way. Its answer may be lost, and the page be closed; the bill must not be made a second time. */
const PENDING = 'shuke.till.pending';

export function remember(bill: Bill): void {
  sessionStorage.setItem(PENDING, JSON.stringify(bill));
}

export function pending(): Bill | null {
  const kept = sessionStorage.getItem(PENDING);
  return kept === null ? null : (JSON.parse(kept) as Bill);
}

export const forget = (): void => sessionStorage.removeItem(PENDING);
