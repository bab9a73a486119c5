import { Anchor } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SetUp } from '../../../shared/contract/set-up.ts';
import { usualTaskTypes } from '../../../shared/domain/portal/usual-task-types.ts';
import { moneyText } from '../../words/figures.ts';
import type { Step } from './set-up-faults.ts';
import classes from './set-up.module.css';

interface SummaryStepProps {
  readonly setUp: SetUp;
  readonly onChange: (step: Step) => void;
}

/** What will be made, before it is. */
export function SummaryStep({ setUp: { operator, portal, senior, partners }, onChange }: SummaryStepProps) {
  const { t } = useLingui();
  const limit = moneyText({ amount: portal.defaultLimit, currency: portal.currency });
  const works = usualTaskTypes.filter(({ code }) => portal.taskTypes.includes(code)).map(({ name }) => name);
  return (
    <dl className={classes.summary}>
      <Part title={t`Operator`} change={t`Change the operator`} onChange={() => onChange('operator')}>
        <span>{operator.company}</span>
        <Who person={operator} />
      </Part>
      <Part title={t`Portal`} change={t`Change the portal`} onChange={() => onChange('portal')}>
        <span>
          {portal.insurer} · {portal.currency} · {portal.timeZone}
        </span>
        <span>
          <Trans>External case handlers approve up to {limit}</Trans>
        </span>
        <span className={classes.small}>{works.join(' · ')}</span>
      </Part>
      <Part
        title={t`Insurer’s first person`}
        change={t`Change the insurer’s person`}
        onChange={() => onChange('insurer')}
      >
        <Who person={senior} />
      </Part>
      {partners.map((partner, at) => (
        <Part
          key={at}
          title={partner.name}
          change={t`Change partner company ${at + 1}`}
          onChange={() => onChange('partners')}
        >
          <span>
            {partner.street}, {partner.postalCode} {partner.city}
          </span>
          {partner.people.map((person) => (
            <Who key={person.email} person={person}>
              <Trans>level {person.level}</Trans>
              {person.marked && (
                <>
                  {' · '}
                  <Trans>may be External case handler</Trans>
                </>
              )}
            </Who>
          ))}
          <span className={classes.small}>
            <Plural value={partner.people.length} one="# person" other="# people" />
          </span>
        </Part>
      ))}
    </dl>
  );
}

interface PartProps {
  readonly title: string;
  /** What the link is called for who does not see where it stands. */
  readonly change: string;
  readonly onChange: () => void;
  readonly children: ReactNode;
}

function Part({ title, change, onChange, children }: PartProps) {
  return (
    <>
      <dt>
        <span>{title}</span>
        <Anchor component="button" type="button" size="xs" mih={24} aria-label={change} onClick={onChange}>
          <Trans>Change</Trans>
        </Anchor>
      </dt>
      <dd>{children}</dd>
    </>
  );
}

interface WhoProps {
  readonly person: { readonly name: string; readonly email: string };
  readonly children?: ReactNode;
}

function Who({ person: { name, email }, children }: WhoProps) {
  return (
    <span>
      {name} <span className={classes.small}>{email}</span>{' '}
      {children && <span className={classes.small}>· {children}</span>}
    </span>
  );
}
