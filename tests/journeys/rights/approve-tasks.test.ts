import { aTask, anna } from '../../support/builders.ts';
import { tellRightJourney } from '../../support/journeys/right-journey.ts';

tellRightJourney('Approve tasks', {
  right: 'tasks.approve',
  claim: { tasks: [aTask({ id: 'cleaning', status: '4', responsibles: [anna] })] },
  does: { name: 'approve-task', input: { task: 'cleaning' } },
  isDone: ({ case: { tasks }, log }) =>
    tasks[0]?.status === 'A' && log.filter(({ what }) => what === 'task-approved').length === 1,
  meanwhile: {
    does: { name: 'send-back-task', input: { task: 'cleaning', reason: 'no picture' } },
    refused: 'status-conflict',
  },
  twice: { refused: 'status-conflict' },
});
