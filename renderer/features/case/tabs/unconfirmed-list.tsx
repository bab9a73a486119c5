import { Trans } from '@lingui/react/macro';
import type { OutboxItem } from '../../../offline/offline-desk.ts';
import { WaitingMark } from '../../../ui/waiting-mark.tsx';
import { commandWords } from '../../../words/command-words.ts';
import { refusalWords } from '../../../words/refusal-words.ts';
import { useCaseView } from '../case-view.ts';
import { unconfirmed } from '../waiting.ts';
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
  const { command, forecast, trouble } = item;
  const words = forecast && refusalWords(forecast, open.standing);
  return (
    <li className={classes.item}>
      <span>{command ? commandWords(command.name).label : <Trans>Written by an older version of the app</Trans>}</span>
      {command && <WaitingMark since={command.at} />}
      {words && (
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
    </li>
  );
}
