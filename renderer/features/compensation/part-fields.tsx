import { ActionIcon, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconArrowDown, IconArrowUp, IconTrash, type Icon } from '@tabler/icons-react';
import { partKinds, rulings } from '../../../shared/domain/compensation/compensation.ts';
import { partKindWords, partName, rulingWords } from '../../words/compensation/compensation-words.ts';
import { moneyText } from '../../words/figures.ts';
import { readAmount } from '../../words/typed-amount.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import { unreadAmountWords } from '../../words/unread-amount-words.ts';
import { useCaseView } from '../case/frame.ts';
import { readDeduction, type DraftPart } from './decision-draft.ts';
import classes from './decision.module.css';

interface PartFieldsProps {
  readonly part: DraftPart;
  /** Counted from 1, for who hears the form. */
  readonly place: number;
  readonly change: (change: Partial<DraftPart>) => void;
  /** null where it cannot be moved so. */
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
  readonly remove: () => void;
}

/** One part: what it is, what is ruled, as far as what, what is taken off, why, and what is paid. */
export function PartFields({ part, place, change, up, down, remove }: PartFieldsProps) {
  const { t } = useLingui();
  const name = partName({ kind: part.kind, name: part.name.trim() });
  return (
    <fieldset className={classes.part} aria-label={t`Part ${place}: ${name}`}>
      <div className={classes.top}>
        <NativeSelect
          aria-label={t`Kind of part ${place}`}
          value={part.kind}
          onChange={(event) =>
            change({ kind: partKinds.find((kind) => kind === event.currentTarget.value) ?? 'other' })
          }
          data={partKinds.map((value) => ({ value, label: partKindWords(value) }))}
        />
        {part.kind === 'other' && (
          <TextInput
            aria-label={t`What part ${place} is`}
            placeholder={t`What it is`}
            required
            maxLength={200}
            error={unkeptTextWords(part.name)}
            value={part.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        )}
        <SegmentedControl
          aria-label={t`Ruling on part ${place}`}
          value={part.ruling}
          onChange={(value) => change({ ruling: rulings.find((ruling) => ruling === value) ?? 'covered' })}
          data={rulings.map((value) => ({ value, label: rulingWords(value) }))}
        />
        <span className={classes.deeds}>
          <Deed label={t`Move part ${place} up`} icon={IconArrowUp} act={up} />
          <Deed label={t`Move part ${place} down`} icon={IconArrowDown} act={down} />
          <Deed label={t`Remove part ${place}`} icon={IconTrash} act={remove} />
        </span>
      </div>
      <Ruled part={part} change={change} />
    </fieldset>
  );
}

function Deed({ label, icon: Sign, act }: { label: string; icon: Icon; act: (() => void) | null }) {
  return (
    <ActionIcon aria-label={label} title={label} disabled={act === null} onClick={() => act?.()}>
      <Sign size={16} aria-hidden />
    </ActionIcon>
  );
}

function Ruled({ part, change }: Pick<PartFieldsProps, 'part' | 'change'>) {
  const { t } = useLingui();
  const covered = part.ruling !== 'not-covered';
  return (
    <div className={classes.ruled}>
      {covered && (
        <Textarea
          label={t`Scope`}
          placeholder={t`As far as what, in words`}
          required={part.ruling === 'partly'}
          rows={2}
          maxLength={10_000}
          error={unkeptTextWords(part.scope)}
          value={part.scope}
          onChange={(event) => change({ scope: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={t`Reason`}
        required={part.ruling !== 'covered'}
        rows={2}
        maxLength={10_000}
        error={unkeptTextWords(part.reason)}
        value={part.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      {covered && <Figures part={part} change={change} />}
    </div>
  );
}

function Figures({ part, change }: Pick<PartFieldsProps, 'part' | 'change'>) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { currency } = open.standing.settings;
  const typed = readAmount(part.amount, currency);
  const read =
    typed.kind === 'read' && part.amount.trim() !== '' ? moneyText({ amount: typed.amount, currency }) : null;
  return (
    <div className={classes.figures}>
      <TextInput
        label={t`Deduction, %`}
        inputMode="numeric"
        placeholder="0"
        error={readDeduction(part.deduction) === null && t`0 to 100`}
        value={part.deduction}
        onChange={(event) => change({ deduction: event.currentTarget.value })}
      />
      {!open.content.case.hidden.includes('cover') && (
        <TextInput
          label={t`Paid, in ${currency}`}
          description={read ?? t`May be left out`}
          inputMode="decimal"
          error={part.amount.trim() !== '' && unreadAmountWords(typed, currency)}
          value={part.amount}
          onChange={(event) => change({ amount: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
