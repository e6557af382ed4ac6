import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grouped, inkOf, moment, sealOf, signed, yuan } from '../src/look/words';

test('money is told in yuan with both cents', () => {
  assert.deepEqual([0, 5, 1230, 123456789, -50].map(yuan), ['0.00', '0.05', '12.30', '1,234,567.89', '−0.50']);
});

test('a change carries its sign in front', () => {
  assert.deepEqual([5, -1200, 0].map(signed), ['+5', '−1,200', '+0']);
});

test('a number is read in groups of four', () => {
  assert.equal(grouped('668800123456'), '6688 0012 3456');
  assert.equal(grouped('66880'), '6688 0');
});

test('the seal shows the first letter, whatever stands before it', () => {
  assert.equal(sealOf('「拾光」面馆'), '拾');
  assert.equal(sealOf('blue bottle'), 'B');
  assert.equal(sealOf('…'), '');
});

test('a shop keeps its colour', () => {
  assert.equal(inkOf('1024'), inkOf('1024'));
  assert.ok(inkOf('737482917364736') < 6);
});

test('yesterday is the day before, not 24 hours ago', () => {
  const now = new Date(2026, 10, 22, 0, 30);
  assert.equal(moment(new Date(2026, 10, 21, 23, 59), now), '昨天 23:59');
  assert.equal(moment(new Date(2026, 10, 22, 0, 1), now), '今天 00:01');
  assert.equal(moment(new Date(2026, 10, 3, 12, 0), now), '11月3日 12:00');
  assert.equal(moment(new Date(2025, 10, 3, 12, 0), now), '2025年11月3日');
});
