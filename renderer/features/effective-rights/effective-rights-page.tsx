import { Trans, useLingui } from '@lingui/react/macro';
import { IconFolderSearch, IconPlugOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AskComponent } from '../../bindings/ask-component.ts';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { CaseChoice } from './case-choice.tsx';
import classes from './effective-rights.module.css';
import { PersonChoice } from './person-choice.tsx';
import { PortalChoice } from './portal-choice.tsx';
import { RightsInCase } from './rights-in-case.tsx';
import type { RightsSearch } from './rights-search.ts';

/** The page `/rights`: what a person may do in a case, by which role, or why not and who can change it. */
export function EffectiveRightsPage({ Ask }: { readonly Ask: AskComponent }) {
  const { t } = useLingui();
  const search = useSearch({ from: '/rights' });
  const navigate = useNavigate();
  const portals = useOffline((state) => state.portals);
  const filtered = useInsurerFilter((filter) => filter.portal);
  const wanted = search.portal ?? filtered;
  const state = portals.find(({ portal }) => portal === wanted) ?? portals[0];
  const show = (next: RightsSearch) => void navigate({ to: '/rights', search: next, replace: true });
  if (!state)
    return (
      <Page title={t`Rights in a case`}>
        <EmptyState icon={IconPlugOff} title={<Trans>No portal yet</Trans>}>
          <Trans>As soon as the first portal is loaded, this page tells what you and others may do in its cases.</Trans>
        </EmptyState>
      </Page>
    );
  const { portal, standing } = state;
  const chosen = { portal, member: search.member ?? standing.member, case: search.case };
  return (
    <Page
      title={t`Rights in a case`}
      lead={t`The rights of a person in a case, decided by the same rules as at the portal, and who can change them.`}
      width="reading"
    >
      <div className={classes.choices}>
        {portals.length > 1 && (
          <PortalChoice portals={portals} chosen={portal} onChoose={(next) => show({ portal: next })} />
        )}
        <PersonChoice state={state} chosen={chosen.member} onChoose={(member) => show({ ...chosen, member })} />
        <CaseChoice
          portal={portal}
          chosen={chosen.case ?? null}
          onChoose={(next) => show({ ...chosen, case: next ?? undefined })}
        />
      </div>
      {chosen.case === undefined ? (
        <EmptyState icon={IconFolderSearch} title={<Trans>Choose a case</Trans>}>
          <Trans>Rights hang on the roles and tasks that somebody has in a case, and differ from one to another.</Trans>
        </EmptyState>
      ) : (
        <RightsInCase
          key={`${portal}/${chosen.case}`}
          portal={portal}
          case={chosen.case}
          member={chosen.member}
          Ask={Ask}
        />
      )}
    </Page>
  );
}
