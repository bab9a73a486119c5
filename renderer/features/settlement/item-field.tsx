import { TextInput } from '@mantine/core';
import classes from './settlement.module.css';

interface ItemFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly fault: string | null;
  readonly onChange: (typed: string) => void;
  readonly onBlur: () => void;
}

/** A number of one item, in its row. */
export function ItemField({ label, placeholder = '', value, fault, onChange, onBlur }: ItemFieldProps) {
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={placeholder}
      className={classes.cell}
      inputMode="decimal"
      maxLength={200}
      value={value}
      error={fault}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  );
}
