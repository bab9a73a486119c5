import { Button, Group, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useOffline } from '../../bindings/use-offline.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useToday } from '../../ui/use-today.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { refusalWords } from '../../words/refusal-words.ts';
import { CalendarDialog } from './calendar-dialog.tsx';
import { CalendarFacts } from './calendar-facts.tsx';
import { calendarOwners, waitingChange, type CalendarOwner } from './calendar-owners.ts';
import classes from './calendar.module.css';
import { CalendarLog } from './calendar-log.tsx';

/** Working hours and closed days, of each portal and of the offices one works in or may change. */
export function CalendarPanel() {
  const { t } = useLingui();
  const portals = useOffline((state) => state.portals);
  const [chosen, setChosen] = useState<string | null>(null);
  const owners = calendarOwners(portals);
  const owner = owners.find(({ key }) => key === chosen) ?? owners[0];
  if (!owner) return null;
  return (
    <div className={classes.panel}>
      <Select
        label={t`Calendar of`}
        searchable={owners.length > 8}
        allowDeselect={false}
        value={owner.key}
        onChange={setChosen}
        data={portals.map(({ portal, standing }) => ({
          group: standing.portalName,
          items: owners
            .filter(({ state }) => state.portal === portal)
            .map(({ key, office }) => ({ value: key, label: office?.name ?? t`${standing.portalName}, the portal` })),
        }))}
      />
      <Owned key={owner.key} owner={owner} />
    </div>
  );
}

function Owned({ owner }: { readonly owner: CalendarOwner }) {
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
