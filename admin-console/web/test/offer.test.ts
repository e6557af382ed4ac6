import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, KINDS, sentencesOf, wishOf, type Draft } from '../src/coupon/offer';

const told = (draft: Draft, line: number) =>
  sentencesOf(draft, (_slot, key) => key)[line]!.map(piece => (typeof piece === 'string' ? piece : `[${piece.said}]`)).join('');

test('every kind is one sentence with something to tap on', () => {
  assert.deepEqual(KINDS.map(kind => told(draftOf(kind), 1)), [
    '满[30]元，减[5]元',
    '当[5]元，满[0]元可用',
    '付原价的[85]%，最多优惠[不封顶]元，满[0]元可用',
    '第二件付[50]%，每单最多[1]组',
    '送[小菜]一份，满[0]元可用',
    '换[豆浆]一份',
    '运费减[全免]，满[0]元可用',
  ]);
});

test('the desk is asked for what the sentence says', () => {
  assert.deepEqual(KINDS.map(kind => wishOf(draftOf(kind)).benefit), [
    { kind: 'FULL_REDUCTION', fen: 500, percent: null, pairs: null, name: null },
    { kind: 'VOUCHER', fen: 500, percent: null, pairs: null, name: null },
    { kind: 'DISCOUNT', fen: 0, percent: 85, pairs: null, name: null },
    { kind: 'SECOND_HALF', fen: null, percent: 50, pairs: 1, name: null },
    { kind: 'GIFT', fen: null, percent: null, pairs: null, name: '小菜' },
    { kind: 'EXCHANGE', fen: null, percent: null, pairs: null, name: '豆浆' },
    { kind: 'SHIPPING', fen: 0, percent: null, pairs: null, name: null },
  ]);
});

test('what is not asked of the member is not asked of the desk', () => {
  const draft = draftOf('VOUCHER');
  assert.deepEqual([wishOf(draft).ways, wishOf(draft).pricePoints, wishOf(draft).word], [['CLAIM'], 0, null]);
  assert.deepEqual(wishOf({ ...draft, way: 'STAFF' }).ways, []);
  assert.equal(wishOf({ ...draft, way: 'POINTS' }).pricePoints, 100);
  assert.equal(wishOf({ ...draft, way: 'WORD', word: ' 老街坊 ' }).word, '老街坊');
  assert.equal(wishOf({ ...draft, stock: 0 }).stock, null);
});
