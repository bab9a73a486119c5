import { useEffect, useEffectEvent } from 'react';
import { dateFormat } from './date-format.ts';
import { givenIn, type GivenFile } from './given-file.ts';

/**
 * Takes files and pictures that are pasted anywhere while a part is on the screen. A dialog that lies above keeps what is
 * pasted in it, and so does a text field where there is text to paste.
 */
export function usePastedFiles(take: (given: readonly GivenFile[]) => void, place: 'page' | 'dialog'): void {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const { clipboardData, target } = event;
    if (!clipboardData || event.defaultPrevented) return;
    const element = target instanceof Element ? target : document.body;
    if ((element.closest('[role="dialog"]') === null) !== (place === 'page')) return;
    if (element.closest('input, textarea') && isText(clipboardData)) return;
    const given = givenIn(clipboardData).map(named);
    if (given.length === 0) return;
    event.preventDefault();
    take(given);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener('paste', listener);
    return () => window.removeEventListener('paste', listener);
  }, []);
}

/** Cells and formatted text come with a picture of themselves; a file copied on a Mac comes with its name as text. */
function isText(clipboard: DataTransfer): boolean {
  return clipboard.types.includes('text/html') && clipboard.getData('text/plain') !== '';
}

/** Every picture is called the same by Chromium; when it was pasted tells them apart. */
function named(given: GivenFile): GivenFile {
  if (!(given instanceof File) || given.name !== 'image.png') return given;
  const at = dateFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' }).format(given.lastModified);
  return new File([given], `${at.replaceAll(':', '.')}.png`, { type: given.type, lastModified: given.lastModified });
}
