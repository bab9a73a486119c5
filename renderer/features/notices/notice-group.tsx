import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ToldNotice } from '../../bindings/read-notices.ts';
import { useCase } from '../../bindings/use-case.ts';
import { useNow } from '../../bindings/use-now.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { noticeContent } from '../../words/notice-content.ts';
import { noticeWords } from '../../words/notice-words.ts';
import classes from './notices.module.css';

interface NoticeGroupProps {
  /** Of one case, newest first. */
  readonly told: readonly ToldNotice[];
  readonly fresh: ReadonlySet<string>;
  readonly onOpen: () => void;
}

/** So many of a case are shown; the case has the rest. */
const most = 3;

/** What was told of one case: who and the first words are read from the case now, and are kept nowhere else. */
export function NoticeGroup({ told, fresh, onOpen }: NoticeGroupProps) {
  const { t } = useLingui();
  const now = useNow();
  const [newest] = told;
  const { portal = '', case: subject = '' } = newest ?? {};
  const hold = useCase({ portal, case: subject });
  if (!newest) return null;
  const news = told.filter(({ id }) => fresh.has(id));
  // What is new is shown before what was read.
  const shown = (news.length > 0 ? news : told).slice(0, most);
  const more = (news.length > 0 ? news : told).length - shown.length;
  const site = hold.phase === 'open' ? hold.open.content.case.site.city : '';
  return (
    <Link
      to="/cases/$portal/$case"
      params={{ portal, case: subject }}
      search={newest.kind === 'chat-written' ? { tab: 'chat' } : {}}
      className={classes.notice}
      data-new={news.length > 0 || undefined}
      onClick={onOpen}
    >
      <span className={classes.title}>
        {news.length > 0 && <span className="visually-hidden">{t`New:`} </span>}
        {[newest.number, site].filter(Boolean).join(' · ')}
      </span>
      <span className={classes.when}>
        <RelativeTime moment={newest.at} now={now} />
      </span>
      {shown.map((notice) => (
        <span key={notice.id} className={classes.line}>
          <span>{noticeWords(notice.kind).title}</span>
          <span className={classes.words}>
            {(hold.phase === 'open' && noticeContent(notice, hold.open.confirmed, hold.open.standing)) ||
              noticeWords(notice.kind).next}
          </span>
        </span>
      ))}
      {more > 0 && (
        <span className={classes.words}>
          <Plural value={more} one="and # more" other="and # more" />
        </span>
      )}
    </Link>
  );
}
