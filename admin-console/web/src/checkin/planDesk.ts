import { ask } from '../door/session';
import { planOf, type Plan, type SavedPlan } from './plan';

const PLAN = '/console/api/check-in-plan';

export const thePlan = (): Promise<SavedPlan> => ask('GET', PLAN);

/** Refused when somebody else's version has come into force since `version` was read. */
export const savePlan = (plan: Plan, version: number): Promise<SavedPlan> =>
  ask('PUT', PLAN, { body: { ...planOf(plan), version } });
