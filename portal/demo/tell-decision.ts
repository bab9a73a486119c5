import { isOfCase } from '../../shared/domain/document/document.ts';
import type { Cover } from '../../shared/domain/case/case.ts';
import type { CompensationResult, Ruling } from '../../shared/domain/compensation/compensation.ts';
import type { DecideCompensation, EnteredPart } from '../../shared/domain/compensation/decide-compensation.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { customerTexts, decisionReasons, earlyReason, partWords, type PartWords } from './decision-words.ts';
import type { DecisionPlan } from './plan-case.ts';
import type { Chance } from './random.ts';
import { roleUser, type Stage, type Step } from './tell-step.ts';

/** The decision on the compensation, by the insurer or, in some cases, by the External Case Handler whom the portal lets. */
export function decisionSteps(stage: Stage, plan: DecisionPlan | null, at: Moment): readonly Step[] {
  const { chance, handler, teller } = stage;
  if (plan === null) return [];
  const run = (): void => {
    const command = { name: 'decide-compensation', input: decided(stage, plan) } as const;
    const own = chance.percent(40) ? roleUser(teller) : null;
    if (own === null || teller.tries({ by: own, at }, command)) teller.act({ by: handler, at }, command);
  };
  return [{ at, run }];
}

function decided({ cast, chance, handler, teller }: Stage, { result, early }: DecisionPlan): DecideCompensation {
  const { cover, documents, tasks } = teller.content().case;
  const inspection = tasks.find(({ main }) => main);
  if (!inspection) throw new Error('The demo has a case without an inspection.');
  const rulings = drawRulings(chance, result);
  const among = partWords.slice(chance.whole(0, partWords.length - rulings.length));
  const paid = chance.percent(85);
  const parts = rulings.map((ruling, index) => {
    const words = among[index];
    if (!words) throw new Error('The demo has no words for a part.');
    return entered(words, ruling, paid ? amountOf(chance, cover, words) : null);
  });
  return {
    task: inspection.id,
    early,
    result,
    parts,
    currency: parts.some(({ amount }) => amount !== null) ? cast.network.settings.currency : null,
    reason: early && result !== 'rejected' ? earlyReason : chance.pick(decisionReasons[result]),
    customerText: customerTexts[result],
    authority: cast.standing(handler).portalName,
    seen: { documents: documents.filter(isOfCase).map(({ id }) => id), cover },
  };
}

function drawRulings(chance: Chance, result: CompensationResult): readonly Ruling[] {
  if (result === 'approved') return Array<Ruling>(chance.whole(1, 3)).fill('covered');
  if (result === 'rejected') return Array<Ruling>(chance.whole(1, 2)).fill('not-covered');
  return chance.percent(50) ? ['covered', 'partly', 'not-covered'] : ['covered', 'partly'];
}

function entered({ kind, name, whole, some, none }: PartWords, ruling: Ruling, amount: number | null): EnteredPart {
  const part = { kind, name, ruling };
  if (ruling === 'covered') return { ...part, scope: whole, deduction: 0, reason: '', amount };
  if (ruling === 'not-covered') return { ...part, scope: '', deduction: 0, reason: none, amount: null };
  const { scope, reason, deduction } = some;
  const left = amount === null ? null : Math.round((amount * (100 - deduction)) / 100);
  return { ...part, scope, deduction, reason, amount: left };
}

/** A share of the damage that was reported, in full hundreds; extra costs and what nobody reported are small. */
function amountOf(chance: Chance, cover: Cover | null, { kind }: PartWords): number {
  const reported = kind === 'contents' ? cover?.contentsDamage : kind === 'extra-costs' ? null : cover?.buildingDamage;
  const share = ((reported ?? 0) * chance.whole(15, 33)) / 100;
  return share < 30_000 ? chance.whole(4, 18) * 10_000 : Math.round(share / 10_000) * 10_000;
}
