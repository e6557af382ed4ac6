export const lookTexts = {
  stale: '您打开之后，刚才有人改成了：',
  theirs: '用对方的',
  mine: '仍用我的',
  copy: '复制',
  copied: '已复制',
};
