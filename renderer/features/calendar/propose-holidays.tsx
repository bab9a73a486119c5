import { Button, Checkbox, Group, NumberInput, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createPortalClient } from '../../portal/portal-client.ts';
import { useToday } from '../../ui/use-today.ts';
import type { Holiday } from '../../../shared/contract/calendar-answers.ts';
import type { ClosedDay } from '../../../shared/domain/portal/calendar.ts';
import { answered } from './answered.ts';
import classes from './calendar.module.css';
import { closedDayText } from './day-times.ts';
import { holidayKindWords } from './holiday-kind-words.ts';

interface ProposeHolidaysProps {
  readonly account: string;
  readonly place: string | null;
  readonly onPlace: (place: string | null) => void;
  readonly known: readonly ClosedDay[];
  readonly onAdd: (days: readonly ClosedDay[]) => void;
}

/** Public holidays of a country or region and a year, as the portal server knows them: what is ticked is added. */
export function ProposeHolidays({ account, place, onPlace, known, onAdd }: ProposeHolidaysProps) {
  const { t } = useLingui();
  const today = useToday();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [asked, setAsked] = useState<{ readonly place: string; readonly year: number } | null>(null);
  const portal = createPortalClient({ account });
  const places = useQuery({
    queryKey: ['holiday places', account],
    queryFn: async () => answered(await portal.places()),
    staleTime: Infinity,
    retry: false,
  });
  const holidays = useQuery({
    queryKey: ['holidays', account, asked],
    queryFn: async () => (asked ? answered(await portal.holidays(asked.place, asked.year)) : []),
    enabled: asked !== null,
    staleTime: Infinity,
    retry: false,
  });
  return (
    <fieldset className={classes.group}>
      <legend>
        <Trans>Public holidays</Trans>
      </legend>
      <Group gap={8} align="flex-end">
        <Select
          label={t`Country or region`}
          searchable
          clearable
          limit={60}
          value={place}
          onChange={onPlace}
          data={(places.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          nothingFoundMessage={places.isError ? t`The portal cannot be asked now.` : t`No such place is known.`}
        />
        <NumberInput
          label={t`Year`}
          w={100}
          min={2000}
          max={2100}
          thousandSeparator=""
          allowDecimal={false}
          value={year}
          onChange={(value) => setYear(Number(value))}
        />
        <Button
          variant="default"
          aria-disabled={place === null}
          loading={holidays.isLoading}
          onClick={() => place !== null && setAsked({ place, year })}
        >
          <Trans>Propose</Trans>
        </Button>
      </Group>
      {holidays.isError && (
        <p className={classes.objection} role="alert">
          <Trans>The portal cannot be asked now.</Trans>
        </p>
      )}
      {asked && holidays.data && (
        <Proposals key={`${asked.place} ${asked.year}`} holidays={holidays.data} known={known} onAdd={onAdd} />
      )}
    </fieldset>
  );
}

interface ProposalsProps {
  readonly holidays: readonly Holiday[];
  readonly known: readonly ClosedDay[];
  readonly onAdd: (days: readonly ClosedDay[]) => void;
}

/** Ticked at first: what is closed for most. The rest is offered. */
function Proposals({ holidays, known, onAdd }: ProposalsProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(holidays.filter(({ kind }) => kind === 'public' || kind === 'bank').map(({ date }) => date)),
  );
  const there = new Set(known.map(({ date }) => date));
  const chosen = holidays.filter(({ date }) => ticked.has(date) && !there.has(date));
  const toggle = (date: string, on: boolean) =>
    setTicked((now) => new Set(on ? [...now, date] : [...now].filter((each) => each !== date)));
  const count = chosen.length;
  return (
    <>
      <p className={classes.note}>
        <Trans>Look through them: a bank holiday may be a working day here, and a day may be missing.</Trans>
      </p>
      <ul className={classes.days}>
        {holidays.map(({ date, name, kind }) => (
          <li key={date}>
            <Checkbox
              label={closedDayText({ date, name })}
              description={there.has(date) ? <Trans>is a closed day already</Trans> : holidayKindWords(kind)}
              checked={there.has(date) || ticked.has(date)}
              disabled={there.has(date)}
              onChange={(event) => toggle(date, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
      <Group>
        <Button
          variant="default"
          aria-disabled={count === 0}
          onClick={() => count > 0 && onAdd(chosen.map(({ date, name }) => ({ date, name })))}
        >
          <Trans>Add the ticked days ({count})</Trans>
        </Button>
      </Group>
    </>
  );
}
