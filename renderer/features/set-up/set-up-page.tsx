import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { FormEvent, ReactNode } from 'react';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { Working } from '../../ui/working.tsx';
import { InsurerStep } from './insurer-step.tsx';
import { MadePage } from './made-page.tsx';
import { NotMade } from './not-made.tsx';
import { OperatorStep } from './operator-step.tsx';
import { PartnersStep } from './partners-step.tsx';
import { PortalStep } from './portal-step.tsx';
import type { SetUpDraft } from './set-up-draft.ts';
import { steps, type Step } from './set-up-faults.ts';
import { SetUpFrame } from './set-up-frame.tsx';
import classes from './set-up.module.css';
import { SummaryStep } from './summary-step.tsx';
import { useSetUpDraft } from './use-set-up-draft.ts';
import { useSteps } from './use-steps.ts';
import { Limits } from './ways-in.tsx';

interface SetUpPageProps {
  /** The portal is being made: what the server says of itself from now on does not end the page. */
  readonly onMaking: () => void;
  readonly onDone: () => void;
  /** To the demo or to another server. */
  readonly wayOut: ReactNode;
}

/** Sets up the portal server of this computer, step by step; going back and forth keeps everything that was typed. */
export function SetUpPage({ onMaking, ...others }: SetUpPageProps) {
  const { t } = useLingui();
  const { draft, change, forget } = useSetUpDraft();
  const making = () => {
    forget();
    onMaking();
  };
  if (!draft) return <SetUpFrame title={t`Set up here`}>{null}</SetUpFrame>;
  return <Steps draft={draft} onChange={change} onMaking={making} {...others} />;
}

interface StepsProps extends SetUpPageProps {
  readonly draft: SetUpDraft;
  readonly onChange: (draft: SetUpDraft) => void;
}

function Steps({ draft, onChange, onMaking, onDone, wayOut }: StepsProps) {
  const titles = useTitles();
  const { step, at, faults, setUp, busy, answer, go, back, submit, secret } = useSteps(draft, onMaking);
  const onKeyDown = useDecidingKeys();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  if (answer?.ok) {
    const operator = { ...draft.operator, password: secret.password };
    return <MadePage passwords={answer.passwords} operator={operator} onDone={onDone} />;
  }
  const props = { draft, onChange, faults };
  const [number, last] = [at + 1, steps.length];
  return (
    <SetUpFrame
      title={titles[step]}
      lead={
        <Trans>
          Set up here, step {number} of {last}
        </Trans>
      }
    >
      {step === 'operator' && <Limits />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form decides */}
      <form noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
        {step === 'operator' && <OperatorStep {...props} {...secret} />}
        {step === 'portal' && <PortalStep {...props} />}
        {step === 'insurer' && <InsurerStep {...props} />}
        {step === 'partners' && <PartnersStep {...props} />}
        {step === 'summary' && setUp && <SummaryStep setUp={setUp} onChange={go} />}
        {busy && (
          <Working>
            <Trans>The portal is being made.</Trans>
          </Working>
        )}
        {answer && <NotMade answer={answer} />}
        <div className={classes.foot}>
          <span className={classes.space}>{at === 0 && wayOut}</span>
          {at > 0 && (
            <Button variant="default" disabled={busy} onClick={back}>
              <Trans>Back</Trans>
            </Button>
          )}
          <Button type="submit" loading={busy}>
            {step === 'summary' ? <Trans>Set up the portal</Trans> : <Trans>Next</Trans>}
          </Button>
        </div>
      </form>
    </SetUpFrame>
  );
}

function useTitles(): Readonly<Record<Step, string>> {
  const { t } = useLingui();
  return {
    operator: t`Who operates the portal?`,
    portal: t`The insurer’s portal`,
    insurer: t`The insurer’s first person`,
    partners: t`Partner companies and their people`,
    summary: t`Is this right?`,
  };
}
