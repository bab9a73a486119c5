import { aTask } from '../../support/builders.ts';
import { tellRightJourney } from '../../support/journeys/right-journey.ts';

tellRightJourney('Allocate partners to tasks', {
  right: 'tasks.allocate',
  claim: { tasks: [aTask({ id: 'drying', status: 'C', office: null, company: null })] },
  does: { name: 'allocate-task', input: { task: 'drying', office: 'kuopio' } },
  isDone: ({ case: { tasks }, log }) =>
    tasks[0]?.office === 'kuopio' && log.filter(({ what }) => what === 'task-allocated').length === 1,
  meanwhile: { does: { name: 'allocate-task', input: { task: 'drying', office: 'rival-kuopio' } }, refused: 'stale' },
  // Both mean the same office: nothing is left to do for the second.
  twice: { refused: null },
});
