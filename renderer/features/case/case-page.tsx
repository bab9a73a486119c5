import { Anchor, Loader } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { IconChevronLeft, IconFolderOff } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import type { CaseKey } from '../../../shared/contract/desk-api.ts';
import type { Withdrawal } from '../../../shared/contract/sync.ts';
import { useCaseListPlace } from '../../bindings/case-list-place.ts';
import { useCase } from '../../bindings/use-case.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { momentText } from '../../words/figures.ts';
import { withdrawalWords } from '../../words/withdrawal-words.ts';
import classes from './case-page.module.css';
import { CaseScreen } from './case-screen.tsx';
import { CaseSteps } from './steps/case-steps.tsx';
import type { CaseTab, Family } from './family.ts';
import { tabsOf } from './tabs/tabs-of.ts';

/** The page `/cases/$portal/$case?tab=`: opens the case and keeps its tab in the address. */
export function CasePage({ families }: { readonly families: readonly Family[] }) {
  const { portal, case: id } = useParams({ from: '/cases/$portal/$case' });
  const { tab } = useSearch({ from: '/cases/$portal/$case' });
  const navigate = useNavigate({ from: '/cases/$portal/$case' });
  const hold = useCase({ portal, case: id });
  const tabs = useMemo(() => tabsOf(families), [families]);
  const [first] = tabs;
  const onTab = useCallback(
    // Changing the tab is no step to go back over.
    (next: CaseTab['id']) => void navigate({ search: next === first?.id ? {} : { tab: next }, replace: true }),
    [navigate, first],
  );
  const ways = <Ways portal={portal} case={id} />;
  if (hold.phase !== 'open')
    return (
      <div className={classes.without}>
        <div className={classes.ways}>{ways}</div>
        {hold.phase === 'not-held' ? <NotHeld withdrawal={hold.withdrawal} /> : <Loader size="sm" m="auto" />}
      </div>
    );
  const shown = tabsOf(families, hold.open).find((each) => each.id === tab) ?? first;
  return (
    <CaseScreen key={`${portal}/${id}`} open={hold.open} families={families} tab={shown} onTab={onTab} back={ways} />
  );
}

/** Out of the case: to the list, and to what stands around it there. */
function Ways(key: CaseKey) {
  return (
    <>
      <BackToCases />
      <CaseSteps {...key} />
    </>
  );
}

function BackToCases() {
  const { t } = useLingui();
  // The list as it was left, with its filters.
  const search = useCaseListPlace((place) => place.search);
  return (
    <Link to="/cases" search={search} className={classes.back} aria-label={t`Back to the cases`}>
      <IconChevronLeft size={18} aria-hidden />
      <Trans>Cases</Trans>
    </Link>
  );
}

/** A case that left, or never was: why, as far as that may be said. */
function NotHeld({ withdrawal }: { withdrawal: Withdrawal | null }) {
  const number = withdrawal?.number ?? '';
  const at = withdrawal ? momentText(withdrawal.at) : '';
  const action = (
    <Anchor renderRoot={(props) => <Link to="/cases" {...props} />}>
      <Trans>To the cases</Trans>
    </Anchor>
  );
  return (
    <div className={classes.loading}>
      {withdrawal ? (
        <EmptyState icon={IconFolderOff} title={<Trans>{number} is no longer yours</Trans>} action={action}>
          {withdrawalWords(withdrawal.reason)} {withdrawal.said && <q>{withdrawal.said}</q>}{' '}
          <Trans>
            It left on {at}; its content was removed from this computer. What you had typed is in the outbox or among
            the refusals.
          </Trans>
        </EmptyState>
      ) : (
        <EmptyState icon={IconFolderOff} title={<Trans>This case is not here</Trans>} action={action}>
          <Trans>It is not among the cases you see, or it was not loaded onto this computer yet.</Trans>
        </EmptyState>
      )}
    </div>
  );
}
