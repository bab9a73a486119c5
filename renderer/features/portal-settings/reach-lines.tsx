import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useSettingsReach } from '../../bindings/use-settings-reach.ts';
import { Working } from '../../ui/working.tsx';
import { rightWords } from '../../words/right-words.ts';
import type { NewLimit, SettingsReach } from '../../../shared/domain/portal/settings-reach.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import classes from './portal-settings.module.css';
import type { TaskRole } from './task-roles.ts';

interface ReachProps {
  readonly portal: string;
  readonly limit: NewLimit;
  readonly taken: readonly Right[];
}

/** Whom a change of the role touches, and what its users can do no longer. `ends`: the role is taken out of use. */
export function HandlerReach({ portal, limit, taken, ends }: ReachProps & { readonly ends: boolean }) {
  return (
    <Counted portal={portal} limit={limit}>
      {({ marked, handlers, handled, waiting, aboveLimit }) => (
        <>
          <p>
            <Plural
              value={marked}
              one="# active user is marked for the role."
              other="# active users are marked for the role."
            />{' '}
            {handled > 0 ? (
              <Trans>
                <Plural value={handlers} one="# user has it" other="# users have it" /> in{' '}
                <Plural value={handled} one="# open case" other="# open cases" />.
              </Trans>
            ) : (
              <Trans>Nobody has it in an open case.</Trans>
            )}{' '}
            <Plural
              value={waiting}
              _0="No case waits at an office for a user."
              one="# open case waits at an office for a user."
              other="# open cases wait at an office for a user."
            />
          </p>
          {aboveLimit > 0 && (
            <p>
              <Plural
                value={aboveLimit}
                one="# waiting budget is within the limit today and would be above it: the insurer decides on it."
                other="# waiting budgets are within the limit today and would be above it: the insurer decides on them."
              />
            </p>
          )}
          {ends && (
            <p>
              <Trans>
                <Plural value={handlers} one="# external case handler" other="# external case handlers" /> in{' '}
                <Plural value={handled} one="# open case" other="# open cases" /> can no longer act as such.
              </Trans>
            </p>
          )}
          <Taken taken={taken}>
            <Trans>
              <Plural value={handlers} one="# external case handler" other="# external case handlers" /> in{' '}
              <Plural value={handled} one="# open case" other="# open cases" /> can no longer do this:
            </Trans>
          </Taken>
        </>
      )}
    </Counted>
  );
}

/** Whom a change of the set of a role by a task touches. */
export function TaskRoleReach({ role, ...asked }: ReachProps & { readonly role: TaskRole }) {
  return role.set === 'projectManagerRights' ? <ManagerReach {...asked} /> : <InspectorReach {...asked} />;
}

function ManagerReach({ portal, limit, taken }: ReachProps) {
  return (
    <Counted portal={portal} limit={limit}>
      {({ managers, managed }) => (
        <>
          <p>
            <Trans>
              <Plural value={managers} one="# project manager" other="# project managers" /> in{' '}
              <Plural value={managed} one="# open case" other="# open cases" />.
            </Trans>
          </p>
          <Taken taken={taken}>
            <Trans>
              <Plural value={managers} one="# project manager" other="# project managers" /> in{' '}
              <Plural value={managed} one="# open case" other="# open cases" /> can no longer do this:
            </Trans>
          </Taken>
        </>
      )}
    </Counted>
  );
}

function InspectorReach({ portal, limit, taken }: ReachProps) {
  return (
    <Counted portal={portal} limit={limit}>
      {({ inspectors, inspected }) => (
        <>
          <p>
            <Trans>
              <Plural value={inspectors} one="# inspector" other="# inspectors" /> in{' '}
              <Plural value={inspected} one="# open case" other="# open cases" />.
            </Trans>
          </p>
          <Taken taken={taken}>
            <Trans>
              <Plural value={inspectors} one="# inspector" other="# inspectors" /> in{' '}
              <Plural value={inspected} one="# open case" other="# open cases" /> can no longer do this:
            </Trans>
          </Taken>
        </>
      )}
    </Counted>
  );
}

function Taken({ taken, children }: { readonly taken: readonly Right[]; readonly children: ReactNode }) {
  if (taken.length === 0) return null;
  return (
    <>
      <p>{children}</p>
      <ul className={classes.lines}>
        {taken.map((right) => (
          <li key={right}>{rightWords(right).doing}</li>
        ))}
      </ul>
    </>
  );
}

interface CountedProps extends Omit<ReachProps, 'taken'> {
  readonly children: (reach: SettingsReach) => ReactNode;
}

function Counted({ portal, limit, children }: CountedProps) {
  const reach = useSettingsReach(portal, limit);
  if (reach === undefined)
    return (
      <Working>
        <Trans>Counting users and cases…</Trans>
      </Working>
    );
  if (reach === null)
    return (
      <p className={classes.note} role="alert">
        <Trans>
          The portal counts users and cases, and cannot be asked now. What you save is sent once it can be reached.
        </Trans>
      </p>
    );
  return <div className={classes.reach}>{children(reach)}</div>;
}
