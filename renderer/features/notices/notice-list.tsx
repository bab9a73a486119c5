import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useNow } from '../../bindings/use-now.tsx';
import type { OfflineState } from '../../offline/offline-desk.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { noticeWords } from '../../words/notice-words.ts';
import classes from './notices.module.css';

type Told = OfflineState['notices'][number];

interface NoticeListProps {
  readonly notices: readonly Told[];
  readonly isNew: (notice: Told) => boolean;
  readonly onOpen: () => void;
}

/** Newest first; each opens its case. */
export function NoticeList({ notices, isNew, onOpen }: NoticeListProps) {
  const { t } = useLingui();
  const now = useNow();
  if (notices.length === 0) {
    return (
      <p className={classes.none}>
        <Trans>Nothing yet. New roles, decisions and messages are listed here.</Trans>
      </p>
    );
  }
  return (
    <ul className={classes.list}>
      {notices.map((notice) => (
        <li key={notice.id}>
          <Link
            to="/cases/$portal/$case"
            params={{ portal: notice.portal, case: notice.case }}
            className={classes.notice}
            data-new={isNew(notice) || undefined}
            onClick={onOpen}
          >
            <span className={classes.title}>
              {isNew(notice) && <span className="visually-hidden">{t`New:`} </span>}
              {noticeWords(notice.kind).title}
            </span>
            <span className={classes.when}>
              <RelativeTime moment={notice.at} now={now} />
            </span>
            <span className={classes.next}>
              {notice.number} · {noticeWords(notice.kind).next}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
