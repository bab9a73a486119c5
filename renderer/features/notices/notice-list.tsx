import { Trans, useLingui } from '@lingui/react/macro';
import { keyOf, type ToldNotice } from '../../bindings/read-notices.ts';
import { groupBy } from '../../offline/group-by.ts';
import { NoticeGroup } from './notice-group.tsx';
import classes from './notices.module.css';

interface NoticeListProps {
  readonly notices: readonly ToldNotice[];
  readonly fresh: ReadonlySet<string>;
  readonly onOpen: () => void;
}

/** By case, the one with the newest first; each opens its case. */
export function NoticeList({ notices, fresh, onOpen }: NoticeListProps) {
  const { t } = useLingui();
  if (notices.length === 0) {
    return (
      <p className={classes.none}>
        <Trans>Nothing yet. New roles, decisions and messages are listed here.</Trans>
      </p>
    );
  }
  const groups = groupBy(notices, keyOf);
  return (
    <ul className={classes.list} aria-label={t`By case`}>
      {[...groups].map(([key, told]) => (
        <li key={key}>
          <NoticeGroup told={told} fresh={fresh} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}
