import { TextInput } from '@mantine/core';
import { readSum } from '../../words/typed-sum.ts';
import classes from './portal-settings.module.css';

interface SumFieldProps {
  readonly label: string;
  readonly description: string;
  readonly currency: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** A sum that may be left out. */
export function SumField({ label, description, currency, value, onChange }: SumFieldProps) {
  return (
    <TextInput
      label={label}
      description={description}
      className={classes.limit}
      inputMode="decimal"
      value={value}
      error={readSum(value, currency).error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
