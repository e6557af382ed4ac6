import assert from 'node:assert/strict';
import { test } from 'node:test';
import { posterLink } from '../src/help/poster';
import { called, change, drawn, latest, repurchase } from '../src/report/report';
import type { Period, Report } from '../src/report/reportDesk';

const period = (first: string, whole: boolean, figures: Record<string, number> = {}): Period => ({ first, last: first, whole, figures });

test('the latest period is one that is over', () => {
  const periods = [period('2026-11-23', true), period('2026-11-24', true), period('2026-11-25', false)];
  assert.equal(latest(periods)?.now.first, '2026-11-24');
  assert.equal(latest(periods)?.before?.first, '2026-11-23');
  assert.equal(latest([period('2026-11-25', false)]), null);
});

test('nobody is told that something is endlessly more than nothing', () => {
  assert.equal(change(15, 10), 50);
  assert.equal(change(5, 10), -50);
  assert.equal(change(5, 0), null);
  assert.equal(repurchase({ buyers: 3, returning: 2 }), 67);
  assert.equal(repurchase({ buyers: 0, returning: 0 }), null);
});

test('periods are called as people call them', () => {
  assert.equal(called(period('2026-11-05', true), 'DAY'), '11/5');
  assert.equal(called(period('2026-11-23', true), 'WEEK'), '11/23起');
  assert.equal(called(period('2026-11-01', true), 'MONTH'), '2026年11月');
});

test('a store shows only what is known of a store', () => {
  const definitions = [{ name: 'buyers', label: '活跃会员', unit: '位', words: '' }];
  const report = { periods: [period('2026-11-24', true, { buyers: 4 })], definitions } as unknown as Report;
  assert.deepEqual(drawn(report).map(one => [one.group.key, one.rows]), [['people', [[4]]]]);
});

test('a poster leads to the shop by the door of its store', () => {
  assert.equal(posterLink('https://a.cn', '1', 'store-1'), 'https://a.cn/h5/?shop=1&scene=store-1');
  assert.equal(posterLink('https://a.cn', '1', null), 'https://a.cn/h5/?shop=1');
});
