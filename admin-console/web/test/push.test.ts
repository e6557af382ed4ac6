import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrong, type Gap, type Template } from '../src/push/push';
import { draftsOf, fresh, messageOf, whole, withTalk } from '../src/push/ways';

const gap = (keyword: string, most = 20): Gap => ({ keyword, label: keyword, most });

test('a gap takes what WeChat takes', () => {
  assert.equal(wrong(gap('thing1'), '一二三四五六七八九十一二三四五六七八九十'), null);
  assert.equal(wrong(gap('thing1'), '一二三四五六七八九十一二三四五六七八九十一'), 'long');
  assert.equal(wrong(gap('thing1'), '{昵称}，一二三四五六七八九十一二三四五六七八九'), null);
  assert.equal(wrong(gap('thing1'), ' '), 'empty');
  assert.equal(wrong(gap('number2'), '三'), 'form');
  assert.equal(wrong(gap('number2'), '{积分}'), null);
  assert.equal(wrong(gap('amount1'), '¥12.50元'), null);
  assert.equal(wrong(gap('phrase1', 5), 'vip'), 'form');
  assert.equal(wrong(gap('character_string1', 32), '金卡'), 'form');
});

test('in a text message a name says nothing', () => {
  assert.equal(wrong({ ...gap('amount'), free: true }, '很多'), null);
});

const form: Template = { account: 'wx1', id: 't1', way: 'TEMPLATE', wayLabel: '', title: '提醒', gaps: [gap('thing1')] };

test('what was written is found again', () => {
  const templates = withTalk([form], '客服消息', '说什么');
  const talk = { ...fresh(templates[1]!), values: { text: '在的' } };
  assert.equal(whole(fresh(form)), false);
  assert.equal(whole(talk), true);
  const said = [messageOf({ template: form, values: { thing1: '好' } }), messageOf(talk)];
  assert.deepEqual(said[1], { way: 'CHAT', account: 'wx1', text: '在的' });
  assert.deepEqual(draftsOf(said, templates).map(draft => draft.values), [{ thing1: '好' }, { text: '在的' }]);
});
