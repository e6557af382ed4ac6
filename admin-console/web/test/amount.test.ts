import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fenOf, keyOf, press, typedOf, type Key } from '../src/till/amount';
import { billOf, NO_WISHES, orderNo, questionOf, type Guest } from '../src/till/till';

const typed = (keys: string) => [...keys].reduce((so, key) => press(so, (key === '<' ? 'back' : key) as Key), '');

test('an amount is typed as on paper, with two places at most', () => {
  assert.deepEqual(['12', '12.5', '12.567', '.5', '007', '1..2'].map(typed), ['12', '12.5', '12.56', '0.5', '7', '1.2']);
  assert.deepEqual(['12.5<', '1<<', '12.<'].map(typed), ['12.', '', '12']);
});

test('no bill is a million yuan', () => {
  assert.equal(typed('123456789'), '123456');
  assert.equal(typed('999999.99'), '999999.99');
});

test('yuan become fen without a fraction in between', () => {
  assert.deepEqual(['', '0.', '0.29', '1.1', '19.99', '1234.5', '999999.99'].map(fenOf), [0, 0, 29, 110, 1999, 123450, 99999999]);
  assert.deepEqual([29, 110, 123450].map(typedOf), ['0.29', '1.10', '1234.50']);
});

test('the keyboard types too', () => {
  assert.deepEqual(['7', '.', 'Backspace', 'Escape', 'a', 'F5', 'Enter'].map(keyOf), ['7', '.', 'back', 'clear', null, null, null]);
});

test('no two orders have one number', () => {
  const now = new Date(2026, 10, 25, 1, 2, 3);
  assert.match(orderNo(now), /^C20261125-03723-[0-9A-Z]{6}$/);
  assert.equal(new Set(Array.from({ length: 1000 }, () => orderNo(now))).size, 1000);
});

const guest: Guest = { memberId: '9', nickname: '小周', number: '1', level: '金卡', live: true, points: 1280, balanceFen: 8800, coupons: [], notes: [] };

test('only who showed a living code may spend', () => {
  const wishes = { couponIds: ['1'], points: true, balance: true };
  assert.deepEqual(questionOf('1', { ...guest, live: false }, wishes, 100), {
    storeId: '1', memberId: '9', amountFen: 100, couponIds: [], pointsToSpend: 0, balanceFenToSpend: 0,
  });
  assert.equal(questionOf('1', guest, wishes, 100).pointsToSpend, 1280);
  assert.equal(questionOf('1', guest, NO_WISHES, 100).couponIds, null);
});

test('what is settled is what was told', () => {
  const quote = { amountFen: 3850, payableFen: 3000, steps: [], couponIds: ['7'], points: 100, balanceFen: 250, handOver: [] };
  assert.deepEqual(billOf(questionOf('1', guest, NO_WISHES, 3850), quote, 'C1'), {
    storeId: '1', memberId: '9', amountFen: 3850, couponIds: ['7'], pointsToSpend: 100, balanceFenToSpend: 250, orderNo: 'C1', paidFen: 3000,
  });
});
