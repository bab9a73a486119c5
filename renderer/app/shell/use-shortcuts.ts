import { openSpotlight } from '@mantine/spotlight';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSingleKeys } from '../../bindings/single-keys.ts';
import { useSettings } from '../../bindings/use-settings.ts';
import { hasLayer, isBusy } from '../../ui/held-keys.ts';
import { useDialogs } from './dialogs.ts';

/** How long after G the next letter still belongs to it. */
const pairTime = 1200;

/** The keys of the frame. Keys of a list or a form are theirs. */
export function useShortcuts(): void {
  const navigate = useNavigate();
  const { history } = useRouter();
  const show = useDialogs((dialogs) => dialogs.show);
  const {
    settings: { navigation },
    change,
  } = useSettings();
  const singleKeys = useSingleKeys(({ on }) => on);
  const lastG = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const back = () => history.back();
    const forward = () => history.forward();
    const combined: Readonly<Record<string, () => void>> = {
      'mod+k': openSpotlight,
      'mod+shift+f': openSpotlight,
      'mod+f': focusFilter,
      'mod+b': () => void change({ navigation: navigation === 'open' ? 'folded' : 'open' }),
      'alt+arrowleft': back,
      'alt+arrowright': forward,
    };
    const single: Readonly<Record<string, () => void>> = {
      '?': () => show('keys'),
      '/': focusFilter,
    };
    const afterG: Readonly<Record<string, () => void>> = {
      d: () => void navigate({ to: '/' }),
      c: () => void navigate({ to: '/cases', search: {} }),
    };
    const pick = (event: KeyboardEvent): (() => void) | undefined => {
      const combination = combinationOf(event);
      if (combination) return combined[combination];
      if (!singleKeys || event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return undefined;
      const key = event.key.toLowerCase();
      const paired = event.timeStamp - lastG.current < pairTime ? afterG[key] : undefined;
      lastG.current = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      return paired ?? single[key];
    };
    const onKeyDown = (event: KeyboardEvent) => {
      // Nothing is taken from an input method, or from a key that somebody closer has used.
      if (event.isComposing || event.defaultPrevented) return;
      const act = pick(event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    // The two buttons at the side of a mouse; Chromium leaves them to the page.
    const onMouseUp = (event: MouseEvent) => {
      if (event.button !== 3 && event.button !== 4) return;
      event.preventDefault();
      (event.button === 3 ? back : forward)();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('mouseup', onMouseUp);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('mouseup', onMouseUp);
    };
  }, [navigate, history, show, singleKeys, navigation, change]);
}

function combinationOf(event: KeyboardEvent): string | null {
  // AltGr is Ctrl+Alt on Windows and types @ { } on Nordic keyboards: never a shortcut.
  if (event.getModifierState('AltGraph') || (event.ctrlKey && event.altKey)) return null;
  const shift = event.shiftKey ? 'shift+' : '';
  if (event.ctrlKey || event.metaKey) return `mod+${shift}${event.key.toLowerCase()}`;
  return event.altKey ? `alt+${event.key.toLowerCase()}` : null;
}

/** `/` and Ctrl+F go to the filter of the page, or to the search where a page has none; a layer on top keeps them. */
function focusFilter(): void {
  if (hasLayer()) return;
  const field = document.querySelector<HTMLElement>('#page input[data-quick-filter]');
  if (field) field.focus();
  else openSpotlight();
}
