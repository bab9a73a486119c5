import { Modal, Radio } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import type { Letter } from '../../../shared/contract/letter.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { fileTroubleWords, saveTrouble, type FileTrouble } from '../../words/file-trouble-words.ts';
import { momentText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import type { PlanDialogProps } from './plan-dialog-props.ts';
import { planCuts, planPaper, type PlanCut } from './plan-print.ts';
import { seesPrices } from './plan-tasks.ts';
import { countChanges } from './plan-draft.ts';
import classes from './plan.module.css';

/** The plan on paper or as a PDF, in one of its cuts. What is not saved goes out to nobody. */
export function PrintDialog({ work, groups, onClose }: PlanDialogProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { letters } = useDesk();
  const prices = seesPrices(open);
  const [cut, setCut] = useState<PlanCut>('rooms');
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const [busy, setBusy] = useState(false);
  const reason = countChanges(work.draft.value) > 0 ? t`Save the plan first: what is not saved is not printed.` : null;
  const words: Readonly<Record<PlanCut, string>> = {
    rooms: t`All of it, by room`,
    trades: t`All of it, by performer and trade`,
    money: t`Money only: sums by room and by performer`,
  };
  const make = async (deed: (paper: Letter) => Promise<DeskAnswer>) => {
    const { lines, currency } = work;
    setBusy(true);
    setTrouble(
      saveTrouble(await deed(planPaper(cut, { open, lines, groups, currency, prices, at: momentText(work.asOf) }))),
    );
    setBusy(false);
  };
  const name = t`work-plan-${open.content.case.number}.pdf`;
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Trans>Print the work plan</Trans>}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <div className={classes.form}>
        <Radio.Group
          label={t`What is printed`}
          value={cut}
          onChange={(value) => setCut(planCuts.find((each) => each === value) ?? 'rooms')}
        >
          <div className={classes.cuts}>
            {planCuts
              .filter((each) => prices || each !== 'money')
              .map((each) => (
                <Radio key={each} value={each} label={words[each]} />
              ))}
          </div>
        </Radio.Group>
        <div className={classes.ends}>
          <ReasonButton
            variant="default"
            reason={reason}
            loading={busy}
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
            onClick={() => void make((paper) => letters.save(paper, name))}
          >
            <Trans>Save as PDF…</Trans>
          </ReasonButton>
          <ReasonButton
            reason={reason}
            loading={busy}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => void make(letters.print)}
          >
            <Trans>Print…</Trans>
          </ReasonButton>
        </div>
        {trouble && <span role="alert">{fileTroubleWords(trouble)}</span>}
      </div>
    </Modal>
  );
}
