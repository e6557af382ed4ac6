/** Vant's wheels offer their lines as buttons, but answer to fingers only. */
export function pressed(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  const line = (event.target as HTMLElement).closest<HTMLElement>('[role="button"]');
  if (!line) return;
  event.preventDefault();
  line.click();
}
