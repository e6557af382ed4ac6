export const homeTexts = {
  title: '首页',
  numbers: '今天',
  yesterday: (n: string, unit: string) => `昨天 ${n} ${unit}`,
  quick: '常用',
  till: '收银',
  tillText: '扫会员码，记一笔',
  members: '找会员',
  membersText: '看积分，看来历',
  plan: '签到规则',
  planText: '改积分，改奖励',
  renewed: '已更新',
  renew: '刷新',
};
