import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, lineOf, PHRASES, treeOf, type Tree } from '../src/audience/lines';

const phrase = (key: string) => PHRASES.find(one => one.key === key)!;

test('every phrase reads what it made, and no other phrase takes it', () => {
  for (const one of PHRASES) {
    const value = one.slot?.of === 'pick' ? '3' : one.first;
    const draft = draftOf(one.make(value));
    assert.equal(draft.lines[0]?.phrase?.key, one.key);
    assert.equal(draft.lines[0]?.value, value);
  }
});

test('conditions and their opposites survive the way there and back', () => {
  const tree: Tree = {
    kind: 'any',
    of: [{ kind: 'lastVisit', least: 30 }, { kind: 'not', of: { kind: 'bought', shelf: 'GOODS', times: 1, name: '豆浆' } }],
  };
  const draft = draftOf(tree);
  assert.equal(draft.mode, 'any');
  assert.equal(draft.lines[1]?.not, true);
  assert.deepEqual(treeOf(draft), tree);
});

test('what no phrase says is kept as it is', () => {
  const tree: Tree = { kind: 'all', of: [{ kind: 'any', of: [{ kind: 'reachable' }, { kind: 'late', percent: 150 }] }, { kind: 'reachable' }] };
  const draft = draftOf(tree);
  assert.equal(draft.lines[0]?.phrase, null);
  assert.deepEqual(treeOf(draft), tree);
});

test('one condition stands alone, none means everyone', () => {
  assert.deepEqual(treeOf({ mode: 'any', lines: [lineOf(phrase('visits-least'))] }), { kind: 'visits', least: 3 });
  assert.deepEqual(treeOf(draftOf({ kind: 'everyone' })), { kind: 'everyone' });
});
