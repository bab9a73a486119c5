import { Modal, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useIssue } from '../../bindings/use-issue.ts';
import foot from '../../ui/dialog-foot.module.css';
import { DialogDeeds } from '../../ui/dialog-deeds.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { notKeptWords } from '../../words/not-kept-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { isSame } from '../../../shared/domain/overwriting.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import type { ListedOffice } from './listed-offices.ts';
import classes from './offices.module.css';
import { byHand, choiceOf, likeOthers, selectionOf, selectionOptions, withChoice } from './selection-draft.ts';

interface SelectionDialogProps {
  readonly listed: ListedOffice;
  readonly onClose: () => void;
}

/** Whom an office has set responsible at once for new tasks: one for all types, others for some, some by hand (domain.md §5.1). */
export function SelectionDialog({ listed, onClose }: SelectionDialogProps) {
  const { t } = useLingui();
  const issue = useIssue();
  const [{ office, state }] = useState(listed);
  const { standing, directory, portal } = state;
  const had = selectionOf(office);
  const [draft, setDraft] = useState(had);
  const [objection, setObjection] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const onKeyDown = useDecidingKeys();
  useFocusBack();
  const unchanged = isSame(had, draft);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || unchanged) return;
    setBusy(true);
    const none = draft.others === null && Object.values(draft.byType).every((member) => member === null);
    const input = { selection: none ? null : draft };
    const subject = { kind: 'office', id: office.id } as const;
    const seen = revisionId(office.revision, office.id);
    const answer = await issue({ portal, name: 'change-selection', subject, input, seen }, t`Changed ${office.name}`);
    setBusy(false);
    if (answer.ok) return onClose();
    setObjection(answer.kind === 'refused' ? refusalWords(answer.refusal, standing).full : notKeptWords(answer.reason));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Trans>Automatic member selection of {office.name}</Trans>}
      size={560}
      centered
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form saves */}
      <form className={classes.form} onSubmit={(event) => void save(event)} onKeyDown={onKeyDown} noValidate>
        <div>
          <Trans>
            Who is chosen here is responsible as soon as a task is given to this office, and is told so. Who is not
            certified for the task then, or not active, is left out: the office assigns somebody as usual. The External
            case handler role is never assigned by itself.
          </Trans>
        </div>
        <Select
          label={t`For every kind of task`}
          allowDeselect={false}
          data-autofocus
          data={[{ value: byHand, label: t`Assigned by hand` }, ...selectionOptions(directory, office, null)]}
          value={draft.others ?? byHand}
          onChange={(chosen) => setDraft({ ...draft, others: chosen === byHand ? null : chosen })}
        />
        {office.services.map((type) => (
          <Select
            key={type}
            label={taskTypeName(type, standing.settings)}
            allowDeselect={false}
            data={[
              { value: likeOthers, label: t`As for every kind of task` },
              { value: byHand, label: t`Assigned by hand` },
              ...selectionOptions(directory, office, type),
            ]}
            value={choiceOf(draft, type)}
            onChange={(chosen) => setDraft(withChoice(draft, type, chosen ?? likeOthers))}
          />
        ))}
        <div className={foot.foot}>
          {objection && (
            <p className={classes.objection} role="alert">
              {objection}
            </p>
          )}
          <DialogDeeds onClose={onClose}>
            <ReasonButton
              type="submit"
              loading={busy}
              reason={unchanged ? t`Nothing is changed yet.` : null}
              onClick={() => undefined}
            >
              <Trans>Save selection</Trans>
            </ReasonButton>
          </DialogDeeds>
        </div>
      </form>
    </Modal>
  );
}
