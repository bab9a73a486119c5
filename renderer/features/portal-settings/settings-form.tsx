import type { ReactNode } from 'react';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import classes from './portal-settings.module.css';

interface SettingsFormProps {
  /** Goes on to what the change comes to, where there is one. */
  readonly onReview: () => void;
  readonly children: ReactNode;
}

/** A form for settings: what is entered is looked at once more before it is saved. */
export function SettingsForm({ onReview, children }: SettingsFormProps) {
  const onKeyDown = useDecidingKeys();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form goes on
    <form
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onReview();
      }}
    >
      {children}
    </form>
  );
}
