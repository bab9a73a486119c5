import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { useCaseView } from './case-view.ts';

/** The ways to who can help with a refusal. */
export function Help({ refusal }: { readonly refusal: Refusal }) {
  const { families } = useCaseView();
  return families.map(({ name, help: Way }) => Way && <Way key={name} refusal={refusal} />);
}
