export type Kind = 'POINTS' | 'COUPON' | 'GIFT';

export interface Step {
  streak: number;
  kind: Kind;
  text: string;
  points: number | null;
}

export interface Plan {
  pointsADay: number;
  steps: Step[];
  makeUpsAMonth: number;
  makeUpCost: number;
}

export interface SavedPlan extends Plan {
  words: string[];
  version: number;
}

/** Without what only the server says of it. */
export const planOf = ({ pointsADay, steps, makeUpsAMonth, makeUpCost }: Plan): Plan => ({
  pointsADay,
  steps: steps.map(({ streak, kind, text, points }) => ({ streak, kind, text, points: kind === 'POINTS' ? points : null })),
  makeUpsAMonth,
  makeUpCost,
});

export const samePlan = (one: Plan, other: Plan): boolean => JSON.stringify(planOf(one)) === JSON.stringify(planOf(other));

export const LIMITS = { pointsADay: [0, 1000], makeUpsAMonth: [0, 31], makeUpCost: [0, 1000], streak: [2, 366], points: [1, 10_000] } as const;
export const MOST_STEPS = 10;
export const LONGEST_TEXT = 60;

/** With the step in its place by days; `was` is the place of the one it replaces. */
export function withStep(plan: Plan, step: Step, was: number | null): Plan {
  const others = plan.steps.filter((_, at) => at !== was);
  return { ...plan, steps: [...others, step].sort((a, b) => a.streak - b.streak) };
}

/** Why the step cannot stand in the plan; null when it can. */
export function wrongWith(plan: Plan, step: Step, was: number | null): 'twice' | 'text' | 'days' | 'points' | null {
  const within = (value: number | null, [least, most]: readonly [number, number]) =>
    value !== null && Number.isInteger(value) && value >= least && value <= most;
  if (!within(step.streak, LIMITS.streak)) return 'days';
  if (plan.steps.some((other, at) => at !== was && other.streak === step.streak)) return 'twice';
  if (step.kind === 'POINTS' && !within(step.points, LIMITS.points)) return 'points';
  return step.text.trim().length === 0 || step.text.length > LONGEST_TEXT ? 'text' : null;
}
