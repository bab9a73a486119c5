import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { isAbout } from '../../../shared/contract/commands.ts';
import { wantedOf } from '../../../shared/domain/asking/wanted-of.ts';
import type { AskComponent } from '../../bindings/ask-component.ts';
import type { CommandContext } from '../../bindings/use-command-context.ts';
import { isCaseCommand } from '../../offline/waiting-commands.ts';
import type { OutboxItem } from '../../offline/offline-desk.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { Contrary } from './contrary.tsx';
import { RefusalCard } from '../../ui/refusal-card.tsx';
import { TypedList } from '../../ui/typed-list.tsx';
import { commandWords } from '../../words/command-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { typedWords } from '../../words/typed-words.ts';
import { HowMany, RefusedItems } from './refused-items.tsx';

interface RefusedProps {
  readonly Ask: AskComponent;
  readonly item: OutboxItem;
  readonly context: CommandContext;
  readonly onClose: () => void;
}

/** One refusal: who said no, why, what was typed, and the next step. */
export function Refused({ Ask, item, context, onClose }: RefusedProps) {
  const { command, refusal, caseNumber } = item;
  const { portal, row } = context;
  const { t } = useLingui();
  const label = command ? commandWords(command.name).label : t`From another version of Partner Desk`;
  const name = portal?.standing.portalName ?? t`The portal`;
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
      reason={<Reason item={item} context={context} />}
      contrary={<Beside item={item} context={context} />}
      typed={item.items.length > 0 ? null : <Typed item={item} context={context} label={label} />}
      actions={
        <>
          {row && refusal && command && isAbout(command, 'case') && (
            <Ask of={{ portal: row.portal, case: row.id }} refusal={refusal} wanted={wantedOf(command)} />
          )}
          {row && (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link
                  to="/cases/$portal/$case"
                  params={{ portal: row.portal, case: row.id }}
                  search={tabOf(command?.name)}
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

function tabOf(name = ''): { readonly tab?: string } {
  if (name.endsWith('-budget')) return { tab: 'budgets' };
  return name.endsWith('-invoice') ? { tab: 'invoices' } : {};
}

type Of = Pick<RefusedProps, 'item' | 'context'>;

function Reason({ item: { refusal, items }, context: { portal } }: Of) {
  const { t } = useLingui();
  if (!refusal || !portal) return t`The portal refused it and you are not a member of that portal any more.`;
  return items.length > 0 ? <HowMany items={items} /> : refusalWords(refusal, portal.standing).full;
}

/** What was decided instead; of each thing where several were done at once. */
function Beside({ item, context }: Of) {
  const { command, refusal } = item;
  if (item.items.length > 0) return <RefusedItems item={item} context={context} />;
  if (!context.row || !command || !refusal || !isCaseCommand(command)) return null;
  return <Contrary of={{ portal: command.portal, case: command.subject.id }} command={command} refusal={refusal} />;
}

function Typed({ item: { command, raw }, context: { portal, row }, label }: Of & { readonly label: string }) {
  const { t } = useLingui();
  if (!command) return JSON.stringify(raw, null, 2);
  const known = { directory: portal?.directory, settings: portal?.standing.settings, row };
  return <TypedList parts={[{ label: t`What you did`, value: label }, ...typedWords(command, known)]} />;
}
