import { isSame, revisionBy, standsAt } from '../overwriting.ts';
import { portalPage, steeringRefusal } from '../portal/change-rights.ts';
import { settlementRulesIn, type SettlementRules } from './settlement-rules.ts';

/** Sets how a portal settles with customers: all of it as it shall be. */
export type ChangeSettlementRules = Omit<SettlementRules, 'revision'>;

/** The page of `change-settlement-rules`. What is settled already keeps the rules that it was settled by. */
export const changeSettlementRules = portalPage<ChangeSettlementRules>({
  authority: 'portal.changeSettlementRules',
  check: ({ standing }) => steeringRefusal(standing, 'portal.changeSettlementRules'),
  basedOn: (_, portal) => [
    { thing: 'portal:settlement', in: (settings) => standsAt(settlementRulesIn(settings).revision, portal) },
  ],
  already: ({ settings }, input) => isSame(setIn(settlementRulesIn(settings)), setIn(input)),
  apply: ({ settings, stamp }, input) => ({
    ...settings,
    settlement: { ...setIn(input), revision: revisionBy(stamp) },
  }),
});

function setIn({ cash, ownWork, vatPercent }: ChangeSettlementRules): ChangeSettlementRules {
  return { cash, ownWork, vatPercent };
}
