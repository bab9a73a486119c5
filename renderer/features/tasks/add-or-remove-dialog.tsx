import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { IssueAnswer } from '../../offline/offline-desk.ts';
import { DecisionDialog, forecast, useCaseIssue, useCaseView, useSeenItems, type DialogProps } from '../case/frame.ts';
import { adding, commandsFor, toggled, typesInCase, type ChosenChanges } from './chosen-changes.ts';
import { ChangesSummary } from './changes-summary.tsx';
import classes from './task-dialog.module.css';
import { TypeLine } from './type-line.tsx';

const seenSoFar: IssueAnswer = { ok: true, id: '', position: 0 };

/** Adds and removes tasks of all types: first they are chosen, then what will be saved is confirmed (domain.md §3.1). */
export function AddOrRemoveDialog({ about, onClose }: DialogProps<'add-or-remove'>) {
  const view = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const { case: subject } = view.open.content;
  const { settings } = view.open.standing;
  const [changes, setChanges] = useState<ChosenChanges>({ added: [], removed: about.removed ?? [] });
  const [confirming, setConfirming] = useState(false);
  const types = typesInCase(subject, settings);
  const all: CaseCommand = {
    name: 'remove-tasks',
    input: { removed: subject.tasks.map(({ id, type }) => ({ task: id, type })) },
  };
  const seen = useSeenItems(all);
  const commands = commandsFor(changes, subject);
  const anyOne: CaseCommand = {
    name: 'add-tasks',
    input: { added: [{ id: 'new', type: types[0]?.type ?? '', extra: true }] },
  };
  const save = async () => {
    let answer = seenSoFar;
    for (const command of commands) {
      answer = await issue(command, command.name === 'remove-tasks' ? seen.revisions : null);
      if (!answer.ok) return answer;
      // What is kept is not sent again where what comes after it is refused.
      if (command.name === 'add-tasks') setChanges({ ...changes, added: [] });
    }
    return answer;
  };
  const asked = commands.length > 0 ? commands : [anyOne];
  return (
    <DecisionDialog
      title={confirming ? <Trans>Save these changes?</Trans> : <Trans>Add or remove tasks</Trans>}
      primary={confirming ? <Trans>Save changes</Trans> : <Trans>Review changes</Trans>}
      seen={seen}
      command={asked[0] ?? anyOne}
      refusal={asked.map((command) => forecast(view, command)).find((each) => each !== null) ?? null}
      missing={commands.length > 0 ? null : t`Choose at least one task to add or to remove.`}
      destructive={confirming && changes.removed.length > 0}
      focusContent
      width={640}
      onDecide={confirming ? save : () => Promise.resolve(seenSoFar)}
      onDone={confirming ? onClose : () => setConfirming(true)}
      onClose={onClose}
    >
      {confirming ? (
        <ChangesSummary changes={changes} onBack={() => setConfirming(false)} />
      ) : (
        <ul className={classes.people} data-tall aria-label={t`Types of tasks`}>
          {types.map((each) => (
            <TypeLine
              key={each.type}
              of={each}
              changes={changes}
              onCount={(count) => setChanges(adding(changes, each, count, uuidv7))}
              onToggle={(task) => setChanges(toggled(changes, task))}
            />
          ))}
        </ul>
      )}
    </DecisionDialog>
  );
}
