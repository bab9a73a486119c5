import { SegmentedControl } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCar,
  IconCopy,
  IconHistory,
  IconListSearch,
  IconPlus,
  IconPrinter,
  IconRulerMeasure,
  IconTrash,
} from '@tabler/icons-react';
import { refusalWords } from '../../words/refusal-words.ts';
import { partLock, useCaseView } from '../case/frame.ts';
import { BarButton } from './bar-button.tsx';
import { DecidingButtons } from './deciding-buttons.tsx';
import { tripText } from './plan-acts.ts';
import type { PlanBarProps } from './plan-bar-props.ts';
import classes from './plan.module.css';
import type { PlanLine } from './plan-lines.ts';
import { SettlingButtons } from './settling-buttons.tsx';
import { keptBecause } from './selection.ts';

/** The fixed bar above the plan (domain.md §7): everything that can be done with it, and why it cannot where it cannot. */
export function PlanBar(props: PlanBarProps) {
  const { work, acts, selected, fixed, view, onView, show } = props;
  const { open } = useCaseView();
  const { t } = useLingui();
  const locked = partLock(open, 'log');
  const chosen = work.lines.filter(({ content }) => selected.has(content.id));
  const shut = useShut(props);
  return (
    <div role="toolbar" aria-label={t`Work plan`} className={classes.bar}>
      <Adding {...props} shut={shut} chosen={chosen} />
      <BarButton icon={IconRulerMeasure} reason={shut} onClick={() => show('rooms')}>
        <Trans>Rooms…</Trans>
      </BarButton>
      <BarButton
        icon={IconCopy}
        reason={shut ?? (chosen.length === 0 ? keptBecause([], fixed) : null)}
        onClick={() => show('copy')}
      >
        <Trans>Copy to room…</Trans>
      </BarButton>
      <BarButton icon={IconTrash} reason={shut ?? keptBecause(chosen, fixed)} onClick={() => acts.remove(chosen)}>
        <Trans>Delete</Trans>
      </BarButton>
      <BarButton
        icon={IconArrowBackUp}
        reason={work.undo ? null : t`There is no step to take back.`}
        onClick={() => work.undo?.()}
      >
        <Trans>Undo</Trans>
      </BarButton>
      <BarButton
        icon={IconArrowForwardUp}
        reason={work.redo ? null : t`No step was taken back.`}
        onClick={() => work.redo?.()}
      >
        <Trans>Redo</Trans>
      </BarButton>
      <DecidingButtons {...props} />
      <SettlingButtons {...props} />
      <BarButton
        icon={IconPrinter}
        reason={work.lines.length === 0 ? t`There is nothing to print yet.` : null}
        onClick={() => show('print')}
      >
        <Trans>Print…</Trans>
      </BarButton>
      <BarButton
        icon={IconHistory}
        reason={locked && refusalWords(locked, open.standing).full}
        onClick={() => show('log')}
      >
        <Trans>Log…</Trans>
      </BarButton>
      <SegmentedControl
        className={classes.views}
        aria-label={t`Put together`}
        value={view}
        onChange={(value) => onView(value === 'task' ? 'task' : 'room')}
        data={[
          { value: 'room', label: t`By room` },
          { value: 'task', label: t`By task` },
        ]}
      />
    </div>
  );
}

type AddingProps = PlanBarProps & { readonly shut: string | null; readonly chosen: readonly PlanLine[] };

/** New lines: beside the last selected one where there is one. */
function Adding({ acts, planned, show, shut, chosen }: AddingProps) {
  const beside = chosen.at(-1)?.content;
  const task = planned.find(({ id }) => id === beside?.task) ?? planned[0];
  const of = { task: task?.id ?? '', room: beside?.room ?? null };
  return (
    <>
      <BarButton icon={IconPlus} reason={shut} onClick={() => acts.add(of)}>
        <Trans>Add item</Trans>
      </BarButton>
      <BarButton icon={IconListSearch} reason={shut} onClick={() => show('prices')}>
        <Trans>From price list…</Trans>
      </BarButton>
      <BarButton
        icon={IconCar}
        reason={shut}
        onClick={() => acts.add({ ...of, room: null, kind: 'trip', text: tripText(), quantity: '1' })}
      >
        <Trans>Add trip</Trans>
      </BarButton>
    </>
  );
}

/** Why nothing can be planned by this person, or null. */
function useShut({ planned, refusals }: PlanBarProps): string | null {
  const { open } = useCaseView();
  const { t } = useLingui();
  if (planned.length > 0) return null;
  const { tasks } = open.content.case;
  const own = tasks.find(({ company }) => company === open.standing.company) ?? tasks[0];
  const refusal = own && refusals.get(own.id);
  return refusal ? refusalWords(refusal, open.standing).full : t`This case has no task that something is planned for.`;
}
