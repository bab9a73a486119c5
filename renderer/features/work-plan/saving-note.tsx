import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconDeviceFloppy, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { mostAtOnce } from '../../../shared/contract/work-plan.ts';
import { revisionsOf } from '../../../shared/domain/who-changed.ts';
import type { IssueAnswer } from '../../offline/offline-desk.ts';
import { timeText } from '../../words/figures.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { AnswerAlert, forecast, useCaseIssue, useCaseView } from '../case/frame.ts';
import { BarButton } from './bar-button.tsx';
import { firstFault } from './line-faults.ts';
import { countChanges } from './plan-draft.ts';
import { savingCommand } from './plan-edits.ts';
import classes from './plan.module.css';
import type { PlanWork } from './use-plan.ts';

/** As of when the plan is shown, what others did meanwhile, and what is not saved. */
export function SavingNote({ work }: { work: PlanWork }) {
  const { draft, asOf, others, showChanges } = work;
  const at = timeText(asOf);
  const changes = countChanges(draft.value);
  return (
    <div className={classes.note}>
      <span className={classes.asOf}>
        <Trans>As of {at}</Trans>
      </span>
      {others > 0 && (
        <span role="status" className={classes.others}>
          <Plural value={others} one="# thing was changed since." other="# things were changed since." />
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={showChanges}
          >
            <Trans>Show changes</Trans>
          </Button>
        </span>
      )}
      {changes > 0 && <Unsaved work={work} changes={changes} />}
    </div>
  );
}

function Unsaved({ work, changes }: { work: PlanWork; changes: number }) {
  const { open } = useCaseView();
  const issue = useCaseIssue();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<IssueAnswer | null>(null);
  const [discards, setDiscards] = useState(false);
  const why = useUnsavable(work);
  const save = async () => {
    const command = savingCommand(work.draft.value, work.currency);
    setBusy(true);
    const given = await issue(command, revisionsOf(open.content.case, command));
    setBusy(false);
    setAnswer(given);
    if (given.ok) work.forget();
  };
  return (
    <>
      <span className={classes.unsaved}>
        <Plural value={changes} one="# change is not saved." other="# changes are not saved." />{' '}
        {work.draft.restored ? (
          <Trans>They were kept on this computer since you left.</Trans>
        ) : (
          <Trans>They are kept on this computer, also when you leave.</Trans>
        )}
      </span>
      <span className={classes.deeds}>
        <Button size="compact-sm" variant="default" onClick={() => setDiscards(true)}>
          <Trans>Discard…</Trans>
        </Button>
        <BarButton icon={IconDeviceFloppy} primary loading={busy} reason={why} onClick={() => void save()}>
          <Trans>Save plan</Trans>
        </BarButton>
      </span>
      {why && <p className={classes.why}>{why}</p>}
      <AnswerAlert answer={answer} />
      {discards && <Discard work={work} changes={changes} onClose={() => setDiscards(false)} />}
    </>
  );
}

function Discard({ work, changes, onClose }: { work: PlanWork; changes: number; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <ConfirmDialog
      opened
      title={<Trans>Discard what is not saved?</Trans>}
      confirm={t`Discard`}
      cancel={t`Keep it`}
      destructive
      onConfirm={() => {
        work.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <Plural
        value={changes}
        one="# change of the plan is lost, and cannot be brought back."
        other="# changes of the plan are lost, and cannot be brought back."
      />
    </ConfirmDialog>
  );
}

/** Why the plan cannot be saved as it is; null where it can. */
function useUnsavable({ draft, lines, conflicts, currency }: PlanWork): string | null {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  if (conflicts.length > 0) return t`Others changed some of it too: choose first, below.`;
  if (countChanges(draft.value) > mostAtOnce)
    return t`At most ${mostAtOnce} things are saved at once. Take back some, save, and go on.`;
  const faulty = lines.find((line) => firstFault(line, currency) !== null);
  if (faulty) {
    const name = faulty.content.text.trim() || t`A line without text`;
    const fault = firstFault(faulty, currency) ?? '';
    return t`${name}: ${fault}.`;
  }
  const refusal = forecast({ open, now }, savingCommand(draft.value, currency));
  return refusal && refusalWords(refusal, open.standing).full;
}
