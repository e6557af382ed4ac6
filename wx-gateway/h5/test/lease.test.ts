import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaseOf, leftMs } from '../src/card/lease';

const at = Date.parse('2026-11-22T08:00:00Z');
const served = 'Sun, 22 Nov 2026 08:00:00 GMT';
const expires = '2026-11-22T16:01:00+08:00';

test('a code lives by the clock of the server, not by that of the phone', () => {
  for (const wrong of [-3_600_000, 0, 3_600_000]) {
    const from = { wall: at + wrong, steady: 500 };
    assert.equal(leftMs(leaseOf(expires, served, from), from), 59_000);
  }
});

test('a phone that slept has lost the time it slept', () => {
  const lease = leaseOf(expires, served, { wall: at, steady: 0 });
  assert.equal(leftMs(lease, { wall: at + 90_000, steady: 10 }), 0);
});

test('a phone whose clock was set back gains nothing', () => {
  const lease = leaseOf(expires, served, { wall: at, steady: 0 });
  assert.equal(leftMs(lease, { wall: at - 600_000, steady: 58_000 }), 1_000);
});

test('without the clock of the server a code never lives longer than a minute', () => {
  const from = { wall: at - 3_600_000, steady: 0 };
  assert.equal(leaseOf(expires, null, from).lifeMs, 60_000);
});

test('an answer that cannot be read gives no time at all', () => {
  assert.equal(leaseOf('soon', served, { wall: at, steady: 0 }).lifeMs, 0);
});
