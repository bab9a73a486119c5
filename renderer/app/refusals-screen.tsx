import { AskHere } from '../features/asking/ask-here.tsx';
import { RefusalsPage } from '../features/refusals/refusals-page.tsx';

/** What was refused, with the way to ask for it. */
export function RefusalsScreen() {
  return <RefusalsPage Ask={AskHere} />;
}
