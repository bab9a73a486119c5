import { Modal } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { budgetLines } from '../../../shared/domain/budget/budget-told.ts';
import type { LogEntry } from '../../../shared/domain/case/log-entry.ts';
import { workPlanLines } from '../../../shared/domain/work-plan/work-plan-told.ts';
import { LogLines } from '../case/frame.ts';

/** What was sent becomes a budget: what became of that belongs to the plan. */
const lines: ReadonlySet<LogEntry['what']> = new Set([...workPlanLines, ...budgetLines]);

/** The log of the case, as far as it is of the plan (domain.md §7). */
export function LogDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal
      opened
      size={760}
      onClose={onClose}
      title={<Trans>Log of the work plan</Trans>}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <LogLines of={({ what }) => lines.has(what)} />
    </Modal>
  );
}
