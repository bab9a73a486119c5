import { tellBindingJourney, tellSettlingJourney } from '../../support/journeys/settling-journey.ts';

// The label speaks of a cash offer; what the right allows is the customer's own work (seed, the explanation).
tellSettlingJourney('Make cash offer for WI before budget approval', {
  right: 'ownwork.beforeApproval',
  kind: 'customerOwnWork',
  state: 'draft',
});

tellBindingJourney('Bind provisional own work', 'customerOwnWork');
