import { AskHere } from '../features/asking/ask-here.tsx';
import { EffectiveRightsPage } from '../features/effective-rights/effective-rights-page.tsx';

/** The rights in a case, with the way to ask for those that one has not. */
export function RightsScreen() {
  return <EffectiveRightsPage Ask={AskHere} />;
}
