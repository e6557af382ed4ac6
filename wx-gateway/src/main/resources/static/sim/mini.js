import { h, toast } from './dom.js';
import { act, customer, get, post } from './api.js';

/** A mini-program as small as can be: it logs in, joins, shows the card and checks in, through the customer's own API. */
export class MiniProgram {
  constructor(account, page, phone) {
    this.account = account;
    this.page = page;
    this.phone = phone;
    this.body = h('div.body');
  }

  show(...content) { this.body.replaceChildren(...content.filter(Boolean)); }

  note(title, text, ...more) { return h('div.panel', h('h4', title), h('p', text), more); }

  async launch() {
    this.show(this.note('正在登录…', 'wx.login → POST /api/sessions/mini'));
    try {
      const { code } = await act(this.phone.person, 'login-code', { appid: this.account.appid });
      const session = await post('/api/sessions/mini', { appid: this.account.appid, code });
      this.api = customer(session.token);
      await (session.member ? this.card(session.member) : this.joining());
    } catch (problem) {
      this.show(this.note('登录没有成功', problem.message, h('button.wide', { onclick: () => this.launch() }, '再试一次')));
    }
  }

  async joining() {
    const shop = await get(`/api/shop?merchant=${this.phone.state.shop?.merchantId ?? ''}`);
    let phoneCode;
    const nickname = h('input', { value: this.phone.person.nickname, 'aria-label': '昵称', maxlength: '20' });
    const agreed = h('input', { type: 'checkbox' });
    const phoneButton = h('button.wide.pale', { onclick: async () => {
      phoneCode = (await act(this.phone.person, 'phone-code', { appid: this.account.appid })).code;
      phoneButton.textContent = `将使用 ${this.phone.person.phone}`;
    } }, '手机号快捷填写');
    const join = h('button.wide', { onclick: async () => {
      if (!agreed.checked) return toast('请先同意会员须知');
      return this.attempt(async () => this.card(await this.api.post('/api/members', {
        consent: { version: shop.consent.version }, nickname: nickname.value, ...(phoneCode ? { phoneCode } : {}),
      })));
    } }, '加入会员');
    this.show(this.note('还不是会员', `微信里的这个人，${shop.name} 还不认识。`),
      h('div.panel', nickname, phoneButton, h('p'), h('label', agreed, h('span', `我已阅读并同意《${shop.consent.title}》`)), join));
  }

  async card(member) {
    const [card, code] = await Promise.all([this.api.get('/api/me/card'), this.api.get('/api/me/card/code')]);
    const fen = card.balanceFen ?? 0;
    const checkIn = h('button.wide', { onclick: () => this.attempt(async () => {
      const done = await this.api.post('/api/me/check-ins');
      toast(`连续签到 ${done.streak} 天，积分 ${done.points}`);
      await this.card(member);
    }) }, '签到');
    const remind = h('button.wide.pale', { onclick: () => this.attempt(async () => {
      const answers = await act(this.phone.person, 'subscribe', { appid: this.account.appid, templateIds: ['tpl-check-in', 'tpl-points'] });
      toast(answers.errMsg.endsWith('ok') ? '已订阅提醒' : '没有订阅');
    }) }, '订阅提醒');
    this.show(
      h('div.mini-card', h('h4', member?.nickname || '会员', h('span', card.level?.name ?? '')), h('p.number', card.number),
        h('dl', h('div', h('dt', '积分'), h('dd', String(card.points ?? 0))), h('div', h('dt', '余额'), h('dd', (fen / 100).toFixed(2))),
          h('div', h('dt', '券'), h('dd', String(card.coupons ?? 0))))),
      h('div.panel', h('h4', '会员码'), this.svg(code.qrSvg), h('p', `有效至 ${new Date(code.expiresAt).toLocaleTimeString('zh-CN')}`)),
      h('div.panel', checkIn, remind),
      this.page ? this.note('打开的页面', this.page) : null);
  }

  /** Parsed as an image's document, so nothing in it can run. */
  svg(text) {
    if (!text) return null;
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    return parsed.nodeName === 'svg' ? h('div.code', document.importNode(parsed, true)) : null;
  }

  async attempt(work) {
    try {
      await work();
    } catch (problem) {
      toast(problem.message);
    }
  }
}
