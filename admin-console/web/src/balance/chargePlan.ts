import { ask } from '../door/session';
import { count } from '../look/words';
import { decimal, money, number, replaced, without, type Adding, type Line } from '../rules/line';
import type { Tried } from '../rules/trial';
import { balanceTexts as texts } from './texts';

interface Offer {
  payFen: number;
  giftFen: number;
  /** 0 for ever. */
  giftDays: number;
}

export interface ChargePlan {
  offers: Offer[];
  lowFen: number;
  version: number;
}

interface Told extends ChargePlan {
  cost: { days: number; charges: number; paidFen: number; givenFen: number; wouldGiveFen: number };
}

const PLAN = '/console/api/balance/plan';
const MOST_OFFERS = 8;
const CAP_FEN = 500_000;

const planOf = ({ offers, lowFen, version }: Told): ChargePlan => ({ offers, lowFen, version });

export const thePlan = async (): Promise<ChargePlan> => planOf(await ask<Told>('GET', PLAN));

/** Refused when somebody else's version has come into force since `version` was read. */
export const savePlan = async (plan: ChargePlan, version: number): Promise<ChargePlan> =>
  planOf(await ask<Told>('PUT', PLAN, { body: { ...plan, version } }));

export async function tryPlan(plan: ChargePlan): Promise<Tried[]> {
  const { cost } = await ask<Told>('POST', `${PLAN}/trial`, { body: plan });
  const more = cost.wouldGiveFen - cost.givenFen;
  return [
    { label: texts.charges(cost.days), value: texts.paid(count(cost.charges), money(cost.paidFen)) },
    { label: texts.given, value: money(cost.givenFen) },
    { label: texts.would, value: money(cost.wouldGiveFen) },
    { label: texts.cost, value: more < 0 ? texts.saves(money(-more)) : texts.costs(money(more)), main: true },
  ];
}

function offerLine(plan: ChargePlan, at: number): Line<ChargePlan> {
  const offer = plan.offers[at]!;
  const change = (p: ChargePlan, what: Partial<Offer>): ChargePlan => ({ ...p, offers: replaced(p.offers, at, { ...p.offers[at]!, ...what }) });
  const days = number<ChargePlan>(texts.days, offer.giftDays, [0, 3650], (p, v) => change(p, { giftDays: v }));
  if (offer.giftDays === 0) days.shown = texts.forEver;
  return {
    key: `offer:${at}`,
    parts: [
      texts.offer[0],
      decimal<ChargePlan>(texts.pay, offer.payFen, [1, CAP_FEN], (p, v) => change(p, { payFen: v })),
      texts.offer[1],
      decimal<ChargePlan>(texts.gift, offer.giftFen, [0, CAP_FEN], (p, v) => change(p, { giftFen: v })),
      texts.offer[2],
      days,
      offer.giftDays === 0 ? texts.good : texts.goodDays,
    ],
    remove: p => ({ ...p, offers: without(p.offers, at) }),
  };
}

export function linesOf(plan: ChargePlan): Line<ChargePlan>[] {
  const low = decimal<ChargePlan>(texts.low, plan.lowFen, [0, 100_000], (p, v) => ({ ...p, lowFen: v }));
  return [
    ...plan.offers.map((_, at) => offerLine(plan, at)),
    { key: 'low', parts: [texts.warn[0], low, texts.warn[1]] },
  ];
}

export function addingsOf(plan: ChargePlan): Adding<ChargePlan>[] {
  if (plan.offers.length >= MOST_OFFERS) return [];
  const most = plan.offers.reduce((sum, one) => Math.max(sum, one.payFen), 0);
  const payFen = most === 0 ? 10_000 : Math.min(CAP_FEN, most * 2);
  return [{ label: texts.add, add: p => ({ ...p, offers: [...p.offers, { payFen, giftFen: Math.round(payFen / 10), giftDays: 0 }] }) }];
}
