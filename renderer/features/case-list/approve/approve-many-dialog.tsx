import { Button, Modal } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState, type FormEvent } from 'react';
import type { RowFacts } from '../../../../shared/domain/case/list-filter.ts';
import type { Moment } from '../../../../shared/domain/moment.ts';
import { useOpenCases } from '../../../bindings/use-open-cases.ts';
import type { OpenCase } from '../../../offline/offline-desk.ts';
import foot from '../../../ui/dialog-foot.module.css';
import { DialogDeeds } from '../../../ui/dialog-deeds.tsx';
import { useDecidingKeys } from '../../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../../ui/use-focus-back.ts';
import { Working } from '../../../ui/working.tsx';
import { approvalEffect } from '../../../words/approval-words.ts';
import classes from '../assign/assign-many.module.css';
import { ApprovalDryRun } from './approval-dry-run.tsx';
import { planApproval, seenTasks } from './plan-approval.ts';
import { TaskLines } from './task-lines.tsx';
import { perCommand, useApproveMany } from './use-approve-many.ts';

interface ApproveManyDialogProps {
  readonly selected: readonly RowFacts[];
  readonly now: Moment;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The tasks that wait in many cases: which can be approved is said before, with the reasons, and one confirmation does it. */
export function ApproveManyDialog({ selected, now, onDone, onClose }: ApproveManyDialogProps) {
  const { t } = useLingui();
  const keys = useMemo(() => selected.map(({ row }) => ({ portal: row.portal, case: row.id })), [selected]);
  const { done, cases } = useOpenCases(keys);
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Trans>Approve the tasks of several cases</Trans>}
      size={860}
      centered
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {cases === null ? (
        <Working>
          <Plural value={keys.length} one="Reading # case…" other={`Reading # cases: ${done} so far…`} />
        </Working>
      ) : (
        <Confirm cases={cases} missing={keys.length - cases.length} now={now} onDone={onDone} onClose={onClose} />
      )}
    </Modal>
  );
}

interface ConfirmProps extends Omit<ApproveManyDialogProps, 'selected'> {
  readonly cases: readonly OpenCase[];
  /** Cases that are not on this computer any more. */
  readonly missing: number;
}

function Confirm({ cases, missing, now, onDone, onClose }: ConfirmProps) {
  const { t } = useLingui();
  const onKeyDown = useDecidingKeys();
  // What changes under the dialog is left out as changed meanwhile: nothing unseen is decided on.
  const [seen] = useState(() => seenTasks(cases));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState(false);
  const { approve, done } = useApproveMany();
  const plan = useMemo(() => planApproval(cases, seen, now), [cases, seen, now]);
  const chosen = plan.filter(({ key, refusal }) => refusal === null && !left.has(key));
  const tick = (key: string) =>
    setLeft(left.has(key) ? new Set([...left].filter((each) => each !== key)) : new Set([...left, key]));
  const decide = async (event: FormEvent) => {
    event.preventDefault();
    if (done !== null) return;
    setTold(true);
    if (chosen.length === 0) return;
    await approve(
      plan.filter(({ key }) => !left.has(key)),
      seen,
    );
    onDone();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form decides
    <form onSubmit={(event) => void decide(event)} onKeyDown={onKeyDown} className={classes.form} noValidate>
      <p className={classes.lead}>{approvalEffect()}</p>
      <div className={classes.pair}>
        <TaskLines plan={plan} left={left} onTick={tick} />
        <ApprovalDryRun plan={plan} missing={missing} />
      </div>
      <div className={foot.foot}>
        {told && chosen.length === 0 && (
          <p className={classes.missing} role="alert">
            {t`None of these tasks is to be approved.`}
          </p>
        )}
        <DialogDeeds onClose={onClose}>
          <Button type="submit" loading={done !== null}>
            <Plural value={chosen.length} one="Approve # task" other="Approve # tasks" />
          </Button>
        </DialogDeeds>
        {done !== null && (
          <p role="status" className={classes.progress}>
            <Trans>
              {done} of {perCommand(chosen).length}
            </Trans>
          </p>
        )}
      </div>
    </form>
  );
}
