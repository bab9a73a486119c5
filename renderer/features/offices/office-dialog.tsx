import { Button, Checkbox, Group, Modal, Switch } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useOffline } from '../../bindings/use-offline.ts';
import foot from '../../ui/dialog-foot.module.css';
import { DialogDeeds } from '../../ui/dialog-deeds.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { changeOfficeRefusal, termsOf } from '../../../shared/domain/office/change-office.ts';
import { waitingChange, type ListedOffice } from './listed-offices.ts';
import type { CalendarChangeWords } from './office-change-words.ts';
import { OfficeEffects } from './office-effects.tsx';
import { OfficeLog } from './office-log.tsx';
import classes from './offices.module.css';
import { PlaceFields } from './place-fields.tsx';
import { useOfficeForm } from './use-office-form.ts';

interface OfficeDialogProps {
  readonly listed: ListedOffice;
  readonly calendarChange: CalendarChangeWords;
  readonly onClose: () => void;
}

/** Changes what is kept of an office, says beforehand what that does, and tells what was set when. */
export function OfficeDialog({ listed, calendarChange, onClose }: OfficeDialogProps) {
  const { t } = useLingui();
  const { standing } = listed.state;
  const form = useOfficeForm(listed, onClose);
  const { office } = form;
  const waits = useOffline(({ outbox }) => waitingChange(outbox, listed) !== undefined);
  const refusal = changeOfficeRefusal({ standing, office: termsOf(office) }, {});
  const why = refusal ? refusalWords(refusal, standing).full : waits ? t`A change of it waits for the portal.` : null;
  const onKeyDown = useDecidingKeys();
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Trans>Edit {office.name}</Trans>}
      size={640}
      centered
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form saves */}
      <form className={classes.form} onSubmit={(event) => void form.save(event)} onKeyDown={onKeyDown} noValidate>
        <OfferFields listed={listed} form={form} fixed={why !== null} />
        <PlaceFields portal={listed.state.portal} form={form} fixed={why !== null} />
        <OfficeEffects listed={listed} input={form.input} />
        <LogPart listed={listed} calendarChange={calendarChange} />
        <div className={foot.foot}>
          {form.objection && (
            <p className={classes.objection} role="alert">
              {form.objection}
            </p>
          )}
          <DialogDeeds onClose={onClose}>
            <ReasonButton type="submit" loading={form.busy} reason={why} onClick={() => undefined}>
              <Trans>Save office</Trans>
            </ReasonButton>
          </DialogDeeds>
        </div>
      </form>
    </Modal>
  );
}

interface OfferFieldsProps {
  readonly listed: ListedOffice;
  readonly form: ReturnType<typeof useOfficeForm>;
  readonly fixed: boolean;
}

function OfferFields({ listed, form, fixed }: OfferFieldsProps) {
  const { t } = useLingui();
  const { draft, change, office } = form;
  const { standing } = listed.state;
  const network = changeOfficeRefusal({ standing, office: termsOf(office) }, { inNetwork: draft.inNetwork });
  return (
    <>
      <Switch
        label={t`Unavailable for new tasks`}
        description={t`It leaves the lists that offices are chosen from. Tasks and roles that it has stay.`}
        disabled={fixed}
        checked={!draft.available}
        onChange={(event) => change({ available: !event.currentTarget.checked })}
      />
      <Switch
        label={t`In the partner network`}
        description={network ? refusalWords(network, standing).full : t`Only offices in it are offered.`}
        disabled={fixed || network !== null}
        checked={draft.inNetwork}
        onChange={(event) => change({ inNetwork: event.currentTarget.checked })}
      />
      <fieldset className={classes.group} disabled={fixed}>
        <legend>
          <Trans>Offered services</Trans>
        </legend>
        <div className={classes.ticks}>
          {standing.settings.taskTypes.map(({ code, name }) => (
            <Checkbox
              key={code}
              label={name}
              checked={draft.services.includes(code)}
              onChange={(event) => change({ services: toggled(draft.services, code, event.currentTarget.checked) })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** What was there keeps its order: ticking something and taking it away again changes nothing. */
function toggled(services: readonly string[], code: string, on: boolean): readonly string[] {
  return on ? [...services, code] : services.filter((each) => each !== code);
}

function LogPart({ listed, calendarChange }: Pick<OfficeDialogProps, 'listed' | 'calendarChange'>) {
  const [shown, setShown] = useState(false);
  return (
    <div className={classes.group}>
      <Group>
        <Button variant="default" size="xs" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? <Trans>Close the log</Trans> : <Trans>Who changed what</Trans>}
        </Button>
      </Group>
      {shown && <OfficeLog listed={listed} calendarChange={calendarChange} />}
    </div>
  );
}
