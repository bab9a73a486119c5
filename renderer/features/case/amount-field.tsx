import { TextInput } from '@mantine/core';
import { moneyText } from '../../words/figures.ts';
import { readAmount } from '../../words/typed-amount.ts';
import { unreadAmountWords } from '../../words/unread-amount-words.ts';
import classes from './amount-field.module.css';

interface AmountFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly currency: string;
  /** As it was typed. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly onBlur: () => void;
}

/** An amount as people type it, with what was read of it beside. */
export function AmountField(props: AmountFieldProps) {
  const { label, description, required, currency, value, onChange, onBlur } = props;
  const typed = readAmount(value, currency);
  const read = typed.kind === 'read' && typed.amount > 0 ? moneyText({ amount: typed.amount, currency }) : null;
  return (
    <TextInput
      label={label}
      description={description}
      required={required}
      inputMode="decimal"
      className={classes.amount}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
      error={value.trim() !== '' && unreadAmountWords(typed, currency)}
      rightSectionWidth={132}
      rightSection={read && <span className={classes.read}>= {read}</span>}
    />
  );
}
