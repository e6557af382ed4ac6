import { avatar, clockTime, h, toast } from './dom.js';
import { act, get } from './api.js';
import { icon } from './icons.js';
import { bubble } from './messages.js';
import { MiniProgram } from './mini.js';

/** One phone: a stack of screens, of which the last is seen. */
export class Phone {
  constructor(screen, state) {
    this.screen = screen;
    this.state = state;
    this.stack = [];
    this.messages = [];
    this.onChange = () => {};
  }

  get person() { return this.state.person; }
  get officials() { return this.state.accounts.filter((account) => account.kind === 'OFFICIAL'); }
  get minis() { return this.state.accounts.filter((account) => account.kind === 'MINI'); }

  pickUp() {
    this.messages = [];
    this.stack = [{ draw: () => this.home() }];
    this.show();
    this.refresh();
  }

  open(draw, live = false) {
    this.stack.push({ draw, live });
    this.show();
  }

  back() {
    if (this.stack.length > 1) this.stack.pop();
    this.show();
  }

  show() {
    this.screen.replaceChildren(...this.stack.at(-1).draw());
    const body = this.screen.querySelector('.body.bottom');
    if (body) body.scrollTop = body.scrollHeight;
  }

  async refresh() {
    const person = this.person;
    const messages = (await get(`/sim/api/people/${person.id}/messages`)).items;
    if (person !== this.person || JSON.stringify(messages) === JSON.stringify(this.messages)) return;
    this.messages = messages;
    const top = this.stack.at(-1);
    if (this.stack.length === 1 || top.live) this.keepTyping(() => this.show());
  }

  /** A message may arrive in the middle of a word. */
  keepTyping(redraw) {
    const before = this.screen.querySelector('.say input');
    const text = before?.value;
    const focused = document.activeElement === before;
    redraw();
    const after = this.screen.querySelector('.say input');
    if (after && text) after.value = text;
    if (after && focused) after.focus();
  }

  async do(what, body) {
    try {
      const seen = await act(this.person, what, body);
      if (seen?.callback && seen.callback.state === 'RETRYING') toast('程序没有收下这条回调，微信会再试');
      await this.refresh();
      await this.onChange();
      return seen;
    } catch (problem) {
      toast(problem.message);
      return null;
    }
  }

  bar(title, right) {
    return h('div.bar',
      this.stack.length > 1 ? h('button', { onclick: () => this.back(), 'aria-label': '返回' }, icon('back')) : h('i'),
      h('span', title), right ?? h('i'));
  }

  last(appid) { return this.messages.find((message) => message.appid === appid); }

  home() {
    const cells = this.officials.map((account) => {
      const last = this.last(account.appid);
      const following = this.person.following[account.appid];
      return h('button.cell', { onclick: () => (following || last ? this.chat(account) : this.profile(account)) },
        h('i.avatar.shop', [...account.name][0]),
        h('div', h('b', account.name), h('p', last ? last.title || last.text : following ? '公众号' : '还没有关注 · 扫码或点开看看')),
        last ? h('time', clockTime(last.at)) : null);
    });
    const told = this.minis.filter((account) => this.last(account.appid)).map((account) => h('button.cell', { onclick: () => this.notices(account) },
      h('i.avatar.icon', '通'), h('div', h('b', '服务通知'), h('p', this.last(account.appid).title || this.last(account.appid).text)),
      h('time', clockTime(this.last(account.appid).at))));
    const minis = this.minis.map((account) => h('button.cell', { onclick: () => this.mini(account) },
      h('i.avatar.mini', [...account.name][0]), h('div', h('b', account.name), h('p', '小程序'))));
    const h5 = h('button.cell', { onclick: () => this.web(this.memberPage()) },
      h('i.avatar.icon', '卡'), h('div', h('b', '会员页'), h('p', '在微信里打开的网页（H5）')));
    return [
      this.bar(`微信 · ${this.person.nickname}`),
      h('div.body', h('div.cells', cells, told), h('div.cells', minis), h('div.cells', h5)),
      h('nav.dock',
        h('button.on', icon('chat'), '微信'),
        h('button', { onclick: () => this.scanner() }, icon('scan'), '扫一扫'),
        h('button', { onclick: () => this.minis[0] && this.mini(this.minis[0]) }, icon('mini'), '小程序'),
        h('button', { onclick: () => this.me() }, icon('me'), '我')),
    ];
  }

  memberPage() { return `/h5/?shop=${this.state.shop?.merchantId ?? ''}`; }

  me() {
    this.open(() => [
      this.bar('我'),
      h('div.body', h('div.profile', avatar(this.person.nickname, this.person.id), h('h3', this.person.nickname),
        h('p', `手机号 ${this.person.phone}`), h('p', `unionid ${this.person.unionid}`))),
    ]);
  }

  scanner() {
    const scan = (scene) => async () => {
      const account = this.officials[0];
      if (!account) return toast('还没有公众号');
      const seen = await this.do('scan', { appid: account.appid, scene });
      if (seen) {
        this.back();
        this.chat(account);
      }
    };
    const stores = this.state.shop?.stores ?? [];
    const free = h('form', { onsubmit: (event) => { event.preventDefault(); scan(event.target.scene.value)(); } },
      h('input', { name: 'scene', placeholder: '或输入别的场景值', required: true, 'aria-label': '场景值', autocomplete: 'off' }), h('button.go', '扫'));
    this.open(() => [
      this.bar('扫一扫'),
      h('div.body', h('div.scanner', h('p', '点一张门店柜台上的码'),
        h('div.signs', stores.map((store) => h('button.sign', { onclick: scan(store.scene) },
          h('img', { src: `/sim/api/accounts/${this.officials[0]?.appid}/qr.png?scene=${encodeURIComponent(store.scene)}`, alt: store.scene }),
          h('b', store.name), h('small', store.scene)))), free)),
    ]);
  }

  profile(account) {
    this.open(() => {
      const following = this.person.following[account.appid];
      return [
        this.bar(''),
        h('div.body', h('div.profile', h('i.avatar', [...account.name][0]), h('h3', account.name), h('p', '公众号 · 服务号'),
          following
            ? [h('button.wide', { onclick: () => this.chat(account) }, '发消息'),
              h('button.wide.grey', { onclick: async () => { await this.do('unfollow', { appid: account.appid }); this.show(); } }, '不再关注')]
            : h('button.wide', { onclick: async () => { if (await this.do('follow', { appid: account.appid })) { this.back(); this.chat(account); } } }, '关注公众号'))),
      ];
    });
  }

  chat(account) {
    let typing = !account.menu;
    const swap = () => { typing = !typing; this.show(); };
    this.open(() => [
      this.bar(account.name, h('button', { onclick: () => this.profile(account), 'aria-label': '资料' }, icon('more'))),
      h('div.body.bottom', h('div.chat', this.thread(account))),
      typing ? this.writing(account, swap) : this.menu(account, swap),
    ], true);
  }

  /** A mini-program writes here, as it has no chat of its own. */
  notices(account) {
    this.open(() => [this.bar('服务通知'), h('div.body.bottom', h('div.chat', this.thread(account)))], true);
  }

  thread(account) {
    const messages = this.messages.filter((message) => message.appid === account.appid).reverse();
    let minute = '';
    return messages.flatMap((message) => {
      const time = clockTime(message.at);
      const when = time === minute ? null : h('div.when', time);
      minute = time;
      return [when, bubble(message, account, this.person, (target) => this.follow(target))].filter(Boolean);
    });
  }

  /** Where a message leads to. */
  follow({ url, page }) {
    if (url) this.web(url);
    else if (page !== undefined && this.minis[0]) this.mini(this.minis[0], page);
  }

  writing(account, swap) {
    return h('form.say', { onsubmit: (event) => {
      event.preventDefault();
      const text = event.target.text.value.trim();
      event.target.reset();
      if (text) this.do('say', { appid: account.appid, text });
    } },
    account.menu ? h('button.swap', { type: 'button', onclick: swap, 'aria-label': '菜单' }, icon('menu')) : null,
    h('input', { name: 'text', 'aria-label': '消息', autocomplete: 'off' }), h('button.send', '发送'));
  }

  menu(account, swap) {
    const bar = h('div.menu', h('button.swap', { onclick: swap, 'aria-label': '键盘' }, icon('keys')));
    for (const button of account.menu.button ?? []) {
      bar.append(h('button', { onclick: () => {
        bar.querySelector('ul')?.remove();
        if (!button.sub_button?.length) return this.press(account, button);
        bar.append(h('ul', button.sub_button.map((sub) => h('li', h('button', { onclick: () => this.press(account, sub) }, sub.name)))));
        return undefined;
      } }, button.name));
    }
    return bar;
  }

  async press(account, button) {
    if (button.type === 'view') {
      this.do('view', { appid: account.appid, url: button.url });
      this.web(button.url);
    } else if (button.type === 'miniprogram') {
      this.follow({ page: button.pagepath });
    } else {
      await this.do('click', { appid: account.appid, key: button.key });
    }
  }

  /** The person's own browser: see /sim/browse. */
  web(url) {
    const src = `/sim/browse?person=${this.person.id}&to=${encodeURIComponent(url)}`;
    const frame = h('iframe.frame', { src, title: '网页' });
    const again = h('button', { onclick: () => { frame.src = src; }, 'aria-label': '刷新' }, icon('again'));
    const bar = this.bar('网页', again);
    bar.firstChild.replaceWith(h('button', { onclick: () => this.back(), 'aria-label': '关闭' }, icon('close')));
    frame.addEventListener('load', () => {
      bar.children[1].textContent = frame.contentDocument?.title || '网页';
      this.bridge(frame.contentWindow);
    });
    this.open(() => [bar, frame]);
  }

  /** What WeChat's browser gives a page: here it pays, after asking. */
  bridge(page) {
    if (!page) return;
    page.WeixinJSBridge = {
      invoke: (what, given, told) => {
        const answer = (how) => told({ err_msg: `get_brand_wcpay_request:${how}` });
        if (what !== 'getBrandWCPayRequest') return told({ err_msg: `${what}:fail` });
        const pay = async (cancel) => {
          sheet.remove();
          const paid = await act(this.person, 'pay', { ...given, cancel }).catch((problem) => ({ result: 'fail', why: problem.message }));
          if (paid.why) toast(paid.why);
          answer(paid.result);
        };
        const sheet = h('div.pay', { role: 'dialog', 'aria-label': '微信支付' }, h('h4', '微信支付'),
          h('button.wide', { onclick: () => pay(false) }, '确认支付'), h('button.wide.pale', { onclick: () => pay(true) }, '取消'));
        document.querySelector('.phone').append(sheet);
        return undefined;
      },
    };
    page.document.dispatchEvent(new page.Event('WeixinJSBridgeReady'));
  }

  mini(account, page = '') {
    const program = new MiniProgram(account, page, this);
    this.open(() => [this.bar(account.name, h('button.capsule', { onclick: () => this.back(), 'aria-label': '关闭小程序' }, icon('more'), icon('close'))), program.body]);
    program.launch();
  }
}
