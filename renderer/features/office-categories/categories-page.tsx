import { Select, Tabs } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import type { OfficeCategories } from '../../../shared/domain/category/category.ts';
import { categoriesSight } from '../../../shared/domain/category/categories-sight.ts';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { CategoriesLog } from './categories-log.tsx';
import { CategoryList } from './category-list.tsx';
import { waitingSince } from './listed-categories.ts';
import classes from './office-categories.module.css';
import { OfficeTable } from './office-table.tsx';

/** Company admin → Office categories: which there are, which office has which, and who changed that (domain.md §1.6). */
export function CategoriesPage() {
  const { t } = useLingui();
  const portals = useOffline((state) => state.portals.filter(({ standing }) => categoriesSight(standing) === 'always'));
  const filtered = useInsurerFilter((filter) => filter.portal);
  const [chosen, setChosen] = useState<string | null>(null);
  const state = portals.find(({ portal }) => portal === (chosen ?? filtered)) ?? portals[0];
  if (!state)
    return (
      <Page title={t`Office categories`} width="reading">
        <EmptyState icon={IconTags} title={<Trans>Kept by the insurer’s people</Trans>}>
          <Trans>
            Where you may be shown them, the categories of an office stand beside it when you choose an office in a
            case.
          </Trans>
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={t`Office categories`}
      lead={<Trans>Seen by your people, and by a partner’s only with the right to it in an open case.</Trans>}
      actions={
        portals.length > 1 && (
          <Select
            aria-label={t`Categories of`}
            allowDeselect={false}
            value={state.portal}
            onChange={setChosen}
            data={portals.map(({ portal, standing }) => ({ value: portal, label: standing.portalName }))}
          />
        )
      }
      ownScroll
    >
      {state.categories ? (
        <Categories key={state.portal} state={state} categories={state.categories} />
      ) : (
        <EmptyState icon={IconTags} title={<Trans>Not here yet</Trans>}>
          <Trans>
            The categories come with the next answer of the portal. If they stay away, the portal server is older than
            this app; whoever runs it has to update it.
          </Trans>
        </EmptyState>
      )}
    </Page>
  );
}

interface CategoriesProps {
  readonly state: PortalState;
  readonly categories: OfficeCategories;
}

function Categories({ state, categories }: CategoriesProps) {
  const { t } = useLingui();
  const since = useOffline(({ outbox }) => waitingSince(outbox, state.portal, null));
  return (
    <Tabs defaultValue="categories" activateTabWithKeyboard={false} keepMounted={false} className={classes.tabs}>
      <Tabs.List>
        <Tabs.Tab value="categories">{t`Categories`}</Tabs.Tab>
        <Tabs.Tab value="offices">{t`Offices`}</Tabs.Tab>
        <Tabs.Tab value="log">{t`Who changed what`}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="categories" className={classes.scrolling}>
        <CategoryList state={state} categories={categories} since={since} />
      </Tabs.Panel>
      <Tabs.Panel value="offices" className={classes.filling}>
        <OfficeTable state={state} categories={categories} />
      </Tabs.Panel>
      <Tabs.Panel value="log" className={classes.scrolling}>
        <CategoriesLog state={state} categories={categories} />
      </Tabs.Panel>
    </Tabs>
  );
}
