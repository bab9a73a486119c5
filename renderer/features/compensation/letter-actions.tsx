import { Trans, useLingui } from '@lingui/react/macro';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import type { Letter } from '../../../shared/contract/letter.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { fileTroubleWords, saveTrouble, type FileTrouble } from '../../words/file-trouble-words.ts';
import { useCaseView } from '../case/frame.ts';
import { decisionLetter } from './decision-letter.ts';

/** The letter to the customer: as a PDF, or on paper. What the portal has not confirmed goes out to nobody. */
export function LetterActions({ waiting }: { waiting: boolean }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { letters } = useDesk();
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const [busy, setBusy] = useState(false);
  const letter = decisionLetter(open);
  if (!letter) return null;
  const reason = waiting ? t`The portal has not confirmed the decision yet.` : null;
  const name = t`decision-${open.content.case.number}.pdf`;
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
