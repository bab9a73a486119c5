import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { toListRow } from '../../../shared/domain/case/list-row.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import type { OutboxItem } from '../../offline/offline-desk.ts';
import { ItemList } from '../../ui/item-list.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { commandWords } from '../../words/command-words.ts';
import { itemLine } from '../../words/item-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { unconfirmed, useCaseView } from '../case/frame.ts';
import classes from './overview-tab.module.css';

/** What was done in this case and the portal has not confirmed, with what it will probably say no to. */
export function UnconfirmedList() {
  const { open } = useCaseView();
  const items = unconfirmed(open);
  if (items.length === 0) return null;
  return (
    <section className={classes.waiting}>
      <h3 className={classes.title}>
        <Trans>Not confirmed by the portal yet</Trans>
      </h3>
      <ul className={classes.items}>
        {items.map((item) => (
          <Item key={item.position} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item }: { item: OutboxItem }) {
  const { open } = useCaseView();
  const { command, state, forecast, trouble, items } = item;
  const words = forecast && refusalWords(forecast, open.standing);
  const place = { subject: open.key.case, settings: open.standing.settings, row: toListRow(open.content) };
  return (
    <li className={classes.item}>
      <span>{command ? commandWords(command.name).label : <Trans>Written by an older version of the app</Trans>}</span>
      {command && <Stand item={item} since={command.at} />}
      {items.length > 0 && (
        <div className={classes.ofItem}>
          <ItemList items={items.map((each) => itemLine(each, open.standing, place))} />
        </div>
      )}
      {words && items.length === 0 && (
        <div className={classes.forecast}>
          <p>
            <strong>
              <Trans>The portal will probably refuse this.</Trans>
            </strong>{' '}
            {words.full}
          </p>
        </div>
      )}
      {trouble && (
        <div className={classes.forecast}>
          <p>{trouble.detail}</p>
        </div>
      )}
      {state === 'blocked' && (
        <div className={classes.forecast}>
          <p>
            <Trans>
              It comes after something that was not carried out, so the case stands without it. Decide anew here, which
              takes its place, or offer it again in the <Link to="/outbox">outbox</Link>.
            </Trans>
          </p>
        </div>
      )}
    </li>
  );
}

function Stand({ item: { state }, since }: { item: OutboxItem; since: Moment }) {
  if (state === 'blocked') {
    return (
      <StateBadge tone="near" icon={IconHandStop}>
        <Trans>Held back</Trans>
      </StateBadge>
    );
  }
  if (state === 'attention') {
    return (
      <StateBadge tone="refused" icon={IconAlertTriangle}>
        <Trans>Needs attention</Trans>
      </StateBadge>
    );
  }
  return <WaitingMark since={since} />;
}
