import type { TaskId } from '../../../shared/domain/ids.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { blockedWords } from '../../words/work-plan/work-plan-refusals.ts';
import { forecast } from '../case/frame.ts';
import type { DraftItem } from './plan-draft.ts';
import { probeOf } from './plan-edits.ts';
import type { PlanLine } from './plan-lines.ts';

/** Why items cannot be put into the plan of each task; null where they can. */
export type PlanRefusals = ReadonlyMap<TaskId, Refusal | null>;

/** Asks the rules for every task whether something can be planned for it. */
export function planRefusals(open: OpenCase, now: string): PlanRefusals {
  const { currency } = open.standing.settings;
  return new Map(
    open.content.case.tasks.map(({ id }) => [id, forecast({ open, now }, probeOf(probeItem(id), currency))]),
  );
}

function probeItem(task: TaskId): DraftItem {
  const words = { code: '', text: 'x', unit: '', trade: '', quantity: '1', price: '1' };
  return { id: 'probe', revision: null, room: null, task, kind: 'item', ...words, priceList: null, order: 0 };
}

/** The tasks that something can be planned for. */
export function plannedTasks({ content }: OpenCase, refusals: PlanRefusals): readonly Task[] {
  return content.case.tasks.filter(({ id }) => refusals.get(id) === null);
}

/** Why a line cannot be changed as things stand, as a sentence; null where it can. */
export function fixedBecause({ item, content }: PlanLine, refusals: PlanRefusals, open: OpenCase): string | null {
  if (item && item.allocation !== 'partner') return sentence(blockedWords('allocated'));
  if (item?.state === 'submitted') return sentence(blockedWords('submitted'));
  const refusal = refusals.get(content.task);
  return refusal ? refusalWords(refusal, open.standing).full : null;
}

function sentence(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}.`;
}

/** True for who reads what items cost: of the own company, or of all (domain-2.md §1). */
export function seesPrices({ content }: OpenCase): boolean {
  const { hidden, workValues = [] } = content.case;
  return !hidden.includes('budgets') || workValues.length > 0;
}
