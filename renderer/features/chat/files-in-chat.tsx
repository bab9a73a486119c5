import { Trans } from '@lingui/react/macro';
import type { DragEvent, ReactNode } from 'react';
import { ErrorState } from '../../ui/error-state.tsx';
import { givenIn } from '../../ui/given-file.ts';
import { usePastedFiles } from '../../ui/use-pasted-files.ts';
import { listText } from '../../words/figures.ts';
import { useAddDocuments } from '../case/frame.ts';
import classes from './chat.module.css';

/** Files that are dropped or pasted where one writes: a message holds text only, so they go to the documents. */
export function useFilesInChat() {
  const { add, busy, added, troubles } = useAddDocuments();
  usePastedFiles((given) => void add(given), 'page');
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void add(givenIn(event.dataTransfer));
  };
  const said: ReactNode = (
    <>
      {troubles.map(({ name, why }, index) => (
        <ErrorState key={index} title={<Trans>{name} was not added</Trans>}>
          {why}
        </ErrorState>
      ))}
      <span role="status" className={classes.files}>
        <FilesSaid busy={busy} added={added} />
      </span>
    </>
  );
  return { area: { onDrop: drop, onDragOver: (event: DragEvent) => event.preventDefault() }, said };
}

function FilesSaid({ busy, added }: { readonly busy: boolean; readonly added: readonly string[] }) {
  const names = listText(added);
  if (busy) return <Trans>Adding to the documents…</Trans>;
  if (added.length > 0) return <Trans>Added to the documents: {names}</Trans>;
  return <Trans>Files dropped or pasted here go to the documents.</Trans>;
}
