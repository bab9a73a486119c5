import { ActionIcon } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconFolderOff, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { OfflineState } from '../../offline/offline-desk.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { withdrawalWords } from '../../words/withdrawal-words.ts';
import classes from './withdrawn-notice.module.css';

interface WithdrawnNoticeProps {
  /** Newest first. */
  readonly withdrawn: OfflineState['withdrawn'];
  readonly onDismiss: () => void;
}

/** "No longer yours because …": where a case went that was here before (domain.md §16.1). */
export function WithdrawnNotice({ withdrawn, onDismiss }: WithdrawnNoticeProps) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const shown = all ? withdrawn : withdrawn.slice(0, 1);
  const rest = withdrawn.length - shown.length;
  if (withdrawn.length === 0) return null;
  return (
    <section className={classes.notice} aria-label={t`Cases that are no longer yours`}>
      <IconFolderOff size={16} stroke={1.8} aria-hidden className={classes.sign} />
      <ul className={classes.list}>
        {shown.map((each) => (
          <li key={`${each.portal}/${each.case}/${each.at}`}>
            <strong>{each.number}</strong> <MomentText moment={each.at} /> <Trans>No longer yours:</Trans>{' '}
            {withdrawalWords(each.reason)} {each.said && <q>{each.said}</q>}
          </li>
        ))}
        {rest > 0 && (
          <li>
            <button type="button" className={classes.more} onClick={() => setAll(true)}>
              <Plural value={rest} one="Show # more" other="Show # more" />
            </button>
          </li>
        )}
      </ul>
      <ActionIcon size={24} aria-label={t`Dismiss`} title={t`Dismiss`} onClick={onDismiss}>
        <IconX size={14} stroke={2} aria-hidden />
      </ActionIcon>
    </section>
  );
}
