import { aTask, bertil } from '../../support/builders.ts';
import { tellRightJourney } from '../../support/journeys/right-journey.ts';

const added = { id: '0199bbbb-0000-7000-8000-000000000001', type: 'drying', extra: true };
const office = { office: 'kuopio', company: 'kuivaus' } as const;

tellRightJourney('Add and remove tasks: adding', {
  right: 'tasks.edit',
  claim: { tasks: [aTask({ ...office, status: '3' })] },
  does: { name: 'add-tasks', input: { added: [added] } },
  isDone: ({ case: { tasks } }) => tasks.filter(({ id, status }) => id === added.id && status === 'C').length === 1,
  meanwhile: {
    does: { name: 'add-task', input: { ...added, id: '0199bbbb-0000-7000-8000-000000000002' } },
    refused: null,
  },
  // The id was made once: what comes second is there already.
  twice: { refused: 'nothing-to-change' },
});

tellRightJourney('Add and remove tasks: removing', {
  right: 'tasks.edit',
  claim: {
    tasks: [aTask({ ...office, status: '3' }), aTask({ ...office, id: 'drying-2', status: '0', revision: 'r-2' })],
  },
  does: { name: 'remove-tasks', input: { removed: [{ task: 'drying-2', type: 'drying' }] } },
  isDone: ({ case: { tasks }, log }) =>
    tasks.every(({ id }) => id !== 'drying-2') && log.filter(({ what }) => what === 'task-removed').length === 1,
  // Taken back it is in C still, but not as it was seen.
  meanwhile: { does: { name: 'hand-back-task', input: { task: 'drying-2', reason: bertil.name } }, refused: 'stale' },
  twice: { refused: 'case-not-found' },
});
