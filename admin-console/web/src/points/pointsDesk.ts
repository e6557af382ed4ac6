import { ask } from '../door/session';
import { count } from '../look/words';
import { money } from '../rules/line';
import type { Tried } from '../rules/trial';
import type { Names, PointsRules } from './pointsRules';
import { pointsTexts as texts } from './texts';

interface Found {
  bills: number;
  complete: boolean;
  given: number;
  wouldGive: number;
  costFen: number;
  liabilityFen: number;
  membersGaining: number;
  membersLosing: number;
  outstanding: number;
  outstandingFen: number;
}

const RULES = '/console/api/points/rules';

export const theRules = (): Promise<PointsRules> => ask('GET', RULES);

/** Refused when somebody else's version has come into force since `version` was read. */
export const saveRules = (rules: PointsRules, version: number): Promise<PointsRules> =>
  ask('PUT', RULES, { body: { ...rules, version } });

export async function theNames(): Promise<Names> {
  const [levels, stores] = await Promise.all([
    ask<{ items: { step: number; name: string }[] }>('GET', '/console/api/levels'),
    ask<{ items: { id: string; name: string }[] }>('GET', '/console/api/till/stores'),
  ]);
  return {
    levels: levels.items.map(one => [String(one.step), one.name]),
    stores: stores.items.map(one => [one.id, one.name]),
  };
}

export async function tryRules(rules: PointsRules): Promise<Tried[]> {
  const found = await ask<Found>('POST', `${RULES}/try`, { body: rules });
  const cost = found.costFen < 0 ? texts.saves(money(-found.costFen)) : texts.costs(money(found.costFen));
  return [
    { label: found.complete ? texts.bills : texts.billsFirst, value: count(found.bills) },
    { label: texts.given, value: count(found.given) },
    { label: texts.would, value: count(found.wouldGive) },
    { label: texts.cost, value: cost, main: true },
    { label: texts.who, value: texts.people(count(found.membersGaining), count(found.membersLosing)) },
    { label: texts.liability, value: texts.worth(count(found.wouldGive), money(found.liabilityFen)) },
    { label: texts.outstanding, value: texts.worth(count(found.outstanding), money(found.outstandingFen)) },
  ];
}
