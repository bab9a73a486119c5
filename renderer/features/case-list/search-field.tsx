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
  // The filter was changed elsewhere: a chip taken off, Back.
  if (from !== text) {
    setFrom(text);
    if (typed.trim() !== text.trim()) setTyped(text);
  }
  useEffect(() => {
    latest.current = onText;
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
      }}
      className={classes.search}
    />
  );
}
