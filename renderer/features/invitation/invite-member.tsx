import { Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconMailPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { refusalWords } from '../../words/refusal-words.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { cannotInvite } from './invite-draft.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { useInviteForm } from './use-invite-form.ts';

/** The way to bring somebody new into a portal; who may not invite is told who can. */
export function InviteMember() {
  const portals = useOffline((state) => state.portals);
  const only = useInsurerFilter((filter) => filter.portal);
  const [chosen, setChosen] = useState<string | null>(null);
  const looked = only ? portals.filter(({ portal }) => portal === only) : portals;
  const possible = looked.filter((state) => cannotInvite(state) === null);
  const state = possible.find(({ portal }) => portal === chosen) ?? possible[0] ?? looked[0];
  if (!state) return null;
  return <InviteInto key={state.portal} state={state} portals={possible} onPortal={setChosen} />;
}

interface InviteIntoProps {
  readonly state: PortalState;
  readonly portals: readonly PortalState[];
  readonly onPortal: (portal: string) => void;
}

function InviteInto({ state, portals, onPortal }: InviteIntoProps) {
  const { t } = useLingui();
  const form = useInviteForm(state);
  const [open, setOpen] = useState(false);
  const refusal = cannotInvite(state);
  return (
    <>
      {portals.length > 1 && (
        <Select
          aria-label={t`Portal to invite to`}
          leftSection={<Trans>Invite to</Trans>}
          leftSectionWidth={76}
          w={250}
          allowDeselect={false}
          value={state.portal}
          onChange={(portal) => portal !== null && onPortal(portal)}
          data={portals.map(({ portal, standing }) => ({ value: portal, label: standing.portalName }))}
        />
      )}
      <ReasonButton
        reason={refusal && refusalWords(refusal, state.standing).full}
        leftSection={<IconMailPlus size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        <Trans>Invite a member…</Trans>
      </ReasonButton>
      {open && <InviteDialog state={state} form={form} onClose={() => setOpen(false)} />}
    </>
  );
}
