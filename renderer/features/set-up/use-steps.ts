import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { SetUpAnswer } from '../../../shared/contract/set-up.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { passwordWords } from '../../words/password-words.ts';
import type { SetUpDraft } from './set-up-draft.ts';
import { faultsOf, steps, toSetUp, type Faults, type Step } from './set-up-faults.ts';

/** Where the set-up stands: the step, what is wrong in it, the password, and what came of it. */
export function useSteps(draft: SetUpDraft, onMaking: () => void) {
  const desk = useDesk();
  const { t } = useLingui();
  const [step, setStep] = useState<Step>('operator');
  const [faults, setFaults] = useState<Faults>({});
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SetUpAnswer | null>(null);
  const at = steps.indexOf(step);
  const setUp = toSetUp(draft, password);

  const go = (next: Step) => {
    setFaults({});
    setAnswer(null);
    setStep(next);
  };
  const passwordFaults = async (): Promise<Faults> => {
    const { name, email } = draft.operator;
    const fault = await desk.setUp.passwordFault(password, { name, email });
    const refused: Faults = fault ? { password: passwordWords(fault) } : {};
    return password === again ? refused : { ...refused, again: t`The two passwords differ.` };
  };
  const onward = async () => {
    const found = { ...faultsOf(step, draft), ...(step === 'operator' ? await passwordFaults() : {}) };
    setFaults(found);
    if (Object.keys(found).length === 0) go(steps[at + 1] ?? 'summary');
  };
  const make = async () => {
    if (!setUp) return;
    onMaking();
    setBusy(true);
    setAnswer(await desk.setUp.make(setUp));
    setBusy(false);
  };
  return {
    step,
    at,
    faults,
    setUp,
    busy,
    answer,
    go,
    back: () => go(steps[at - 1] ?? 'operator'),
    submit: () => void (busy || (step === 'summary' ? make() : onward())),
    secret: { password, onPassword: setPassword, again, onAgain: setAgain },
  };
}
