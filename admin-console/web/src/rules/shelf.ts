/** One thing on a list, in words. */
export interface Shown {
  id: string;
  title: string;
  offered: boolean;
  words: string[];
}
