import { useMemo, useState } from 'react';
import type { Moment } from '../../../shared/domain/moment.ts';
import { useCaseView, type CaseView } from '../case/frame.ts';
import { countOthers, planThings, type PlanThings } from './plan-things.ts';

/** The plan as it was when it was opened, which others do not change under the hands (domain.md §7). */
export interface ShownPlan {
  readonly things: PlanThings;
  /** As the portal has it by now. */
  readonly latest: PlanThings;
  readonly asOf: Moment;
  /** How many rooms and items are others by now. */
  readonly others: number;
  readonly showChanges: () => void;
}

interface Taken {
  readonly things: PlanThings;
  readonly asOf: Moment;
  /** Which commands of one's own were in it. */
  readonly own: string;
}

/** Takes the plan anew when one's own commands come and go: what somebody just did is always seen. */
export function useShownPlan(): ShownPlan {
  const view = useCaseView();
  const subject = view.open.content.case;
  const current = useMemo(() => planThings(subject), [subject]);
  const own = ownCommands(view);
  const [taken, setTaken] = useState<Taken>({ things: current, asOf: view.now, own });
  const take = () => setTaken({ things: current, asOf: view.now, own });
  if (taken.own !== own) take();
  return {
    things: taken.things,
    latest: current,
    asOf: taken.asOf,
    others: useMemo(() => countOthers(taken.things, current), [taken.things, current]),
    showChanges: take,
  };
}

function ownCommands({ open }: CaseView): string {
  return open.waiting.map(({ position }) => position).join();
}
