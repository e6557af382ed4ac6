import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hundredthsOf, plain, textOf } from '../src/rules/line';
import { addingsOf, linesOf, type PointsRules } from '../src/points/pointsRules';

const usual: PointsRules = {
  pointsPerHundredYuan: 100,
  levels: {},
  categories: { 烟: 0 },
  stores: {},
  windows: [{ kind: 'WEEKDAY', on: 1, percent: 250 }],
  dailyCap: null,
  offset: { pointsPerYuan: 100, sharePercent: 50, mostFen: 5050 },
  version: 3,
};
const names = { levels: [['1', '普通会员']] as [string, string][], stores: [] };
const words = (rules: PointsRules) => linesOf(rules, names).map(textOf);

test('what is typed is read to the last fen and shown as it was typed', () => {
  for (const [typed, fen] of [['10', 1000], ['0.05', 5], ['10.5', 1050], [' 7.00 ', 700]] as const) assert.equal(hundredthsOf(typed), fen);
  for (const typed of ['', '1.', '1.234', '-1', '1e3', '１']) assert.equal(hundredthsOf(typed), null);
  assert.equal(plain(1050), '10.5');
  assert.equal(plain(1000), '10');
  assert.equal(plain(5), '0.05');
});

test('rules are sentences, and what may be left out can be left out', () => {
  assert.deepEqual(words(usual), [
    '每消费 100 元得 100 积分',
    '每周 周一 是会员日，积分 2.5 倍',
    '分类 烟 按 0 倍积分，0 就是不积分',
    '100 积分抵 1 元，每单最多抵 50 %，且不超过 50.5 元',
  ]);
  const offset = linesOf(usual, names).at(-1)!;
  assert.equal(words(offset.remove!(usual)).length, 3);
});

test('a sentence that is tapped on changes that number and no other', () => {
  const rate = linesOf(usual, names)[0]!.parts[1]!;
  assert.ok(typeof rate === 'object' && rate.of === 'number');
  assert.deepEqual(rate.set(usual, 150), { ...usual, pointsPerHundredYuan: 150 });
});

test('no day gets two windows of one kind', () => {
  const all = { ...usual, windows: [1, 2, 3, 4, 5, 6, 7].map(on => ({ kind: 'WEEKDAY' as const, on, percent: 200 })) };
  assert.ok(!addingsOf(all, names).some(one => one.label.startsWith('每周')));
  const added = addingsOf(usual, names).find(one => one.label.startsWith('每周'))!.add(usual);
  assert.deepEqual(added.windows.map(one => one.on), [1, 2]);
});
