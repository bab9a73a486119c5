import { Button, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAddressBook, IconChevronDown, IconFolderOpen, IconFolderOff, IconUserEdit } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { forecastDialog, useCaseView, type CaseDialog } from '../case/frame.ts';
import classes from './case-record.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** What the insurer does with the case as a whole; nobody else has any of it. */
export function CaseMenu() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { state, customer } = open.content.case;
  if (open.standing.side !== 'insurer') return null;
  const { name = '', phone = '', email = '' } = customer ?? {};
  return (
    <Menu width={300} position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" size="compact-sm" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t`Case`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Deed
          icon={<IconUserEdit {...icon} />}
          command={{ name: 'change-handler', input: { member: '' } }}
          dialog={{ kind: 'change-handler' }}
        >
          <Trans>Change case handler…</Trans>
        </Deed>
        <Deed
          icon={<IconAddressBook {...icon} />}
          command={{ name: 'correct-customer', input: { name, phone, email } }}
          dialog={{ kind: 'correct-customer' }}
        >
          <Trans>Correct customer…</Trans>
        </Deed>
        <Menu.Divider />
        {state === 'closed' ? (
          <Deed
            icon={<IconFolderOpen {...icon} />}
            command={{ name: 'reopen-case', input: { reason: '' } }}
            dialog={{ kind: 'reopen-case' }}
          >
            <Trans>Reopen case…</Trans>
          </Deed>
        ) : (
          <Deed
            icon={<IconFolderOff {...icon} />}
            command={{ name: 'close-case', input: { reason: '' } }}
            dialog={{ kind: 'close-case' }}
          >
            <Trans>Close case…</Trans>
          </Deed>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface DeedProps {
  readonly icon: ReactNode;
  readonly command: CaseCommand;
  readonly dialog: CaseDialog;
  readonly children: ReactNode;
}

/** One of them; where it cannot be done it stays in its place and says why. */
function Deed({ icon: sign, command, dialog, children }: DeedProps) {
  const view = useCaseView();
  const refusal = forecastDialog(view, command);
  return (
    <Menu.Item
      leftSection={sign}
      aria-disabled={refusal ? true : undefined}
      closeMenuOnClick={!refusal}
      onClick={() => !refusal && view.show(dialog)}
      className={refusal ? classes.held : undefined}
    >
      {children}
      {refusal && <span className={classes.why}>{refusalWords(refusal, view.open.standing).full}</span>}
    </Menu.Item>
  );
}
