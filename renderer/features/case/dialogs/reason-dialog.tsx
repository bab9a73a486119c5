import { Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { CommandId } from '../../../../shared/domain/ids.ts';
import { useCaseView } from '../case-view.ts';
import type { CaseCommand } from '../../../../shared/domain/command-book.ts';
import { revisionOf } from '../../../../shared/domain/who-changed.ts';
import { unkeptTextWords } from '../../../words/unkept-text-words.ts';
import { forecast } from '../forecast.ts';
import { useCaseIssue } from '../use-case-issue.ts';
import { useDraft } from '../use-draft.ts';
import { useSeen } from '../use-seen.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { draftKey } from './draft-key.ts';
import { RestoredNote } from './restored-note.tsx';

interface ReasonDialogProps {
  readonly title: ReactNode;
  readonly primary: ReactNode;
  /** What follows from it, in one sentence. */
  readonly consequence: ReactNode;
  readonly label: string;
  readonly placeholder?: string;
  readonly optional?: boolean;
  readonly destructive?: boolean;
  /** The draft's name within the case. */
  readonly draft: string;
  /** The command with the reason in it. */
  readonly command: (reason: string) => CaseCommand;
  readonly onClose: () => void;
}

const reasonSchema = z.object({ reason: z.string() });
const noReason = { reason: '' };

/** Everything that is decided with a reason in words: removing, declining, sending back, forwarding. */
export function ReasonDialog(props: ReasonDialogProps) {
  const {
    title,
    primary,
    consequence,
    label,
    placeholder,
    optional = false,
    destructive,
    draft: name,
    command,
    onClose,
  } = props;
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const draft = useDraft(draftKey(open, name), noReason, reasonSchema);
  const reason = draft.value.reason.trim();
  const unkept = unkeptTextWords(reason);
  const current: CommandId | null = revisionOf(open.content.case, command(reason));
  const seen = useSeen(current);
  return (
    <DecisionDialog
      title={title}
      primary={primary}
      destructive={destructive}
      seen={seen}
      command={command(reason)}
      refusal={forecast({ open, now }, command(reason))}
      missing={reason || optional ? unkept : t`Write the reason first: whoever is concerned reads it.`}
      onDecide={() => issue(command(reason), seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <div>{consequence}</div>
      <Textarea
        label={label}
        placeholder={placeholder}
        required={!optional}
        data-autofocus
        maxLength={10_000}
        error={unkept}
        value={draft.value.reason}
        onChange={(event) => draft.change({ reason: event.currentTarget.value })}
        onBlur={draft.keep}
      />
      <RestoredNote draft={draft} />
    </DecisionDialog>
  );
}
