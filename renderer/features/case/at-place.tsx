import { useCaseView } from './case-view.ts';
import type { CasePlace } from './family.ts';

/** What the families show in a place of the page, in the order of their list. */
export function AtPlace({ place }: { readonly place: CasePlace }) {
  const { families } = useCaseView();
  return families.map(({ name, places }) => {
    const Shown = places?.[place];
    return Shown && <Shown key={name} />;
  });
}
