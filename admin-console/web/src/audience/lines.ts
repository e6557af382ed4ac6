/** A condition as the server reads it; see the openapi. */
export interface Tree {
  kind: string;
  of?: Tree | Tree[];
  [field: string]: unknown;
}

/** What may be named without typing: id and name. */
export type Choice = [string, string];

export interface Choices {
  levels: Choice[];
  tags: Choice[];
  stores: Choice[];
  offers: Choice[];
  goods: Choice[];
  categories: Choice[];
}

export interface NumberSlot {
  of: 'number';
  least: number;
  most: number;
}

export interface PickSlot {
  of: 'pick';
  from: keyof Choices | Choice[];
  /** Goods may also be typed. */
  typed?: boolean;
}

export interface Phrase {
  key: string;
  /** What stands before and after the slot. */
  words: [string, string];
  /** The opposite, where 不是 before it would sound wrong. */
  not?: [string, string];
  slot: NumberSlot | PickSlot | null;
  first: number | string;
  make: (value: number | string) => Tree;
  /** The value, when the tree is this phrase. */
  read: (tree: Tree) => number | string | null;
}

/** One row of the editor. A tree that no phrase says stays as it is. */
export interface Line {
  phrase: Phrase | null;
  value: number | string;
  not: boolean;
  tree: Tree;
}

export type Mode = 'all' | 'any';

export interface Draft {
  mode: Mode;
  lines: Line[];
}

const days = (most: number): NumberSlot => ({ of: 'number', least: 1, most });

function measured(kind: string, end: 'least' | 'most', words: [string, string], slot: NumberSlot, first: number, not?: [string, string], times = 1): Phrase {
  return {
    key: `${kind}-${end}`,
    words,
    ...(not && { not }),
    slot,
    first,
    make: value => (end === 'least' ? { kind, least: Number(value) * times } : { kind, least: 0, most: Number(value) * times }),
    read: tree => {
      if (tree.kind !== kind) return null;
      const least = Number(tree.least ?? 0);
      const given = end === 'least' ? tree.most === undefined && least > 0 : tree.most !== undefined && least === 0;
      const number = (end === 'least' ? least : Number(tree.most)) / times;
      return given && Number.isInteger(number) && number >= slot.least && number <= slot.most ? number : null;
    },
  };
}

function picked(key: string, field: string, words: [string, string], slot: PickSlot, rest: Tree, not?: [string, string]): Phrase {
  const fixed = Object.entries(rest);
  return {
    key,
    words,
    ...(not && { not }),
    slot,
    first: '',
    make: value => ({ ...rest, [field]: String(value) }),
    read: tree =>
      typeof tree[field] === 'string' &&
      fixed.every(([name, value]) => tree[name] === value) &&
      Object.keys(tree).every(name => name === field || name in rest)
        ? (tree[field] as string)
        : null,
  };
}

function plain(key: string, words: string, tree: Tree, not?: string): Phrase {
  const said = JSON.stringify(Object.entries(tree).sort());
  return {
    key,
    words: [words, ''],
    ...(not && { not: [not, ''] as [string, string] }),
    slot: null,
    first: '',
    make: () => tree,
    read: other => (JSON.stringify(Object.entries(other).sort()) === said ? '' : null),
  };
}

export const PHRASES: Phrase[] = [
  measured('lastVisit', 'least', ['最近', '天没来'], days(3650), 30),
  measured('lastVisit', 'most', ['最近', '天来过'], days(3650), 30, ['最近', '天没来过（也包括从没买过的）']),
  {
    ...plain('late', '', { kind: 'late' }),
    words: ['比自己平时晚了', '倍还没来'],
    slot: { of: 'number', least: 1, most: 10 },
    first: 2,
    make: value => ({ kind: 'late', percent: Number(value) * 100 }),
    read: tree => (tree.kind === 'late' && Number(tree.percent) % 100 === 0 ? Number(tree.percent) / 100 : null),
  },
  measured('visits', 'least', ['买过', '次以上'], days(10000), 3, ['买过不到', '次']),
  plain('never', '从没买过', { kind: 'visits', least: 0, most: 0 }, '买过东西'),
  measured('amount', 'least', ['累计消费', '元以上'], days(1000000), 500, ['累计消费不到', '元'], 100),
  measured('averageBill', 'least', ['平均每单', '元以上'], days(100000), 50, undefined, 100),
  measured('averageBill', 'most', ['平均每单不超过', '元'], days(100000), 20, undefined, 100),
  plain('top', '花得最多的两成', { kind: 'money', least: 5, most: 5 }),
  picked('goods', 'name', ['买过', ''], { of: 'pick', from: 'goods', typed: true }, { kind: 'bought', shelf: 'GOODS', times: 1 }, ['没买过', '']),
  picked('category', 'name', ['买过', '类的东西'], { of: 'pick', from: 'categories', typed: true }, { kind: 'bought', shelf: 'CATEGORY', times: 1 }, ['没买过', '类的东西']),
  {
    ...measured('level', 'least', ['等级是', ''], days(99), 1, ['等级不是', '']),
    key: 'level',
    slot: { of: 'pick', from: 'levels' },
    first: '',
    make: value => ({ kind: 'level', least: Number(value), most: Number(value) }),
    read: tree => (tree.kind === 'level' && tree.least === tree.most ? String(tree.least) : null),
  },
  picked('tag', 'tag', ['有「', '」标签'], { of: 'pick', from: 'tags' }, { kind: 'tag' }, ['没有「', '」标签']),
  picked('stage', 'stage', ['属于', ''], { of: 'pick', from: [['NEW', '新客'], ['ACTIVE', '活跃'], ['DECLINING', '来得少了'], ['ASLEEP', '沉睡']] }, { kind: 'stage' }, ['不属于', '']),
  picked(
    'quadrant',
    'quadrant',
    ['消费习惯是', ''],
    { of: 'pick', from: [['OFTEN_DEAR', '常来、单价高'], ['OFTEN_CHEAP', '常来、单价低'], ['SELDOM_DEAR', '少来、单价高'], ['SELDOM_CHEAP', '少来、单价低']] },
    { kind: 'quadrant' },
    ['消费习惯不是', ''],
  ),
  {
    ...plain('birthday', '', { kind: 'date' }),
    words: ['未来', '天内过生日'],
    slot: { of: 'number', least: 0, most: 60 },
    first: 7,
    make: value => ({ kind: 'date', occasion: 'BIRTHDAY', days: Number(value) }),
    read: tree => (tree.kind === 'date' && tree.occasion === 'BIRTHDAY' ? Number(tree.days) : null),
  },
  measured('joined', 'most', ['最近', '天入会'], days(3650), 30),
  {
    ...plain('coupon-unused', '', { kind: 'coupon' }),
    words: ['手里的券', '天还没用'],
    slot: { of: 'number', least: 0, most: 365 },
    first: 7,
    make: value => ({ kind: 'coupon', use: 'HOLDS', days: Number(value) }),
    read: tree => (tree.kind === 'coupon' && tree.use === 'HOLDS' && tree.offer === undefined ? Number(tree.days ?? 0) : null),
  },
  {
    ...plain('coupon-used', '', { kind: 'coupon' }),
    words: ['最近', '天用过券'],
    not: ['最近', '天没用过券'],
    slot: { of: 'number', least: 1, most: 3650 },
    first: 30,
    make: value => ({ kind: 'coupon', use: 'USED', days: Number(value) }),
    read: tree => (tree.kind === 'coupon' && tree.use === 'USED' && tree.offer === undefined && Number(tree.days) > 0 ? Number(tree.days) : null),
  },
  {
    ...plain('coupon-ends', '', { kind: 'coupon' }),
    words: ['手里的券', '天内到期'],
    slot: { of: 'number', least: 1, most: 365 },
    first: 3,
    make: value => ({ kind: 'coupon', use: 'ENDS', days: Number(value) }),
    read: tree => (tree.kind === 'coupon' && tree.use === 'ENDS' && tree.offer === undefined ? Number(tree.days ?? 0) : null),
  },
  {
    ...plain('points-end', '', { kind: 'pointsEnd' }),
    words: ['有积分', '天内到期'],
    slot: { of: 'number', least: 0, most: 365 },
    first: 7,
    make: value => ({ kind: 'pointsEnd', days: Number(value) }),
    read: tree => (tree.kind === 'pointsEnd' ? Number(tree.days) : null),
  },
  measured('streak', 'least', ['连续签到', '天以上'], days(3650), 7),
  measured('checkIns', 'least', ['本月签到', '天以上'], days(31), 10),
  measured('lastCheckIn', 'most', ['最近', '天签过到'], days(3650), 7, ['最近', '天没签过到']),
  picked('store', 'store', ['上次在', '消费'], { of: 'pick', from: 'stores' }, { kind: 'lastStore' }),
  plain('reachable', '关注了公众号，能收到消息', { kind: 'reachable' }, '没关注公众号'),
];

export const wordsOf = (line: Line): [string, string] => {
  if (!line.phrase) return ['', ''];
  if (!line.not) return line.phrase.words;
  return line.phrase.not ?? [`不是：${line.phrase.words[0]}`, line.phrase.words[1]];
};

export const lineOf = (phrase: Phrase, value: number | string = phrase.first): Line => ({ phrase, value, not: false, tree: phrase.make(value) });

function lineFrom(tree: Tree): Line {
  const not = tree.kind === 'not' && !!tree.of && !Array.isArray(tree.of);
  const inner = not ? (tree.of as Tree) : tree;
  for (const phrase of PHRASES) {
    const value = phrase.read(inner);
    if (value !== null) return { ...lineOf(phrase, value), not };
  }
  return { phrase: null, value: '', not: false, tree };
}

const treeFrom = (line: Line): Tree => (line.not ? { kind: 'not', of: line.tree } : line.tree);

export function draftOf(tree: Tree): Draft {
  if (tree.kind === 'everyone') return { mode: 'all', lines: [] };
  if ((tree.kind === 'all' || tree.kind === 'any') && Array.isArray(tree.of)) return { mode: tree.kind, lines: tree.of.map(lineFrom) };
  return { mode: 'all', lines: [lineFrom(tree)] };
}

export function treeOf(draft: Draft): Tree {
  const trees = draft.lines.map(treeFrom);
  if (trees.length === 0) return { kind: 'everyone' };
  return trees.length === 1 ? trees[0]! : { kind: draft.mode, of: trees };
}
