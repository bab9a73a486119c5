import { Checkbox, Textarea } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { z } from 'zod';
import type { WorkItemId } from '../../../shared/domain/ids.ts';
import { enteredFor } from '../../../shared/domain/settlement/make-settlement.ts';
import { settlementSheet } from '../../../shared/domain/settlement/settlement-sheet.ts';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import { moneyText } from '../../words/figures.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import {
  DecisionDialog,
  draftKey,
  forecast,
  RestoredNote,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeen,
  type DialogProps,
} from '../case/frame.ts';
import { findSettlement } from './find-settlement.ts';
import { GoneSettlement } from './gone-settlement.tsx';
import { returnCommand } from './settlement-commands.ts';
import classes from './settlement.module.css';

const reasonSchema = z.object({ reason: z.string() });
const noReason = { reason: '' };

/** Gives items of a settlement back to their partners: all of them or some. */
export function ReturnDialog({ about: { settlement: id, items }, onClose }: DialogProps<'return-items'>) {
  const { open } = useCaseView();
  const settlement = findSettlement(open, id);
  return settlement ? (
    <Returning settlement={settlement} asked={items} onClose={onClose} />
  ) : (
    <GoneSettlement onClose={onClose} />
  );
}

interface ReturningProps {
  readonly settlement: Settlement;
  /** What is ticked first; null for all. */
  readonly asked: readonly WorkItemId[] | null;
  readonly onClose: () => void;
}

function Returning({ settlement, asked, onClose }: ReturningProps) {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const draft = useDraft(draftKey(open, `return-items/${settlement.id}`), noReason, reasonSchema);
  const seen = useSeen(settlement.revision);
  const [ticked, setTicked] = useState<ReadonlySet<WorkItemId>>(
    () => new Set(asked ?? settlement.items.map(({ item }) => item)),
  );
  const going = settlement.items.filter(({ item }) => ticked.has(item));
  const command = returnCommand(
    settlement,
    going.map(({ item }) => item),
    draft.value.reason,
  );
  const tick = (item: WorkItemId, is: boolean) =>
    setTicked(new Set(is ? [...ticked, item] : [...ticked].filter((each) => each !== item)));
  return (
    <DecisionDialog
      title={<Trans>Back to the partner</Trans>}
      primary={<Plural value={going.length} one="Give # item back" other="Give # items back" />}
      command={command}
      seen={seen}
      refusal={going.length === 0 ? null : forecast({ open, now }, command)}
      missing={going.length === 0 ? t`Choose first what goes back.` : unkeptTextWords(draft.value.reason)}
      width={640}
      focusContent
      onDecide={() => issue(command, seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <div className={classes.form}>
        <fieldset className={classes.choices}>
          <legend>{t`What goes back`}</legend>
          {settlement.items.map(({ item, text, room }) => (
            <Checkbox
              key={item}
              label={[text, room].filter(Boolean).join(', ')}
              checked={ticked.has(item)}
              onChange={(event) => tick(item, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
        <Remains settlement={settlement} gone={ticked} />
        <Textarea
          label={t`Reason`}
          description={t`Read by the office that has the work again`}
          maxLength={10_000}
          error={unkeptTextWords(draft.value.reason)}
          value={draft.value.reason}
          onChange={(event) => draft.change({ reason: event.currentTarget.value })}
          onBlur={draft.keep}
        />
        <RestoredNote draft={draft} />
      </div>
    </DecisionDialog>
  );
}

/** What is left of the settlement, worked out as it would be. */
function Remains({ settlement, gone }: { readonly settlement: Settlement; readonly gone: ReadonlySet<WorkItemId> }) {
  const items = settlement.items.filter(({ item }) => !gone.has(item));
  if (items.length === 0)
    return (
      <p className={classes.note}>
        <Trans>The settlement ends. Its items are the partner's again, as they were.</Trans>
      </p>
    );
  const { result } = settlementSheet({ ...settlement, items, entered: enteredFor(settlement.entered, items) });
  const paid = moneyText({ amount: result, currency: settlement.currency });
  return (
    <p className={classes.note}>
      <Trans>
        The settlement ends, and another one follows it with what stays: the customer is paid {paid}, and is asked anew.
      </Trans>
    </p>
  );
}
