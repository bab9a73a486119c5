import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { CommandContext } from '../../bindings/use-command-context.ts';
import type { OutboxItem } from '../../offline/offline-desk.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { Contrary } from './contrary.tsx';
import { RefusalCard } from '../../ui/refusal-card.tsx';
import { TypedList } from '../../ui/typed-list.tsx';
import { commandWords } from '../../words/command-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { typedWords } from '../../words/typed-words.ts';

interface RefusedProps {
  readonly item: OutboxItem;
  readonly context: CommandContext;
  readonly onClose: () => void;
}

/** One refusal: who said no, why, what was typed, and the next step. */
export function Refused({ item, context: { portal, row }, onClose }: RefusedProps) {
  const { command, raw, refusal, caseNumber } = item;
  const { t } = useLingui();
  const label = command ? commandWords(command.name).label : t`From another version of Partner Desk`;
  const standing = portal?.standing;
  const name = standing?.portalName ?? t`The portal`;
  const words = refusal && standing ? refusalWords(refusal, standing) : null;
  return (
    <RefusalCard
      title={caseNumber ? t`${label} · ${caseNumber}` : label}
      by={
        command ? (
          <Trans>
            {name} · you did it on <MomentText moment={command.at} />
          </Trans>
        ) : (
          name
        )
      }
      reason={words?.full ?? t`The portal refused it and you are not a member of that portal any more.`}
      contrary={row && <Contrary item={item} />}
      typed={
        command ? (
          <TypedList
            parts={[
              { label: t`What you did`, value: label },
              ...typedWords(command, { directory: portal?.directory, settings: standing?.settings, row }),
            ]}
          />
        ) : (
          JSON.stringify(raw, null, 2)
        )
      }
      actions={
        <>
          {row && (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link
                  to="/cases/$portal/$case"
                  params={{ portal: row.portal, case: row.id }}
                  search={command?.name.endsWith('-budget') ? { tab: 'budgets' } : {}}
                  {...props}
                />
              )}
            >
              <Trans>Go to the case</Trans>
            </Button>
          )}
          <Button variant="default" onClick={onClose} aria-label={t`I have read it: ${label}`}>
            <Trans>I have read it</Trans>
          </Button>
        </>
      }
    />
  );
}
