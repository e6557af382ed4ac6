import type { OptOut, OptOuts } from '../door/api';

const isWhole = (one: OptOut): boolean => !one.way;

/** Whether the member still hears of it in some way. */
export const hears = (said: OptOuts, topic: string): boolean =>
  !said.items.some(one => isWhole(one) && (!one.topic || one.topic === topic));

/** What is said no to after that topic was switched; a no to a single way stays as it is. */
export function switched(said: OptOuts, topic: string, on: boolean): OptOut[] {
  const off = said.topics.map(one => one.code).filter(code => (code === topic ? !on : !hears(said, code)));
  return [...said.items.filter(one => !isWhole(one)), ...off.map(code => ({ topic: code }))];
}
