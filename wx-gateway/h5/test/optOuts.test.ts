import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OptOuts } from '../src/door/api';
import { hears, switched } from '../src/push/optOuts';

const topics = ['LEVEL', 'POINTS', 'OFFER'].map(code => ({ code, label: code, marketing: code === 'OFFER' }));
const said = (...items: OptOuts['items']): OptOuts => ({ items, topics });

test('a no to everything is a no to each topic, and one can be taken back', () => {
  const all = said({});
  assert.equal(hears(all, 'LEVEL'), false);
  assert.deepEqual(switched(all, 'POINTS', true), [{ topic: 'LEVEL' }, { topic: 'OFFER' }]);
});

test('a no to a single way stays', () => {
  const sms = said({ topic: 'OFFER', way: 'SMS' });
  assert.equal(hears(sms, 'OFFER'), true);
  assert.deepEqual(switched(sms, 'OFFER', false), [{ topic: 'OFFER', way: 'SMS' }, { topic: 'OFFER' }]);
  assert.deepEqual(switched(said({ topic: 'OFFER', way: 'SMS' }, { topic: 'OFFER' }), 'OFFER', true), [
    { topic: 'OFFER', way: 'SMS' },
  ]);
});
