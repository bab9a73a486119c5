import { ActionIcon } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconChevronUp, type Icon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useId, useMemo } from 'react';
import type { CaseKey } from '../../../../shared/contract/desk-api.ts';
import type { RowFacts } from '../../../../shared/domain/case/list-filter.ts';
import { useCaseListPlace } from '../../../bindings/case-list-place.ts';
import { useRows } from '../../../bindings/use-offline.ts';
import { Reason } from '../../../ui/reason.tsx';
import classes from './case-steps.module.css';
import { placeInList } from './place-in-list.ts';
import { useStepKeys } from './use-step-keys.ts';

/** The way to the previous and the next case of the list as it was last filtered and sorted, and where in it one is. */
export function CaseSteps({ portal, case: id }: CaseKey) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: '/cases/$portal/$case' });
  const rows = useRows();
  const { order, leave } = useCaseListPlace();
  const found = useMemo(() => order && placeInList(order, { portal, case: id }, rows), [order, portal, id, rows]);
  const go = (to: RowFacts | null) => {
    if (!to) return;
    // The list is left at the case one has come to, not at the one it was left from.
    leave({ row: `${to.row.portal}/${to.row.id}`, offset: null });
    void navigate({ params: { portal: to.row.portal, case: to.row.id }, search: (before) => before });
  };
  useStepKeys((way) => go(found?.[way] ?? null));
  if (!found) return null;
  const { place, count, left, previous, next } = found;
  const outside = place === null ? t`This case is not in the list of cases that was shown last.` : null;
  const [before, after] = [previous?.row.number ?? '', next?.row.number ?? ''];
  return (
    <div className={classes.steps} role="group" aria-label={t`In the list of cases`}>
      <Step
        icon={IconChevronUp}
        label={previous ? t`Previous case, ${before}` : t`Previous case`}
        keys="K Alt+PageUp"
        reason={outside ?? (previous ? null : t`This is the first case of the list.`)}
        onClick={() => go(previous)}
      />
      <Step
        icon={IconChevronDown}
        label={next ? t`Next case, ${after}` : t`Next case`}
        keys="J Alt+PageDown"
        reason={outside ?? (next ? null : t`This is the last case of the list.`)}
        onClick={() => go(next)}
      />
      <span className={classes.place}>
        {place === null ? (
          <Trans>not in the list</Trans>
        ) : left ? (
          <Trans>
            {place} of {count}, no longer in the list
          </Trans>
        ) : (
          <Trans>
            {place} of {count}
          </Trans>
        )}
      </span>
    </div>
  );
}

interface StepProps {
  readonly icon: Icon;
  readonly label: string;
  readonly keys: string;
  /** Why there is none; null where there is. */
  readonly reason: string | null;
  readonly onClick: () => void;
}

function Step({ icon: Sign, label, keys, reason, onClick }: StepProps) {
  const id = useId();
  const shared = { 'aria-label': label, 'aria-keyshortcuts': keys };
  const sign = <Sign size={18} stroke={1.6} aria-hidden />;
  if (reason === null)
    return (
      <ActionIcon {...shared} title={label} onClick={onClick}>
        {sign}
      </ActionIcon>
    );
  return (
    <Reason id={id} reason={reason}>
      <ActionIcon {...shared} className={classes.held} aria-disabled aria-describedby={id}>
        {sign}
      </ActionIcon>
    </Reason>
  );
}
