import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { AskComponent } from '../../bindings/ask-component.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import { useCommandContext } from '../../bindings/use-command-context.ts';
import { isStuck } from '../../offline/outbox-items.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Refused } from './refused.tsx';
import classes from './refusals.module.css';
import { WithdrawnCases } from './withdrawn-cases.tsx';

/** What the portal said no to, kept with what was typed until it was read; and the cases that left. */
export function RefusalsPage({ Ask }: { readonly Ask: AskComponent }) {
  const { t } = useLingui();
  const { offline } = useWorkplace();
  const refusals = useOffline((state) => state.refusals);
  const withdrawn = useOffline((state) => state.withdrawn);
  const stuck = useOffline((state) => state.outbox.filter(isStuck).length);
  const contextOf = useCommandContext();
  return (
    <Page
      title={t`Refused by the portal`}
      lead={t`What you did stands here with the reason and what you typed until you close it.`}
    >
      {stuck > 0 && (
        <p className={classes.stuck}>
          <Plural
            value={stuck}
            one="# more needs attention in the outbox."
            other="# more need attention in the outbox."
          />{' '}
          <Link to="/outbox">
            <Trans>Open the outbox</Trans>
          </Link>
        </p>
      )}
      {refusals.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={t`Nothing was refused`}>
          <Trans>
            When the portal says no to something you did, it is kept here with the reason and what you typed.
          </Trans>
        </EmptyState>
      ) : (
        <div className={classes.cards}>
          {refusals.map((item) => (
            <Refused
              key={item.position}
              item={item}
              context={contextOf(item.command)}
              Ask={Ask}
              onClose={() => void offline.closeRefusal(item.position)}
            />
          ))}
        </div>
      )}
      {withdrawn.length > 0 && <WithdrawnCases cases={withdrawn} />}
    </Page>
  );
}
