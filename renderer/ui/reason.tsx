import { Popover } from '@mantine/core';
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import classes from './reason.module.css';

interface ReasonProps {
  /** Of the element that holds the sentence, for `aria-describedby` of the child. */
  readonly id: string;
  readonly reason: string;
  readonly wayOn?: ReactNode;
  /** One focusable element. */
  readonly children: ReactNode;
}

/** Shows a reason on hover, focus and press; with a way on it stays open long enough to reach it. Esc closes it. */
export function Reason({ id, reason, wayOn, children }: ReasonProps) {
  const [open, setOpen] = useState(false);
  const [focused, setFocused] = useState<Element | null>(null);
  useEffect(() => {
    if (!open || !focused) return undefined;
    // Dialogs hear Esc before it comes here; they leave it to an element that is marked so.
    focused.setAttribute('data-mantine-stop-propagation', 'true');
    return () => focused.removeAttribute('data-mantine-stop-propagation');
  }, [open, focused]);
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = () => {
    clearTimeout(closing.current);
    setOpen(true);
  };
  const hideSoon = () => {
    clearTimeout(closing.current);
    closing.current = setTimeout(() => setOpen(false), 160);
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    setFocused(event.target);
    show();
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    setFocused(null);
    if (!event.currentTarget.contains(event.relatedTarget)) hideSoon();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    // One layer at a time.
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <span
      role="none"
      className={classes.around}
      onMouseEnter={show}
      onMouseLeave={hideSoon}
      onFocus={onFocus}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    >
      <Popover
        opened={open}
        position="bottom-start"
        withinPortal={false}
        withRoles={false}
        trapFocus={false}
        width={300}
      >
        <Popover.Target>
          <span className={classes.target}>{children}</span>
        </Popover.Target>
        <Popover.Dropdown className={classes.bubble}>
          <div aria-hidden={wayOn ? undefined : true}>{reason}</div>
          {wayOn && <div className={classes.wayOn}>{wayOn}</div>}
        </Popover.Dropdown>
      </Popover>
      <span id={id} className="visually-hidden">
        {reason}
      </span>
    </span>
  );
}
