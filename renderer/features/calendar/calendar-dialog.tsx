import { Button, Modal, Switch } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import foot from '../../ui/dialog-foot.module.css';
import { DialogDeeds } from '../../ui/dialog-deeds.tsx';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { inOrder } from '../../../shared/domain/portal/calendar.ts';
import type { CalendarOwner } from './calendar-owners.ts';
import classes from './calendar.module.css';
import { ClosedDays } from './closed-days.tsx';
import { ProposeHolidays } from './propose-holidays.tsx';
import { useCalendarForm } from './use-calendar-form.ts';
import { WeekFields } from './week-fields.tsx';

interface CalendarDialogProps {
  readonly owner: CalendarOwner;
  readonly onClose: () => void;
}

/** Changes a calendar: hours of each weekday, closed days one by one or as proposed for a place and a year. */
export function CalendarDialog({ owner, onClose }: CalendarDialogProps) {
  const { t } = useLingui();
  const { standing } = owner.state;
  const form = useCalendarForm(owner, onClose);
  const { draft, change, own } = form;
  const name = owner.office?.name ?? standing.portalName;
  const onKeyDown = useDecidingKeys();
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Trans>Hours and closed days of {name}</Trans>}
      size={680}
      centered
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form saves */}
      <form className={classes.form} onSubmit={(event) => void form.save(event)} onKeyDown={onKeyDown} noValidate>
        {owner.office && (
          <Switch
            label={t`Own hours and closed days`}
            description={t`Off, the office keeps the calendar of ${standing.portalName}.`}
            checked={own}
            onChange={(event) => form.setOwn(event.currentTarget.checked)}
          />
        )}
        {own && (
          <>
            <WeekFields week={draft.week} onChange={(week) => change({ week })} />
            <ClosedDays
              days={draft.closedDays}
              typed={form.typed}
              onType={form.setTyped}
              onChange={(closedDays) => change({ closedDays: inOrder(closedDays) })}
            />
            <ProposeHolidays
              account={form.account}
              place={form.place}
              onPlace={form.setPlace}
              known={draft.closedDays}
              onAdd={(days) => change({ closedDays: inOrder([...days, ...draft.closedDays]) })}
            />
          </>
        )}
        <div className={foot.foot}>
          {form.objection && (
            <p className={classes.objection} role="alert">
              {form.objection}
            </p>
          )}
          <DialogDeeds onClose={onClose}>
            <Button type="submit" loading={form.busy}>
              <Trans>Save hours and closed days</Trans>
            </Button>
          </DialogDeeds>
        </div>
      </form>
    </Modal>
  );
}
