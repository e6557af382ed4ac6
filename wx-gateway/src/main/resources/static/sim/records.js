import { h } from './dom.js';
import { get, post, remove } from './api.js';

const PATHS = ['/cgi-bin/message/template/send', '/cgi-bin/message/custom/send', '/cgi-bin/message/subscribe/send',
  '/cgi-bin/message/subscribe/bizsend', '/cgi-bin/stable_token', '/cgi-bin/user/info', '/sns/jscode2session',
  '/sns/oauth2/access_token', '/wxa/business/getuserphonenumber', '/cgi-bin/qrcode/create', '/*'];
const CODES = [['', '不出错，只是慢'], ['-1', '-1 系统繁忙'], ['40001', '40001 令牌失效'], ['45009', '45009 当日额度用完'],
  ['45011', '45011 太频繁'], ['43101', '43101 用户拒收'], ['43004', '43004 没有关注'], ['40164', '40164 IP 不在白名单'], ['48001', '48001 没有权限']];
const STATE = { DELIVERED: ['已收下', ''], RETRYING: ['重试中', '.wait'], WAITING: ['等待', '.wait'], GIVEN_UP: ['放弃', '.bad'] };

const time = (at) => new Date(at).toLocaleTimeString('zh-CN', { hour12: false });

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function request(entry) {
  return h('details.entry', { 'data-id': entry.id },
    h('summary', h('code', `${entry.method} ${entry.path}`), h(`span.badge${entry.errcode ? '.bad' : ''}`, entry.errcode ? String(entry.errcode) : 'ok'),
      h('small', `${time(entry.at)} · ${entry.millis} 毫秒 · ${entry.appid || '—'}`)),
    h('pre', [`${new URLSearchParams(entry.query)}`, entry.request && pretty(entry.request), '→', pretty(entry.reply)].filter(Boolean).join('\n')));
}

const namer = (state) => (id) => state.people.find((person) => person.id === id)?.nickname ?? id;

function callback(name) {
  return (sight) => {
    const [word, tone] = STATE[sight.state];
    return h('details.entry', { 'data-id': `c${sight.id}` },
      h('summary', h('code', sight.event), h(`span.badge${tone}`, word),
        h('small', `${time(sight.at)} · ${name(sight.person)} · ${sight.appid}`)),
      h('pre', sight.attempts.map((attempt, i) => `第 ${i + 1} 次：${attempt.status || '没有回应'} · ${attempt.millis} 毫秒\n${attempt.answer}`).join('\n') || '还没有送出'));
  };
}

/** Redraws a list but leaves open what was opened. */
function list(root, entries, draw, empty) {
  const open = new Set([...root.querySelectorAll('details[open]')].map((one) => one.dataset.id));
  const drawn = entries.map(draw);
  drawn.forEach((one) => { one.open = open.has(one.dataset.id); });
  root.replaceChildren(...(drawn.length ? drawn : [h('p.empty', empty)]));
}

const select = (name, options) => h('select', { name }, options.map(([value, label]) => h('option', { value }, label)));
const number = (name, value, min = 0) => h('input', { name, type: 'number', min: String(min), value });
const tick = (name, label) => h('label.tick', h('input', { type: 'checkbox', name }), label);

async function board(root) {
  const redraw = () => board(root);
  const [faults, usual] = await Promise.all([get('/sim/api/faults'), get('/sim/api/delivery')]);
  const script = h('form', { onsubmit: async (event) => {
    event.preventDefault();
    const form = event.target.elements;
    await post('/sim/api/faults', {
      path: form.path.value,
      ...(form.errcode.value ? { errcode: Number(form.errcode.value) } : {}),
      ...(Number(form.delayMs.value) ? { delayMs: Number(form.delayMs.value) } : {}),
      ...(Number(form.times.value) ? { times: Number(form.times.value) } : {}),
      ...(form.drop.checked ? { drop: true } : {}),
      ...(form.handled.checked ? { handled: true } : {}),
    });
    redraw();
  } }, h('fieldset', h('legend', '微信接口出错'),
    h('label', '接口', select('path', PATHS.map((path) => [path, path]))), h('label', '错误码', select('errcode', CODES)),
    h('label', '慢多少毫秒', number('delayMs', '0')), h('label', '几次', number('times', '1')),
    tick('drop', '断开连接，不回应'), tick('handled', '其实已经办成，只是回应出错'),
    h('div.row', h('button.go', '安排'), h('button.plain', { type: 'button', onclick: async () => { await remove('/sim/api/faults'); redraw(); } }, '全部清除')),
    faults.items.map((fault) => h('div.fault', h('span', fault.path),
      h('b', [fault.drop ? '断开' : fault.errcode ?? '慢', fault.delayMs ? `${fault.delayMs}ms` : '', fault.times ? `×${fault.times}` : '一直'].filter(Boolean).join(' '))))));
  const road = h('form', { onchange: async (event) => {
    const form = event.currentTarget.elements;
    await post('/sim/api/delivery', {
      mode: form.mode.value, copies: Number(form.copies.value), delayMs: Number(form.delayMs.value),
      ...Object.fromEntries(['json', 'hold', 'previousKey', 'wrongSignature', 'foreign', 'identical'].map((name) => [name, form[name].checked])),
    });
  } }, h('fieldset', h('legend', '回调怎么送'),
    h('label', '模式', select('mode', [['SAFE', '安全模式'], ['COMPATIBLE', '兼容模式'], ['PLAIN', '明文模式']])),
    h('label', '份数', number('copies', '1', 1)), h('label', '晚多少毫秒', number('delayMs', '0')),
    tick('json', '小程序用 JSON'), tick('hold', '压住，等下一条之后再送（乱序）'), tick('previousKey', '用上一把密钥'),
    tick('wrongSignature', '签名是错的'), tick('foreign', '里面是别家的 AppID'), tick('identical', '重复时一字不差（重放）'),
    h('div.row', h('button.plain', { type: 'button', onclick: async () => { await remove('/sim/api/delivery'); redraw(); } }, '恢复正常'),
      h('button.plain', { type: 'button', onclick: () => post('/sim/api/delivery/release') }, '放行压住的'))));
  for (const [name, value] of Object.entries(usual)) {
    const field = road.elements[name];
    if (field) field[field.type === 'checkbox' ? 'checked' : 'value'] = value;
  }
  const rest = h('fieldset', h('legend', '令牌与记录'), h('div.row',
    h('button.plain', { onclick: () => remove('/sim/api/tokens') }, '令牌全部失效'),
    h('button.plain', { onclick: () => remove('/sim/api/requests') }, '清空请求记录')));
  root.replaceChildren(h('div.board', script, road, rest));
}

export function records(root, tabs, state) {
  let view = 'requests';
  let seen = '';
  const update = async () => {
    if (view === 'faults' || document.hidden) return;
    const items = (await get(`/sim/api/${view}?limit=100`)).items;
    const now = view + JSON.stringify(items);
    if (now === seen) return;
    seen = now;
    if (view === 'requests') list(root, items, request, '程序还没有向微信发过请求');
    if (view === 'callbacks') list(root, items, callback(namer(state)), '微信还没有向程序推送过什么');
  };
  tabs.addEventListener('click', (event) => {
    view = event.target.dataset.view ?? view;
    seen = '';
    for (const tab of tabs.children) tab.classList.toggle('on', tab.dataset.view === view);
    if (view === 'faults') board(root);
    else update();
  });
  update();
  setInterval(update, 1500);
}
