import { ask } from '../door/session';
import { decimal, money, number, pick, text, type Line } from '../rules/line';
import type { Shown } from '../rules/shelf';
import type { Tried } from '../rules/trial';
import { passTexts as texts } from './texts';

/** Either something handed over, or a discount: `percent` is what remains to be paid of 100. */
export interface PassProduct {
  id: string;
  title: string;
  what: string | null;
  aDay: number | null;
  percent: number | null;
  days: number;
  priceFen: number;
  offered: boolean;
  version: number;
}

const PASSES = '/console/api/passes';
const DEAREST_FEN = 10_000_000;

const passOf = ({ id, title, what, aDay, percent, days, priceFen, offered, version }: PassProduct): PassProduct => ({
  id,
  title,
  what: what ?? null,
  aDay: aDay ?? null,
  percent: percent ?? null,
  days,
  priceFen,
  offered,
  version,
});

const NEW: PassProduct = { id: 'new', title: texts.newTitle, what: texts.newWhat, aDay: 1, percent: null, days: 30, priceFen: 9900, offered: true, version: 0 };

const all = async () => (await ask<{ items: (PassProduct & { words: string })[] }>('GET', PASSES)).items;

export const thePasses = async (): Promise<Shown[]> => (await all()).map(({ id, title, offered, words }) => ({ id, title, offered, words: [words] }));

export async function thePass(id: string): Promise<PassProduct> {
  const found = id === 'new' ? NEW : (await all()).find(one => one.id === id);
  return found ? passOf(found) : Promise.reject(new Error(`no pass ${id}`));
}

export const savePass = async (pass: PassProduct, version: number): Promise<PassProduct> => {
  const { id, ...body } = pass;
  return passOf(
    id === 'new' ? await ask<PassProduct>('POST', PASSES, { body }) : await ask<PassProduct>('PUT', `${PASSES}/${id}`, { body: { ...body, version } }),
  );
};

export const tryPass = (pass: PassProduct): Promise<Tried[]> => {
  const uses = pass.days * (pass.aDay ?? 1);
  const each = { label: texts.each, value: texts.atMost(money(Math.round(pass.priceFen / uses)), uses), main: true };
  return Promise.resolve(pass.percent === null ? [each] : [{ label: texts.even, value: money(Math.round((pass.priceFen * 100) / (100 - pass.percent))), main: true }]);
};

function benefit(pass: PassProduct): Line<PassProduct> {
  const kind = pick<PassProduct>(texts.kind, pass.percent === null ? 'daily' : 'discount', texts.kinds, (p, v) =>
    v === 'daily' ? { ...p, what: p.what ?? texts.newWhat, aDay: p.aDay ?? 1, percent: null } : { ...p, what: null, aDay: null, percent: p.percent ?? 80 },
  );
  if (pass.percent !== null) {
    const left = decimal<PassProduct>(texts.percent, pass.percent * 10, [10, 990], (p, v) => ({ ...p, percent: Math.round(v / 10) }));
    return { key: 'discount', parts: [kind, '：', left, texts.off] };
  }
  return {
    key: 'daily',
    parts: [
      kind,
      texts.daily[0],
      number<PassProduct>(texts.aDay, pass.aDay ?? 1, [1, 20], (p, v) => ({ ...p, aDay: v })),
      texts.daily[1],
      text<PassProduct>(texts.what, pass.what ?? '', 40, texts.newWhat, (p, v) => (v === '' ? p : { ...p, what: v })),
    ],
  };
}

export const linesOf = (pass: PassProduct): Line<PassProduct>[] => [
  {
    key: 'title',
    parts: [
      text<PassProduct>(texts.name, pass.title, 40, pass.title, (p, v) => (v === '' ? p : { ...p, title: v })),
      texts.sold[0],
      decimal<PassProduct>(texts.price, pass.priceFen, [0, DEAREST_FEN], (p, v) => ({ ...p, priceFen: v })),
      texts.sold[1],
      number<PassProduct>(texts.days, pass.days, [1, 1000], (p, v) => ({ ...p, days: v })),
      texts.sold[2],
    ],
  },
  benefit(pass),
  // What is new is on the list at once.
  ...(pass.id === 'new' ? [] : [{ key: 'offered', parts: [texts.now, pick<PassProduct>(texts.state, String(pass.offered), texts.states, (p, v) => ({ ...p, offered: v === 'true' }))] }]),
];
