import { tellSettlingJourney } from '../../support/journeys/settling-journey.ts';

tellSettlingJourney('Make cash offer for all tasks', { right: 'cash.allTasks', kind: 'cashOffer', state: 'approved' });
