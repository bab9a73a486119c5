import type { OfficeEntry } from '../../shared/domain/office/directory.ts';
import { isByCommand } from './plan-task.ts';
import { byHandler, managerOf, standing, type Deed, type TaskStage } from './tell-step.ts';

const givenBack = [
  'We have no crew free before the end of next month.',
  'Asbestos is possible in the ceiling: we are not licensed for that.',
  'The house is outside the area that we can reach with our equipment.',
  'The customer wants another company to do the work.',
] as const;

/** How a task comes into the case and to its office, as far as it did not come with the claims. */
export function arrivalDeeds(stage: TaskStage): readonly Deed[] {
  const { chance, plan, task } = stage;
  const { formerOffice, office, origin, turn } = plan;
  const adds: Deed = (at) => {
    const input = { id: task, type: plan.type.code, extra: origin === 'extra' };
    byHandler(stage, at, { name: 'add-task', input });
  };
  const added = origin === 'added' || origin === 'extra' ? [adds] : [];
  if (office === null) return added;
  const given = !isByCommand(origin)
    ? []
    : [formerOffice, office].flatMap((each) => (each ? [allocate(stage, each)] : []));
  const back: Deed = (at) => {
    const input = { task, reason: chance.pick(givenBack) };
    stage.teller.act({ by: managerOf(stage.cast, standing(stage)), at }, { name: 'hand-back-task', input });
  };
  return [...added, ...given, ...(turn === 'handed-back' ? [back] : [])];
}

/** After a rejection: nobody has begun it, and nobody needs it any more. */
export function remove(stage: TaskStage): Deed {
  return (at) => byHandler(stage, at, { name: 'remove-task', input: { task: stage.task, type: stage.plan.type.code } });
}

function allocate(stage: TaskStage, { id }: OfficeEntry): Deed {
  return (at) => byHandler(stage, at, { name: 'allocate-task', input: { task: stage.task, office: id } });
}
