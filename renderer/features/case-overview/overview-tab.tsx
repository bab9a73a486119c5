import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { mapHost } from '../../../shared/contract/desk-places.ts';
import type { Case, Site } from '../../../shared/domain/case/case.ts';
import { seesContent } from '../../../shared/domain/case/case-parts.ts';
import { OutsideLink } from '../../ui/outside-link.tsx';
import { compensationOn } from '../../words/compensation/compensation-words.ts';
import { dayText, momentText, moneyText, reportedText } from '../../words/figures.ts';
import { mailAddress, mapAddress, phoneAddress } from '../../words/outside-places.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './overview-tab.module.css';
import { UnconfirmedList } from './unconfirmed-list.tsx';

/** What is known of the claim: site, damage, customer, cover, who handles it. */
export function OverviewTab() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const subject = open.content.case;
  return (
    <div className={classes.overview}>
      <UnconfirmedList />
      <Part title={<Trans>Damage</Trans>}>
        <Fact name={<Trans>Cause</Trans>}>{subject.damage.cause || <Trans>not known</Trans>}</Fact>
        <Fact name={<Trans>Loss date</Trans>}>{dayText(subject.damage.lossDate)}</Fact>
        <Fact name={<Trans>Description</Trans>}>
          {subject.damage.description ? (
            <span className={classes.text}>{subject.damage.description}</span>
          ) : (
            <Trans>none</Trans>
          )}
        </Fact>
        <Decision subject={subject} timeZone={open.standing.settings.timeZone} />
      </Part>
      <Part title={<Trans>Site</Trans>}>
        <Fact name={<Trans>Address</Trans>}>
          <Outside href={mapAddress(subject.site)} title={t`Shows it on a map in the browser (${mapHost})`}>
            <span className={classes.text}>{addressLines(subject.site).join('\n')}</span>
          </Outside>
        </Fact>
      </Part>
      <Customer subject={subject} />
      <Cover subject={subject} />
      <Part title={<Trans>Handling</Trans>}>
        <Fact name={<Trans>Insurer</Trans>}>{open.standing.portalName}</Fact>
        <Fact name={<Trans>Case handler</Trans>}>{subject.handler?.name ?? <Trans>nobody yet</Trans>}</Fact>
        <Fact name={<Trans>Case number</Trans>}>{subject.number}</Fact>
        <Fact name={<Trans>Claim number</Trans>}>{subject.claimNumber}</Fact>
        <Fact name={<Trans>Opened</Trans>}>{reportedText(subject.createdAt, open.standing.settings.timeZone)}</Fact>
      </Part>
    </div>
  );
}

/** Only the lines that are known: many a claim has no street. */
function addressLines({ street, postalCode, city, region, country }: Site): readonly string[] {
  const land = [...new Set([region, country])].filter(Boolean).join(', ');
  return [street, `${postalCode} ${city}`.trim(), land].filter(Boolean);
}

function Decision({ subject, timeZone }: { subject: Case; timeZone: string }) {
  const { decision } = subject;
  if (!decision) {
    const inspected = subject.tasks.some((task) => task.main);
    return inspected ? (
      <Fact name={<Trans>Compensation</Trans>}>
        <Trans>Not decided; repairs wait for it</Trans>
      </Fact>
    ) : null;
  }
  const at = reportedText(decision.at, timeZone);
  return <Fact name={<Trans>Compensation</Trans>}>{compensationOn(decision.result, at)}</Fact>;
}

/** A link where there is somewhere to go, else the text alone. */
function Outside({ href, title, children }: { href: string | null; title?: string; children: ReactNode }) {
  return href === null ? (
    children
  ) : (
    <OutsideLink href={href} title={title}>
      {children}
    </OutsideLink>
  );
}

function Customer({ subject }: { subject: Case }) {
  const { customer, hidden } = subject;
  const { t } = useLingui();
  if (hidden.includes('customer')) return null;
  return (
    <Part title={<Trans>Customer</Trans>}>
      {customer ? (
        <>
          <Fact name={<Trans>Name</Trans>}>{customer.name}</Fact>
          <Fact name={<Trans>Phone</Trans>}>
            <Outside href={phoneAddress(customer.phone)}>{customer.phone || <Trans>not known</Trans>}</Outside>
          </Fact>
          <Fact name={<Trans>E-mail</Trans>}>
            <Outside href={mailAddress(customer.email)}>{customer.email || <Trans>not known</Trans>}</Outside>
          </Fact>
          {customer.corrections?.toReversed().map(({ command, by, before, decidedAt }) => {
            const [at, who] = [momentText(decidedAt), by.name];
            const was = before && [before.name, before.phone, before.email].filter(Boolean).join(', ');
            return (
              <Fact key={command} name={<Trans>Corrected</Trans>}>
                {was ? t`${at} by ${who}; before: ${was}` : t`${at} by ${who}; nothing was known before`}
              </Fact>
            );
          })}
        </>
      ) : (
        <Fact name={<Trans>Name</Trans>}>
          <Trans>not known</Trans>
        </Fact>
      )}
    </Part>
  );
}

function Cover({ subject }: { subject: Case }) {
  const { open } = useCaseView();
  const { cover } = subject;
  if (!cover || !seesContent(subject)) return null;
  const { currency } = open.standing.settings;
  const money = (amount: number | null) =>
    amount === null ? <Trans>not reported</Trans> : moneyText({ amount, currency });
  return (
    <Part title={<Trans>Cover</Trans>}>
      <Fact name={<Trans>Insured sum</Trans>}>{money(cover.insuredSum)}</Fact>
      <Fact name={<Trans>Damage to the building</Trans>}>{money(cover.buildingDamage)}</Fact>
      <Fact name={<Trans>Damage to contents</Trans>}>{money(cover.contentsDamage)}</Fact>
    </Part>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.facts}>{children}</dl>
    </section>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
