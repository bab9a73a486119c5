import { Anchor, Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Ask } from '../../../shared/domain/asking/ask.ts';
import type { AskableCode } from '../../../shared/domain/asking/lack.ts';
import { looksAfterMembers } from '../../../shared/domain/member/membership.ts';
import { ActionButton, forecastDialog, useCaseView, type CaseView } from '../case/frame.ts';

/** The way to where it is granted, for who is asked and can; nothing where there is no place for it in the app. */
export function GrantStep({ ask }: { readonly ask: Ask }) {
  const view = useCaseView();
  const { standing } = view.open;
  const asked = ask.of.kind === 'insurer' ? standing.side === 'insurer' : ask.of.company === standing.company;
  const way = asked && ask.by.member !== standing.member ? ways[ask.lacks.code] : undefined;
  return way?.(ask, view) ?? null;
}

type Way = (ask: Ask, view: CaseView) => ReactNode;

const ways: Readonly<Partial<Record<AskableCode, Way>>> = {
  'no-role-in-case': role,
  'level-too-low': members,
  'no-budget-permission': members,
  'limit-exceeded': members,
  'own-company': decision,
  'self-authored': decision,
  'manager-of-own-company': allocation,
  'pending-budget': (_, { openTab }) => (
    <Button variant="default" size="compact-sm" onClick={() => openTab('budgets')}>
      <Trans>To the budgets</Trans>
    </Button>
  ),
};

function members(_: Ask, { open }: CaseView): ReactNode {
  if (!looksAfterMembers(open.standing)) return null;
  return (
    <Anchor renderRoot={(props) => <Link to="/admin/members" {...props} />}>
      <Trans>To the members</Trans>
    </Anchor>
  );
}

function role(_: Ask, view: CaseView): ReactNode {
  const insurer = view.open.standing.side === 'insurer';
  const refusal = insurer
    ? forecastDialog(view, { name: 'give-role-to-office', input: { office: '' } })
    : forecastDialog(view, { name: 'assign-role-user', input: { member: '' } });
  if (refusal) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      onClick={() => view.show({ kind: insurer ? 'give-role' : 'assign-user' })}
    >
      {insurer ? <Trans>Give the role…</Trans> : <Trans>Assign user…</Trans>}
    </Button>
  );
}

/** What was refused to the handler is done in one press: the insurer gives the task to the office that was chosen. */
function allocation({ task, office }: Ask, { open }: CaseView): ReactNode {
  const name = open.directory.offices.find(({ id }) => id === office)?.name;
  if (task === null || office === undefined || name === undefined) return null;
  return (
    <ActionButton command={{ name: 'allocate-task', input: { task, office } }}>
      <Trans>Assign to {name}</Trans>
    </ActionButton>
  );
}

function decision({ budget }: Ask, { openTab }: CaseView): ReactNode {
  if (budget === null) return null;
  return (
    <Button variant="default" size="compact-sm" onClick={() => openTab('budgets')}>
      <Trans>To the budgets</Trans>
    </Button>
  );
}
