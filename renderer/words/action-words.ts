import type { ActionKind } from '../../shared/domain/dashboard/actions.ts';
import { actionsSaid } from './families.ts';
import type { ActionWords } from './family-words.ts';

/** The words of a kind of thing to do. */
export function actionWords(kind: ActionKind): ActionWords {
  return actionsSaid[kind]();
}
