import { useLingui } from '@lingui/react/macro';
import { LetterActions, useCaseView } from '../case/frame.ts';
import { decisionLetter } from './decision-letter.ts';

/** The letter to the customer. What the portal has not confirmed goes out to nobody. */
export function DecisionLetter({ waiting }: { waiting: boolean }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const letter = decisionLetter(open);
  if (!letter) return null;
  return (
    <LetterActions
      letter={letter}
      name={t`decision-${open.content.case.number}.pdf`}
      reason={waiting ? t`The portal has not confirmed the decision yet.` : null}
    />
  );
}
