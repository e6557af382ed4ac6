export const lookTexts = {
  stale: '您打开之后，刚才有人改成了：',
  theirs: '用对方的',
  mine: '仍用我的',
  clash: '刚刚有人改过',
  clashText: '另一位同事先保存了。您可以看看他的，也可以用您的覆盖它。',
  clashTheirs: '看他的',
  clashMine: '用我的覆盖',
  copy: '复制',
  copied: '已复制',
};
