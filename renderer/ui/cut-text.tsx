import { Tooltip } from '@mantine/core';
import { useState, type FocusEvent, type MouseEvent } from 'react';
import classes from './cut-text.module.css';

interface CutTextProps {
  readonly children: string;
  /** Gets a tab stop of its own so that the keyboard can read it; not inside a link or a row that has the focus. */
  readonly focusable?: boolean;
}

/** One line, cut with an ellipsis; the whole text on hover and focus, only where something was cut. */
export function CutText({ children, focusable = false }: CutTextProps) {
  const [shown, setShown] = useState(false);
  const measure = (event: MouseEvent<HTMLElement> | FocusEvent<HTMLElement>) => {
    const { scrollWidth, clientWidth } = event.currentTarget;
    setShown(scrollWidth > clientWidth);
  };
  const hide = () => setShown(false);
  return (
    <Tooltip label={children} opened={shown} multiline maw={420}>
      <span
        className={classes.cut}
        onMouseEnter={measure}
        onMouseLeave={hide}
        onFocus={measure}
        onBlur={hide}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- text that is cut must be readable by keyboard
        tabIndex={focusable ? 0 : undefined}
      >
        {children}
      </span>
    </Tooltip>
  );
}
