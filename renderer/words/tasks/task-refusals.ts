import { t } from '@lingui/core/macro';
import type { Book } from '../refusal-said.ts';

/** Why a task is not added, or stays. */
export const taskRefusals = {
  'main-inspection': () => ({
    short: t`The main inspection`,
    sentence: t`Every case keeps its main inspection: the compensation is decided on it.`,
    wayOn: t`Other tasks can be removed.`,
  }),
  'task-has-budget': () => ({
    short: t`A budget is for it`,
    sentence: t`A budget is for this task, so it stays.`,
    wayOn: t`The budget has to be rejected before.`,
  }),
  'task-type-unknown': (_, { portalName }) => ({
    short: t`No such type of task`,
    sentence: t`${portalName} has no such type of task any more.`,
    wayOn: t`Choose another type.`,
  }),
  'was-completed': () => ({
    short: t`Completed before`,
    sentence: t`It was completed and sent back, so the work was done: its start stands.`,
    wayOn: t`It goes on from here, and is completed again.`,
  }),
  'task-type-there': () => ({
    short: t`In the case already`,
    sentence: t`The case has a task of this type already.`,
    wayOn: t`If another one is meant, add it as an extra task.`,
  }),
} satisfies Partial<Book>;
