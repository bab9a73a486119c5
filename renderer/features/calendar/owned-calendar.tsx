import { Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useOffline } from '../../bindings/use-offline.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useToday } from '../../ui/use-today.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { refusalWords } from '../../words/refusal-words.ts';
import { CalendarDialog } from './calendar-dialog.tsx';
import { CalendarFacts } from './calendar-facts.tsx';
import { CalendarLog } from './calendar-log.tsx';
import { waitingChange, type CalendarOwner } from './calendar-owners.ts';

/** The calendar of one owner, with what was set when; changed by who may. */
export function OwnedCalendar({ owner }: { readonly owner: CalendarOwner }) {
  const { t } = useLingui();
  const today = useToday();
  const waiting = useOffline((state) => waitingChange(state.outbox, owner));
  const [layer, setLayer] = useState<'form' | 'log' | null>(null);
  const { refusal, state } = owner;
  const why = refusal && refusalWords(refusal, state.standing).full;
  return (
    <>
      <CalendarFacts owner={owner} today={today} />
      {waiting?.command && <WaitingMark since={waiting.command.at} />}
      <Group gap={8}>
        <ReasonButton
          variant="default"
          reason={why ?? (waiting ? t`A change of it waits for the portal.` : null)}
          onClick={() => setLayer('form')}
        >
          <Trans>Change hours and closed days…</Trans>
        </ReasonButton>
        {!refusal && (
          <Button
            variant="default"
            aria-expanded={layer === 'log'}
            onClick={() => setLayer(layer === 'log' ? null : 'log')}
          >
            {layer === 'log' ? <Trans>Close the log</Trans> : <Trans>Who changed what</Trans>}
          </Button>
        )}
      </Group>
      {layer === 'form' && <CalendarDialog owner={owner} onClose={() => setLayer(null)} />}
      {layer === 'log' && <CalendarLog owner={owner} />}
    </>
  );
}
