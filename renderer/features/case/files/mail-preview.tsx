import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconMailOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useWorkplace } from '../../../bindings/contexts.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MomentText } from '../../../ui/moment-text.tsx';
import { fileSizeText } from '../../../words/figures.ts';
import { useCaseView } from '../case-view.ts';
import classes from './document-preview.module.css';
import { readMail, type Mail, type MailPart } from './read-mail.ts';
import { SaveAs } from './save-as.tsx';

interface MailPreviewProps {
  readonly bytes: Uint8Array;
  readonly id: string;
  readonly showPart: (part: MailPart, id: string) => ReactNode;
}

/** A mail: who wrote to whom, its text, and what it carries. Nothing of it is run, followed or fetched. */
export function MailPreview({ bytes, id, showPart }: MailPreviewProps) {
  const { session } = useWorkplace();
  const { key } = useCaseView().open;
  const { data: mail } = useQuery({
    // Of the document it lies in, with which it goes when the case is withdrawn.
    queryKey: ['document', session.account, key.portal, key.case, id, 'mail'],
    queryFn: () => readMail(bytes),
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  });
  if (mail === undefined) return null;
  if (mail === null)
    return (
      <div className={classes.empty}>
        <EmptyState icon={IconMailOff} title={<Trans>This mail could not be read.</Trans>} />
      </div>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
    <div className={classes.mail} tabIndex={0}>
      <Heads mail={mail} />
      <pre className={classes.letters}>{mail.text || <Trans>The mail has no text.</Trans>}</pre>
      {mail.parts.length > 0 && (
        <ul className={classes.parts}>
          {mail.parts.map((part, index) => (
            <Part key={index} part={part} shown={() => showPart(part, `${id}.${index}`)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Heads({ mail }: { readonly mail: Mail }) {
  const { t } = useLingui();
  const heads: readonly (readonly [string, ReactNode])[] = [
    [t`Subject`, mail.subject],
    [t`From`, mail.from],
    [t`To`, mail.to],
    [t`Copy to`, mail.copies],
    [t`Sent`, mail.at && <MomentText moment={mail.at} />],
  ];
  return (
    <dl className={classes.heads}>
      {heads
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Part({ part, shown }: { readonly part: MailPart; readonly shown: () => ReactNode }) {
  const { t } = useLingui();
  const [looked, setLooked] = useState(false);
  const { name, bytes } = part;
  return (
    <li>
      <div className={classes.part}>
        <span className={classes.name}>{name}</span>
        <span className={classes.size}>{fileSizeText(bytes.length)}</span>
        <SaveAs name={name} bytes={bytes} />
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => setLooked(!looked)}
          aria-expanded={looked}
          aria-label={looked ? t`Close ${name}` : t`Look at ${name}`}
        >
          {looked ? <Trans>Close</Trans> : <Trans>Look at</Trans>}
        </Button>
      </div>
      {looked && <div className={classes.inside}>{shown()}</div>}
    </li>
  );
}
