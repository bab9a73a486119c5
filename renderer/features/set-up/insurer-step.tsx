import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { StepProps } from './operator-step.tsx';
import type { SetUpDraft } from './set-up-draft.ts';
import classes from './set-up.module.css';

/** The insurer's first person, who brings in cases and marks people. */
export function InsurerStep({ draft, onChange, faults }: StepProps) {
  const { t } = useLingui();
  const { senior, portal } = draft;
  const set = (change: Partial<SetUpDraft['senior']>) => onChange({ ...draft, senior: { ...senior, ...change } });
  const { insurer } = portal;
  return (
    <div className={classes.fields}>
      <p className={classes.text}>
        <Trans>
          One person of {insurer} with the highest level: imports cases, gives the External case handler role, and marks
          who may have it.
        </Trans>
      </p>
      <TextInput
        label={t`Name`}
        value={senior.name}
        error={faults['senior.name']}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t`E-mail address`}
        value={senior.email}
        error={faults['senior.email']}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
    </div>
  );
}
