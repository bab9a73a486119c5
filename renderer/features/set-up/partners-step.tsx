import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import type { StepProps } from './operator-step.tsx';
import { PeopleLines } from './people-lines.tsx';
import { emptyPartner, type PartnerDraft } from './set-up-draft.ts';
import type { Faults } from './set-up-faults.ts';
import classes from './set-up.module.css';

/** The partner companies, each with its office and its people. */
export function PartnersStep({ draft, onChange, faults }: StepProps) {
  const { partners } = draft;
  const set = (next: PartnerDraft[]) => onChange({ ...draft, partners: next });
  return (
    <div className={classes.fields}>
      <p className={classes.text}>
        <Trans>
          At least one company with its office and one person of level 2 or more, and somebody who is marked for the
          External case handler role. Lines that stay empty are left out. More can be added later.
        </Trans>
      </p>
      {partners.map((partner, at) => (
        <Partner
          // By its place: two companies can be typed alike.
          key={at}
          number={at + 1}
          partner={partner}
          faults={faults}
          onChange={(changed) => set(partners.with(at, changed))}
          onRemove={partners.length > 1 ? () => set(partners.toSpliced(at, 1)) : null}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => set([...partners, emptyPartner])}
        >
          <Trans>Add another company</Trans>
        </Button>
      </div>
    </div>
  );
}

interface PartnerProps {
  readonly number: number;
  readonly partner: PartnerDraft;
  readonly faults: Faults;
  readonly onChange: (partner: PartnerDraft) => void;
  readonly onRemove: (() => void) | null;
}

function Partner({ number, partner, faults, onChange, onRemove }: PartnerProps) {
  const { t } = useLingui();
  const path = `partners.${number - 1}`;
  const field = (name: 'name' | 'street' | 'postalCode' | 'city') => ({
    value: partner[name],
    error: faults[`${path}.${name}`],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...partner, [name]: event.currentTarget.value }),
  });
  return (
    <section className={classes.partner} aria-label={t`Partner company ${number}`}>
      <div className={classes.partnerHead}>
        <h2 className={classes.section}>
          <Trans>Partner company {number}</Trans>
        </h2>
        {onRemove && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onRemove}>
            <Trans>Remove company {number}</Trans>
          </Button>
        )}
      </div>
      <TextInput label={t`Company`} {...field('name')} />
      <div className={classes.address}>
        <TextInput label={t`Street of the office`} {...field('street')} />
        <TextInput label={t`Postal code`} {...field('postalCode')} />
        <TextInput label={t`City`} {...field('city')} />
      </div>
      <PeopleLines
        path={path}
        people={partner.people}
        faults={faults}
        onChange={(people) => onChange({ ...partner, people })}
      />
    </section>
  );
}
