import { Trans } from '@lingui/react/macro';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import type { Letter } from '../../../shared/contract/letter.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { fileTroubleWords, saveTrouble, type FileTrouble } from '../../words/file-trouble-words.ts';

interface LetterActionsProps {
  readonly letter: Letter;
  /** Of the file. */
  readonly name: string;
  /** Why it does not go out yet; null where it can. */
  readonly reason: string | null;
}

/** A letter to the customer: as a PDF, or on paper. */
export function LetterActions({ letter, name, reason }: LetterActionsProps) {
  const { letters } = useDesk();
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async (deed: (letter: Letter) => Promise<DeskAnswer>) => {
    setBusy(true);
    setTrouble(saveTrouble(await deed(letter)));
    setBusy(false);
  };
  return (
    <>
      <ReasonButton
        variant="default"
        reason={reason}
        loading={busy}
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        onClick={() => void make((made) => letters.save(made, name))}
      >
        <Trans>Save the letter as PDF…</Trans>
      </ReasonButton>
      <ReasonButton
        variant="default"
        reason={reason}
        loading={busy}
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => void make(letters.print)}
      >
        <Trans>Print the letter…</Trans>
      </ReasonButton>
      {trouble && <span role="alert">{fileTroubleWords(trouble)}</span>}
    </>
  );
}
