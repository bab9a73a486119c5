import { Button, Loader } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconDownload, IconFileOff } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FileRef } from '../../../../shared/domain/document/document.ts';
import { useDesk } from '../../../bindings/contexts.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { fileTroubleWords, saveTrouble, type FileTrouble } from '../../../words/file-trouble-words.ts';
import { fileSizeText } from '../../../words/figures.ts';
import classes from './document-preview.module.css';
import { previewKind, textOf } from './preview-kind.ts';
import { TablePreview } from './table-preview.tsx';
import { useDocumentBytes, type DocumentBytes } from './use-document-bytes.ts';

/** A document as it can be looked at without leaving the app, and offline where it was kept. */
export function DocumentPreview({ file }: { file: FileRef }) {
  const { data, error, isFetching, refetch } = useDocumentBytes(file);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.size}>{fileSizeText(file.size)}</span>
        {data && <SaveAs file={file} bytes={data.bytes} />}
      </figcaption>
      {data && <Shown file={file} data={data} />}
      {!data && isFetching && (
        <div className={classes.empty}>
          <Loader size="sm" />
        </div>
      )}
      {!data && error && !isFetching && (
        <div className={classes.empty}>
          <ErrorState
            title={<Trans>The document is not on this computer, and the portal cannot be reached for it.</Trans>}
            action={
              <Button variant="default" onClick={() => void refetch()}>
                <Trans>Try again</Trans>
              </Button>
            }
          >
            <Trans>Once opened online, it is kept for working offline.</Trans>
          </ErrorState>
        </div>
      )}
    </figure>
  );
}

function Shown({ file, data }: { file: FileRef; data: DocumentBytes }) {
  const { kind, type } = useMemo(() => previewKind(data.bytes, file.name), [data.bytes, file.name]);
  switch (kind) {
    case 'image':
      return <Picture bytes={data.bytes} type={type} name={file.name} />;
    case 'pdf':
      return <Frame file={file} kept={data.kept} />;
    case 'table':
      return <TablePreview text={textOf(data.bytes) ?? ''} />;
    case 'text':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
        <pre className={classes.text} tabIndex={0}>
          {textOf(data.bytes)}
        </pre>
      );
    case 'none':
      return (
        <div className={classes.empty}>
          <EmptyState icon={IconFileOff} title={<Trans>This kind of file is not shown here.</Trans>}>
            <Trans>Save it to open it with another program.</Trans>
          </EmptyState>
        </div>
      );
  }
}

function Picture({ bytes, type, name }: { bytes: Uint8Array; type: string; name: string }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    if (image.current) image.current.src = made;
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return (
    <div className={classes.picture}>
      <img ref={image} alt={name} className={classes.image} />
    </div>
  );
}

/** The desk serves what it keeps from a scheme of its own, without preload and without the app's origin (sync.md 30). */
function Frame({ file, kept }: { file: FileRef; kept: DocumentBytes['kept'] }) {
  const { t } = useLingui();
  const { name } = file;
  const place = kept === 'kept' ? `kept/${file.sha256}` : `copy/${encodeURIComponent(file.file)}`;
  // oxlint-disable-next-line react/iframe-missing-sandbox -- Chromium shows no PDF in a sandboxed frame; its policy comes with the answer
  return (
    <iframe
      className={classes.frame}
      title={t`Preview of ${name}`}
      src={`attachment://desk/${place}#toolbar=0&navpanes=0&view=FitH`}
    />
  );
}

function SaveAs({ file, bytes }: { file: FileRef; bytes: Uint8Array }) {
  const { files } = useDesk();
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const save = async () => setTrouble(saveTrouble(await files.saveAs(file.name, bytes)));
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
