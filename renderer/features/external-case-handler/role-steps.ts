import type { Action } from '../../../shared/domain/dashboard/actions.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { actionWords } from '../../words/action-words.ts';
import type { NextStep } from '../case/frame.ts';

/** The steps about the role of the case, whose dialog a press opens. */
export function roleSteps(kind: 'assign-user' | 'give-role') {
  return (_: OpenCase, actions: readonly Action[]): readonly NextStep[] =>
    actions.map((action) => {
      const { one, next } = actionWords(action.kind);
      return { action, about: null, tasks: [], title: one, detail: '', deed: { label: next, dialog: { kind } } };
    });
}
