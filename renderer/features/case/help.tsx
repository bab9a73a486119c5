import { useCaseView } from './case-view.ts';
import type { Refused } from './family.ts';

/** The ways to who can help with a refusal. */
export function Help(refused: Refused) {
  const { families } = useCaseView();
  return families.map(({ name, help: Way }) => Way && <Way key={name} {...refused} />);
}
