import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import classes from './filter-bar.module.css';

interface SearchFieldProps {
  readonly text: string;
  readonly onText: (text: string | undefined) => void;
}

/** Free text: what is typed shows at once, the list follows when the typing rests for a moment. */
export function SearchField({ text, onText }: SearchFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(text);
  const [from, setFrom] = useState(text);
  const latest = useRef(onText);
  const goesDown = useRef(false);
  // The filter was changed elsewhere: a chip taken off, Back.
  if (from !== text) {
    setFrom(text);
    if (typed.trim() !== text.trim()) setTyped(text);
  }
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => {
    // Not before the list is asked for what was typed: the row of another list would be opened.
    if (!goesDown.current || typed.trim() !== text.trim()) return;
    goesDown.current = false;
    focusList();
  });
  useEffect(() => {
    if (typed.trim() === text.trim()) return;
    const timer = setTimeout(() => latest.current(typed.trim() || undefined), 120);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <TextInput
      type="search"
      data-quick-filter
      aria-label={t`Find in cases`}
      aria-keyshortcuts="/"
      placeholder={t`Number, place, cause, handler…`}
      leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') {
          event.stopPropagation();
          setTyped('');
        }
        if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        goesDown.current = true;
        if (typed.trim() === text.trim()) {
          goesDown.current = false;
          focusList();
        } else onText(typed.trim() || undefined);
      }}
      className={classes.search}
    />
  );
}

/** Down from the field leads to the row that is the tab stop of the list; where nothing passes there is none. */
function focusList() {
  document.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]')?.focus();
}
