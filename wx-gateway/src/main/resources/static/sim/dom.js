/** Builds an element: `h('button.wide.pale', {onclick}, 'text', child)`. Text stays text, whatever it contains. */
export function h(what, ...rest) {
  const [tag, ...classes] = what.split('.');
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(' ');
  for (const part of rest.flat(3)) {
    if (part === null || part === undefined || part === false) continue;
    if (typeof part === 'object' && !(part instanceof Node)) {
      for (const [name, value] of Object.entries(part)) {
        if (value === null || value === undefined || value === false) continue;
        if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
        else if (name in element && typeof value === 'boolean') element[name] = value;
        else element.setAttribute(name, value);
      }
    } else {
      element.append(part);
    }
  }
  return element;
}

export const $ = (selector) => document.querySelector(selector);

export function avatar(name, id) {
  return h(`i.avatar.c${Number(id) % 8}`, { 'aria-hidden': 'true' }, [...name][0] ?? '?');
}

export function clockTime(at) {
  return new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
}

let hiding;
export function toast(text) {
  document.querySelector('.toast')?.remove();
  const box = h('div.toast', { role: 'status' }, text);
  $('.phone').append(box);
  clearTimeout(hiding);
  hiding = setTimeout(() => box.remove(), 2200);
}
