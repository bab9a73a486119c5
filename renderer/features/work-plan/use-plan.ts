import { useMemo, useState } from 'react';
import { draftKey, useCaseView, useDraft, type Draft } from '../case/frame.ts';
import { conflictsOf, type Conflict } from './plan-conflicts.ts';
import { emptyPlanDraft, planDraftSchema, type DraftRoom, type PlanDraft } from './plan-draft.ts';
import { roomsOf } from './plan-edits.ts';
import { linesOf, type PlanLine } from './plan-lines.ts';
import { useShownPlan, type ShownPlan } from './use-shown-plan.ts';

/** A work plan under the hands: what there is, what was changed of it and not saved, and the steps back. */
export interface PlanWork extends ShownPlan {
  readonly draft: Draft<PlanDraft>;
  readonly lines: readonly PlanLine[];
  readonly rooms: readonly DraftRoom[];
  readonly currency: string;
  /** What of it was changed by others since one began to. */
  readonly conflicts: readonly Conflict[];
  /** One step, which `undo` takes back. */
  readonly edit: (next: PlanDraft) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** After it was saved, or given up. */
  readonly forget: () => void;
}

interface Steps {
  readonly past: readonly PlanDraft[];
  readonly future: readonly PlanDraft[];
}

const noSteps: Steps = { past: [], future: [] };
const mostSteps = 200;

export function usePlan(): PlanWork {
  const { open } = useCaseView();
  const { currency } = open.standing.settings;
  const shown = useShownPlan();
  const draft = useDraft<PlanDraft>(draftKey(open, 'work-plan'), emptyPlanDraft, planDraftSchema);
  const [{ past, future }, setSteps] = useState(noSteps);
  const { value } = draft;
  const { things, latest } = shown;
  const go = (to: PlanDraft, steps: Steps) => {
    draft.change(to);
    setSteps(steps);
  };
  const last = past.at(-1);
  const next = future.at(-1);
  return {
    ...shown,
    draft,
    currency,
    lines: useMemo(() => linesOf(things, value, currency), [things, value, currency]),
    rooms: useMemo(() => roomsOf(things, value), [things, value]),
    conflicts: useMemo(() => conflictsOf(value, latest), [value, latest]),
    edit: (to) => go(to, { past: [...past.slice(1 - mostSteps), value], future: [] }),
    undo: last ? () => go(last, { past: past.slice(0, -1), future: [...future, value] }) : null,
    redo: next ? () => go(next, { past: [...past, value], future: future.slice(0, -1) }) : null,
    forget: () => {
      draft.forget();
      setSteps(noSteps);
    },
  };
}
