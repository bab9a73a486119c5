import { anna, aTask } from '../../support/builders.ts';
import { tellRightJourney } from '../../support/journeys/right-journey.ts';

tellRightJourney('Start inspection', {
  right: 'inspection.start',
  claim: {
    tasks: [aTask({ id: 'visit', type: 'inspection', kind: 'inspection', status: 'B++', responsibles: [anna] })],
  },
  does: { name: 'start-task', input: { task: 'visit' } },
  isDone: ({ case: { tasks }, log }) =>
    tasks[0]?.status === '3' &&
    tasks[0].started?.from === 'desk' &&
    log.filter(({ what }) => what === 'task-started').length === 1,
  // Bertil closes the case under it: what was started without a connection is refused, and kept.
  meanwhile: { does: { name: 'close-case', input: { reason: '' } }, refused: 'case-closed' },
  // The first one wins, and the second is no error (domain.md §10).
  twice: { refused: null },
});
