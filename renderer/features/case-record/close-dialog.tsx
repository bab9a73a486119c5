import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Case } from '../../../shared/domain/case/case.ts';
import { statusCodeWord } from '../../words/status-words.ts';
import { ReasonDialog, unconfirmed, useCaseView } from '../case/frame.ts';
import classes from './case-record.module.css';
import { openWork } from './open-work.ts';

/** Closes the case; what that ends is said before. */
export function CloseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  return (
    <ReasonDialog
      title={<Trans>Close this case</Trans>}
      primary={<Trans>Close case</Trans>}
      consequence={<WhatItEnds />}
      label={t`Reason, for the log`}
      optional
      destructive
      draft="close-case"
      command={(reason) => ({ name: 'close-case', input: { reason } })}
      onClose={onClose}
    />
  );
}

/** What stands open in the case, and what becomes of it. */
function WhatItEnds() {
  const { open } = useCaseView();
  const subject = open.content.case;
  const waiting = unconfirmed(open).length;
  const budgets = subject.budgets.filter(({ state }) => state === 'submitted').length;
  return (
    <>
      <p>
        <Trans>
          From then on the case can be read, and nothing can be changed in it. What others did without a connection and
          have not sent by then is refused when it arrives; what they typed is kept for them. You can open the case
          again.
        </Trans>
      </p>
      <ul className={classes.ends}>
        <Role subject={subject} />
        <OpenTasks />
        {budgets > 0 && (
          <li>
            <Plural value={budgets} one="# budget waits for a decision." other="# budgets wait for a decision." />
          </li>
        )}
        {waiting > 0 && (
          <li>
            <Plural
              value={waiting}
              one="# thing of yours in this case waits for the portal: it is sent before."
              other="# things of yours in this case wait for the portal: they are sent before."
            />
          </li>
        )}
      </ul>
    </>
  );
}

function Role({ subject: { role } }: { subject: Case }) {
  if (!role) return null;
  const office = role.officeName;
  const user = role.user?.name;
  return (
    <li>
      {user ? (
        <Trans>
          {user} of {office} is the External case handler and can only read from then on.
        </Trans>
      ) : (
        <Trans>The External case handler role waits at {office} for a user, who cannot be assigned any more.</Trans>
      )}
    </li>
  );
}

function OpenTasks() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const lines = openWork(open.content.case);
  if (lines.length === 0)
    return (
      <li>
        <Trans>No task is open.</Trans>
      </li>
    );
  const officeOf = (id: string | null) =>
    open.directory.offices.find((each) => each.id === id)?.name ?? t`no office yet`;
  return lines.map(({ status, office, count }) => {
    const word = statusCodeWord(status);
    const name = officeOf(office);
    return (
      <li key={`${status} ${office}`}>
        <Plural
          value={count}
          one={`# task stays at “${word}”: ${name}.`}
          other={`# tasks stay at “${word}”: ${name}.`}
        />
      </li>
    );
  });
}
