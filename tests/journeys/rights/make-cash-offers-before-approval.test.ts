import { tellBindingJourney, tellSettlingJourney } from '../../support/journeys/settling-journey.ts';

tellSettlingJourney('Make cash offer before budget approval', {
  right: 'cash.beforeApproval',
  kind: 'cashOffer',
  state: 'draft',
});

tellBindingJourney('Bind a provisional cash offer', 'cashOffer');
