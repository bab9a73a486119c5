import type { Case } from '../case/case.ts';
import type { CaseDocument } from '../document/document.ts';
import type { Task } from './task.ts';

/**
 * The first picture since a task was started, added by somebody of the company that has it: documents belong to the case
 * and name no task, so that more than this is not known (domain.md §10). null where there is none yet; undefined where it
 * cannot be said: the task was not started as far as is kept, or the reader sees no documents.
 */
export function firstPicture({ documents, hidden }: Case, { company, started }: Task): CaseDocument | null | undefined {
  if (!started || hidden.includes('documents')) return undefined;
  const isOne = ({ mediaType, by, at }: CaseDocument): boolean =>
    mediaType.startsWith('image/') && by.company === company && at >= started.decidedAt;
  return documents.find(isOne) ?? null;
}
