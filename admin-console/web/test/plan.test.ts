import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf, samePlan, withStep, wrongWith, type Plan, type Step } from '../src/checkin/plan';

const water: Step = { streak: 3, kind: 'GIFT', text: '一瓶水', points: null };
const coupon: Step = { streak: 7, kind: 'COUPON', text: '5 元优惠券', points: null };
const plan: Plan = { pointsADay: 5, steps: [water, coupon], makeUpsAMonth: 3, makeUpCost: 10 };

test('a new step finds its place by its days', () => {
  const step: Step = { streak: 5, kind: 'POINTS', text: '20 积分', points: 20 };
  assert.deepEqual(withStep(plan, step, null).steps.map(s => s.streak), [3, 5, 7]);
  assert.deepEqual(withStep(plan, { ...water, streak: 9 }, 0).steps.map(s => s.streak), [7, 9]);
});

test('no two steps at the same days, but a step may stay where it is', () => {
  assert.equal(wrongWith(plan, { ...coupon, streak: 3 }, null), 'twice');
  assert.equal(wrongWith(plan, { ...water, text: '两瓶水' }, 0), null);
});

test('a step that promises nothing is refused', () => {
  assert.equal(wrongWith(plan, { ...coupon, streak: 9, text: '  ' }, null), 'text');
  assert.equal(wrongWith(plan, { streak: 9, kind: 'POINTS', text: '积分', points: 0 }, null), 'points');
  assert.equal(wrongWith(plan, { ...coupon, streak: 1 }, null), 'days');
});

test('points of what is no points are never sent', () => {
  assert.equal(planOf({ ...plan, steps: [{ ...water, points: 10 }] }).steps[0]!.points, null);
  assert.ok(samePlan(plan, { ...plan, steps: [{ ...water, points: 10 }, coupon] }));
});
