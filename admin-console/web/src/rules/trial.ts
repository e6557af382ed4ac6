/** One line of what a trial has found. */
export interface Tried {
  label: string;
  value: string;
  /** What the merchant looks at first. */
  main?: boolean;
}
