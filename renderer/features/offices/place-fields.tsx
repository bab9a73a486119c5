import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWorkplace } from '../../bindings/contexts.ts';
import { createPortalClient } from '../../portal/portal-client.ts';
import { kilometresText } from '../../words/figures.ts';
import type { ProposedPlace } from '../../../shared/contract/office-place.ts';
import { degreesOf, type PlaceFault } from './office-draft.ts';
import classes from './offices.module.css';
import type { useOfficeForm } from './use-office-form.ts';

interface PlaceFieldsProps {
  readonly portal: string;
  readonly form: ReturnType<typeof useOfficeForm>;
  readonly fixed: boolean;
}

/** What came of asking for a place: none is known, or the portal could not be asked. */
type Asked = ProposedPlace | 'none' | 'no-answer';

/** Where the office is: proposed for a postal code by what the portal knows, or typed. */
export function PlaceFields({ portal, form, fixed }: PlaceFieldsProps) {
  const { t } = useLingui();
  const { session } = useWorkplace();
  const { draft, change, office, fault } = form;
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const touch = (part: Parameters<typeof change>[0]) => change({ ...part, companysPlace: false });
  const propose = async (): Promise<void> => {
    setAsking(true);
    const answer = await createPortalClient({ account: session.account }).proposePlace(portal, draft.postalCode);
    setAsking(false);
    if (answer.kind !== 'ok') return setAsked('no-answer');
    setAsked(answer.value ?? 'none');
    if (answer.value) touch(degreesOf(answer.value.position));
  };
  const hasCode = draft.postalCode.trim() !== '';
  return (
    <fieldset className={classes.group} disabled={fixed}>
      <legend>
        <Trans>Position</Trans>
      </legend>
      <p className={classes.note}>
        <Trans>
          Distances to damage sites are measured from here, in this portal only. While you are online the portal can
          propose a position for a postal code: the middle of the sites that it knows there.
        </Trans>
      </p>
      <div className={classes.fields}>
        <TextInput
          label={t`Postal code`}
          w={130}
          maxLength={20}
          value={draft.postalCode}
          onChange={(event) => touch({ postalCode: event.currentTarget.value })}
        />
        <Button variant="default" loading={asking} aria-disabled={!hasCode} onClick={() => hasCode && void propose()}>
          <Trans>Propose the position</Trans>
        </Button>
      </div>
      <div className={classes.fields}>
        <TextInput
          label={t`Latitude, −90 to 90`}
          w={150}
          error={fault === 'latitude'}
          value={draft.latitude}
          onChange={(event) => touch({ latitude: event.currentTarget.value })}
        />
        <TextInput
          label={t`Longitude, −180 to 180`}
          w={160}
          error={fault === 'longitude'}
          value={draft.longitude}
          onChange={(event) => touch({ longitude: event.currentTarget.value })}
        />
        {office.place && (
          <Button variant="default" onClick={() => change({ companysPlace: true })} aria-pressed={draft.companysPlace}>
            <Trans>Use the company’s own position</Trans>
          </Button>
        )}
      </div>
      <div role="status">{asked && <AskedWords asked={asked} />}</div>
      {fault && (
        <p className={classes.objection} role="alert">
          <FaultWords fault={fault} />
        </p>
      )}
    </fieldset>
  );
}

function AskedWords({ asked }: { readonly asked: Asked }) {
  if (asked === 'no-answer')
    return <Trans>The portal cannot be asked now. Type the position, or try again later.</Trans>;
  if (asked === 'none') return <Trans>No site that you see has a postal code like this. Type the position.</Trans>;
  const { sites, beginning, country } = asked;
  const distance = kilometresText(asked.kilometres);
  return (
    <Trans>
      The middle of {sites} sites in {country} whose postal code begins with {beginning}; the furthest is {distance}{' '}
      away from it. Look whether that fits.
    </Trans>
  );
}

function FaultWords({ fault }: { readonly fault: PlaceFault }) {
  if (fault === 'latitude') return <Trans>The latitude is a number from −90 to 90, like 62.89.</Trans>;
  if (fault === 'longitude') return <Trans>The longitude is a number from −180 to 180, like 27.68.</Trans>;
  return <Trans>A postal code alone has no distance. Propose the position for it, or type one.</Trans>;
}
