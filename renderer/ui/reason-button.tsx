import { Button, type ButtonProps } from '@mantine/core';
import { useId, type MouseEvent, type ReactNode, type Ref } from 'react';
import { Reason } from './reason.tsx';
import classes from './reason-button.module.css';

interface ReasonButtonProps extends Omit<ButtonProps, 'disabled' | 'children'> {
  /** Why it cannot be done now, one sentence; null where it can. */
  readonly reason: string | null;
  /** A way on: a link or a button shown with the reason. */
  readonly wayOn?: ReactNode;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly type?: 'button' | 'submit';
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/**
 * An action that keeps its place when it is not allowed: still reached by keyboard, and it says why. A `disabled` button
 * would leave the tab order and take its reason along.
 */
export function ReasonButton({ reason, wayOn, onClick, type = 'button', children, ...rest }: ReasonButtonProps) {
  const id = useId();
  if (reason === null) {
    return (
      <Button {...rest} type={type} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <Reason id={id} reason={reason} wayOn={wayOn}>
      <Button
        {...rest}
        type="button"
        variant="default"
        className={classes.held}
        aria-disabled
        aria-describedby={id}
        onClick={(event: MouseEvent<HTMLButtonElement>) => event.preventDefault()}
      >
        {children}
      </Button>
    </Reason>
  );
}
