import type { Action } from '../../../shared/domain/dashboard/actions.ts';
import { invoicesOf } from '../../../shared/domain/invoice/invoice.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { actionWords } from '../../words/action-words.ts';
import { moneyText } from '../../words/figures.ts';
import type { NextStep } from '../case/frame.ts';

/** Each invoice that waits for the insurer. */
export function decisionSteps({ content, directory }: OpenCase, actions: readonly Action[]): readonly NextStep[] {
  const [action] = actions;
  if (!action) return [];
  return invoicesOf(content.case)
    .filter(({ state }) => state === 'entered')
    .map(({ id, number, money, tasks, office }) => ({
      action,
      about: id,
      tasks,
      title: `${moneyText(money)} · ${number}`,
      detail: directory.offices.find((each) => each.id === office)?.name ?? '',
      deed: { label: actionWords(action.kind).next, dialog: { kind: 'decide-invoice', invoice: id } },
    }));
}
