import { avatar, h } from './dom.js';

const LINK = /<a\s+href="([^"]+)"[^>]*>(.*?)<\/a>|(https?:\/\/[^\s，。）]+)/g;

/** A text with the links WeChat makes of it; everything else stays text. */
function linked(text, open) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    parts.push(text.slice(at, match.index));
    const url = match[1] ?? match[3];
    parts.push(h('a', { tabindex: '0', role: 'link', onclick: () => open({ url }) }, match[2] ?? url));
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at));
  return parts;
}

const HEAD = { TEMPLATE: '服务通知', SUBSCRIBE: '订阅通知', NEWS: '图文', MINI_PROGRAM: '小程序' };

function ticket(message, open) {
  const leads = message.url || message.page;
  return h('button.ticket', { onclick: () => leads && open({ url: message.url, page: message.page }) },
    h('header', h('small', HEAD[message.kind] ?? ''), message.title),
    message.text ? h('p', message.text) : null,
    message.lines.length ? h('dl', message.lines.map((line) => [h('dt', line.label), h('dd', line.value)])) : null,
    leads ? h('footer', message.page && !message.url ? '进入小程序查看' : '查看详情') : null);
}

export function bubble(message, account, person, open) {
  if (message.kind === 'NOTICE') return h('div.notice', message.text);
  if (message.kind !== 'TEXT' && message.kind !== 'IMAGE') return ticket(message, open);
  return h(`div.msg${message.mine ? '.mine' : ''}`,
    message.mine ? avatar(person.nickname, person.id) : h('i.avatar.shop', [...account.name][0]),
    h('div.bubble', message.mine ? message.text : linked(message.text, open)));
}
