import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayWords, grouped, moment, sealOf, signed, yuan } from '../src/look/words';

test('money is told in yuan with both cents', () => {
  assert.deepEqual([0, 5, 1230, 123456789, -50].map(yuan), ['0.00', '0.05', '12.30', '1,234,567.89', '−0.50']);
});

test('a change carries its sign in front', () => {
  assert.deepEqual([5, -1200, 0].map(signed), ['+5', '−1,200', '+0']);
});

test('a day has its weekday wherever the phone is', () => {
  const zone = process.env.TZ;
  for (const tz of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Shanghai']) {
    process.env.TZ = tz;
    assert.equal(dayWords('2026-11-25'), '11月25日 星期三');
  }
  process.env.TZ = zone;
});

test('yesterday is the day before, not 24 hours ago', () => {
  const now = new Date(2026, 10, 22, 0, 30);
  assert.equal(moment(new Date(2026, 10, 21, 23, 59), now), '昨天 23:59');
  assert.equal(moment(new Date(2025, 10, 3, 12, 0), now), '2025年11月3日');
});

test('numbers and names are made to be read', () => {
  assert.equal(grouped('6688001234'), '6688 0012 34');
  assert.deepEqual(['「拾光」', 'bob', '…'].map(sealOf), ['拾', 'B', '·']);
});
