import { Loader } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconLayoutGrid } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useCaseView } from '../case/frame.ts';
import { AnswerNote } from './answer-note.tsx';
import { ConflictList } from './conflict-list.tsx';
import { planActs } from './plan-acts.ts';
import { PlanBar } from './plan-bar.tsx';
import type { PlanDialog } from './plan-dialog-props.ts';
import { columnsFor } from './plan-columns.ts';
import { PlanDialogs } from './plan-dialogs.tsx';
import { PlanFoot } from './plan-foot.tsx';
import { PlanGrid } from './plan-grid.tsx';
import { useGroups } from './use-groups.ts';
import type { PlanLine } from './plan-lines.ts';
import { rowsOf, type PlanView } from './plan-rows.ts';
import { fixedBecause, plannedTasks, planRefusals, seesPrices } from './plan-tasks.ts';
import classes from './plan.module.css';
import { SavingNote } from './saving-note.tsx';
import { WaitingNote } from './waiting-note.tsx';
import { usePlan, type PlanWork } from './use-plan.ts';

/** The work plan of a case: rooms and items, as of when it was opened (domain.md §7). */
export function WorkPlanTab() {
  const work = usePlan();
  // What was typed before is part of the plan: it is not shown without it.
  return work.draft.ready ? <Plan work={work} /> : <Loader size="sm" />;
}

function Plan({ work }: { work: PlanWork }) {
  const { open, now, about } = useCaseView();
  const { t } = useLingui();
  const [view, setView] = useState<PlanView>('room');
  const [selected, select] = useState<ReadonlySet<string>>(() => itemsOfBudget(open, about));
  const [dialog, setDialog] = useState<PlanDialog | null>(null);
  const [said, say] = useState<string | null>(null);
  const refusals = useMemo(() => planRefusals(open, now), [open, now]);
  const planned = useMemo(() => plannedTasks(open, refusals), [open, refusals]);
  const fixed = useCallback((line: PlanLine) => fixedBecause(line, refusals, open), [refusals, open]);
  const groups = useGroups(work);
  const rows = useMemo(() => rowsOf(work.lines, view, groups[view]), [work.lines, view, groups]);
  const prices = seesPrices(open);
  const acts = planActs(work);
  const chosen = useMemo(() => present(selected, work.lines), [selected, work.lines]);
  const columns = useMemo(() => columnsFor(prices), [prices]);
  const places = useMemo(
    () => groups[view === 'room' ? 'task' : 'room'].map(({ id, name }) => ({ id: id ?? '', name })),
    [groups, view],
  );
  return (
    <div className={classes.plan}>
      <PlanBar
        {...{ work, acts, refusals, planned, selected: chosen, fixed, view }}
        onView={setView}
        show={setDialog}
      />
      <WaitingNote />
      <AnswerNote />
      <SavingNote work={work} />
      <ConflictList work={work} />
      {rows.length === 0 ? (
        <EmptyState icon={IconLayoutGrid} title={<Trans>Nothing is planned yet</Trans>}>
          {planned.length > 0
            ? t`Add rooms and items, or take items from a price list. What you send for approval becomes a budget.`
            : t`What the companies of the tasks plan will stand here.`}
        </EmptyState>
      ) : (
        <PlanGrid
          {...{ work, rows, columns, view, places, fixed, select, say }}
          selected={chosen}
          put={acts.put}
          like={acts.like}
        />
      )}
      <p role="status" className={classes.said}>
        {said}
      </p>
      {prices && work.lines.length > 0 && (
        <PlanFoot lines={work.lines} rooms={groups.room} tasks={groups.task} currency={work.currency} />
      )}
      <PlanDialogs {...{ dialog, work, acts, planned, groups, selected: chosen }} onClose={() => setDialog(null)} />
    </div>
  );
}

/** What begins selected where the plan is opened for a budget: its items. */
function itemsOfBudget({ content }: OpenCase, id: string | null): ReadonlySet<string> {
  const { workItems = [] } = content.case;
  return new Set(id === null ? [] : workItems.filter(({ budget }) => budget === id).map((item) => item.id));
}

/** What is selected of what there still is. */
function present(selected: ReadonlySet<string>, lines: readonly PlanLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ content }) => (selected.has(content.id) ? [content.id] : [])));
}
