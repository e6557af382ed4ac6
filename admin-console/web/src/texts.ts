/** The words of the shell; what a feature says stands in its own folder. What is not here, the server says. */
export const texts = {
  product: '熟客 · 商家后台',
  opening: '正在打开…',
  slow: '网络有点慢，再等一下…',
  again: '再试一次',
  back: '返回',
  close: '关闭',
  cancel: '取消',
  confirm: '确定',
  more: '再看更多',
  loading: '正在取…',
  end: '就这些了',
  tabs: { label: '主导航', home: '首页', till: '收银', members: '会员', marketing: '营销', me: '我的' },

  door: {
    offline: '网络断开了，恢复后会自动刷新',
    unreachable: '连不上店里的服务，请稍后再试',
    broken: '出了点问题，请稍后再试',
    forbidden: '您的岗位不能使用这项功能',
  },

  signIn: {
    title: '登录',
    lead: '管好每一位回头客',
    account: '账号',
    password: '密码',
    show: '显示密码',
    hide: '隐藏密码',
    submit: '登录',
    submitting: '正在登录…',
    missing: '请填写账号和密码',
    ended: '登录已过期，请重新登录，回到刚才的页面',
    forgotten: '忘记密码，请找店主重新设置',
  },

  me: {
    title: '我的',
    roles: { OWNER: '店主', MANAGER: '店长', CASHIER: '收银员', ADVISER: '导购' },
    shop: '店铺',
    role: '岗位',
    signOut: '退出登录',
    signingOut: '正在退出…',
    signedOut: '已退出',
    keep: '一次登录可用 12 小时。离开手机前，请退出登录。',
  },

  time: {
    today: (time: string) => `今天 ${time}`,
    yesterday: (time: string) => `昨天 ${time}`,
    day: (month: number, day: number) => `${month}月${day}日`,
    year: (year: number) => `${year}年`,
    weekday: (n: number) => `星期${'日一二三四五六'.charAt(n)}`,
  },
};
