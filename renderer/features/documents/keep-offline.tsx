import { Switch } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCloud, IconDeviceDesktopCheck } from '@tabler/icons-react';
import { keyOf, useKeptCases } from '../../bindings/kept-cases.ts';
import { useSync } from '../../bindings/use-sync.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './documents-tab.module.css';

/** Whether the case's documents are fetched to be opened offline, and how many are here. */
export function KeepOffline({ kept }: { readonly kept: ReadonlySet<string> }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { state } = useSync();
  const chosen = useKeptCases(({ cases }) => cases.has(keyOf(open.key)));
  const keep = useKeptCases((store) => store.keep);
  const { documents, role } = open.content.case;
  const mine = role?.user?.member === open.standing.member;
  const here = documents.filter(({ file }) => kept.has(file)).length;
  const all = documents.length;
  return (
    <div className={classes.offline}>
      <Switch
        label={t`Keep this case offline`}
        description={mine ? t`You handle this case: its documents are fetched by themselves.` : undefined}
        checked={chosen || mine}
        aria-disabled={mine || undefined}
        onChange={(event) => {
          if (!mine) keep(open.key, event.currentTarget.checked);
        }}
      />
      <span className={classes.hint} role="status">
        <Trans>
          {here} of {all} on this computer
        </Trans>
        {here < all && state.ahead?.full && (
          <>
            {' · '}
            <Trans>no room for more: the copies of opened documents fill it</Trans>
          </>
        )}
      </span>
    </div>
  );
}

/** Says of one document whether it opens without the portal. */
export function KeptMark({ here }: { readonly here: boolean }) {
  return (
    <span className={classes.kept} data-here={here || undefined}>
      {here ? <IconDeviceDesktopCheck size={14} aria-hidden /> : <IconCloud size={14} aria-hidden />}
      {here ? <Trans>on this computer</Trans> : <Trans>at the portal only</Trans>}
    </span>
  );
}
