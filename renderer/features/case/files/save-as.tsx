import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../../bindings/contexts.ts';
import { fileTroubleWords, saveTrouble, type FileTrouble } from '../../../words/file-trouble-words.ts';

/** Saves bytes where the user picks; why they were not written is said beside it. */
export function SaveAs({ name, bytes }: { name: string; bytes: Uint8Array }) {
  const { files } = useDesk();
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const save = async () => setTrouble(saveTrouble(await files.saveAs(name, bytes)));
  return (
    <>
      {trouble && <span role="alert">{fileTroubleWords(trouble)}</span>}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconDownload size={14} aria-hidden />}
        onClick={() => void save()}
      >
        <Trans>Save as…</Trans>
      </Button>
    </>
  );
}
