import { Trans, useLingui } from '@lingui/react/macro';
import { IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useDesk, useWorkplace } from '../../../bindings/contexts.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useCaseView } from '../case-view.ts';
import classes from './document-preview.module.css';
import { MailPreview } from './mail-preview.tsx';
import { previewKind, textOf } from './preview-kind.ts';
import { TablePreview } from './table-preview.tsx';

/** What a file is known by at the desk. */
export interface FilePlace {
  readonly id: string;
  /** Where it is served from; null where the desk does not keep it, as a part of a mail. */
  readonly address: string | null;
}

interface FileShownProps {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly place: FilePlace;
}

/** A file's content as what its bytes are; a mail shows its own files the same way. */
export function FileShown({ name, bytes, place }: FileShownProps) {
  const { kind, type } = useMemo(() => previewKind(bytes, name), [bytes, name]);
  switch (kind) {
    case 'image':
      return <Picture bytes={bytes} type={type} name={name} />;
    case 'pdf':
      return place.address === null ? (
        <PartFrame name={name} bytes={bytes} id={place.id} />
      ) : (
        <Frame name={name} address={place.address} />
      );
    case 'table':
      return <TablePreview text={textOf(bytes) ?? ''} />;
    case 'mail':
      return (
        <MailPreview
          bytes={bytes}
          id={place.id}
          showPart={(part, id) => <FileShown name={part.name} bytes={part.bytes} place={{ id, address: null }} />}
        />
      );
    case 'text':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
        <pre className={classes.text} tabIndex={0}>
          {textOf(bytes)}
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

/** The address of a copy that the desk keeps of a case's file. */
export function copyAddress(id: string): string {
  return `copy/${encodeURIComponent(id)}`;
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

/** A PDF in a mail is shown like any other: kept first, as a copy that goes with its case. */
function PartFrame({ name, bytes, id }: { name: string; bytes: Uint8Array; id: string }) {
  const { files } = useDesk();
  const { session } = useWorkplace();
  const { key } = useCaseView().open;
  const { data } = useQuery({
    queryKey: ['document', session.account, key.portal, key.case, id, 'part'],
    queryFn: () => files.keepCopy(id, bytes, key),
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  });
  return data?.ok ? <Frame name={name} address={copyAddress(id)} /> : null;
}

/** The desk serves what it keeps from a scheme of its own, without preload and without the app's origin (sync.md 30). */
function Frame({ name, address }: { name: string; address: string }) {
  const { t } = useLingui();
  // oxlint-disable-next-line react/iframe-missing-sandbox -- Chromium shows no PDF in a sandboxed frame; its policy comes with the answer
  return (
    <iframe
      className={classes.frame}
      title={t`Preview of ${name}`}
      src={`attachment://desk/${address}#toolbar=0&navpanes=0&view=FitH`}
    />
  );
}
