import { Trans, useLingui } from '@lingui/react/macro';
import { isAskable } from '../../../shared/domain/asking/lack.ts';
import { ReasonDialog, useCaseView, type DialogProps } from '../case/frame.ts';
import { refusalWords } from '../../words/refusal-words.ts';

/** Asks for what was refused, with a note to who can grant it. */
export function AskDialog({ about: { refusal, wanted }, onClose }: DialogProps<'ask-for'>) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { code } = refusal;
  if (!isAskable(code)) return null;
  return (
    <ReasonDialog
      title={<Trans>Ask for it</Trans>}
      primary={<Trans>Ask for it</Trans>}
      consequence={refusalWords(refusal, open.standing).full}
      label={t`Note`}
      placeholder={t`What you need it for`}
      optional
      draft={`ask-for/${code}`}
      command={(note) => ({ name: 'ask-for', input: { ...wanted, code, note } })}
      onClose={onClose}
    />
  );
}
