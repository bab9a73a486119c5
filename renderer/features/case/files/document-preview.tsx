import { Button, Loader } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { FileRef } from '../../../../shared/domain/document/document.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { fileSizeText } from '../../../words/figures.ts';
import classes from './document-preview.module.css';
import { copyAddress, FileShown, type FilePlace } from './file-shown.tsx';
import { SaveAs } from './save-as.tsx';
import { useDocumentBytes, type DocumentBytes } from './use-document-bytes.ts';

/** A document as it can be looked at without leaving the app, and offline where it was kept. */
export function DocumentPreview({ file }: { file: FileRef }) {
  const { data, error, isFetching, refetch } = useDocumentBytes(file);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.size}>{fileSizeText(file.size)}</span>
        {data && <SaveAs name={file.name} bytes={data.bytes} />}
      </figcaption>
      {data && <FileShown name={file.name} bytes={data.bytes} place={placeOf(file, data)} />}
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

/** Where the desk serves what it keeps. */
function placeOf({ sha256, file }: FileRef, { kept }: DocumentBytes): FilePlace {
  return { id: file, address: kept === 'kept' ? `kept/${sha256}` : copyAddress(file) };
}
