import { Checkbox, Radio, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import { moneyText } from '../../words/figures.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import classes from './member-dialog.module.css';
import type { MemberForm } from './use-member-form.ts';

interface MarkFieldsProps {
  readonly form: MemberForm;
  readonly standing: Standing;
}

/** The mark for the role and the limit: the insurer's to set, everybody else's to read (seed). */
export function MarkFields({ form, standing }: MarkFieldsProps) {
  const { t } = useLingui();
  const { draft, change } = form;
  const why = useId();
  const refusal = form.refusals.mark;
  const { currency, externalCaseHandler } = standing.settings;
  const standard = moneyText({ amount: externalCaseHandler.defaultLimit ?? 0, currency });
  return (
    <fieldset className={classes.group} aria-describedby={refusal ? why : undefined}>
      <legend>
        <Trans>Role</Trans>
      </legend>
      {refusal && (
        <p id={why} className={classes.reason}>
          {refusalWords(refusal, standing).full}
        </p>
      )}
      <Checkbox
        label={t`External case handler`}
        description={t`May be assigned the role in a case. The insurer decides who is marked.`}
        checked={draft.marked}
        disabled={refusal !== null}
        onChange={(event) => change({ marked: event.currentTarget.checked })}
      />
      {draft.marked && (
        <Radio.Group
          label={t`Budget approval limit`}
          value={draft.limit}
          onChange={(limit) => change({ limit: limit === 'other' ? 'other' : 'default' })}
          className={classes.inner}
        >
          <div className={classes.choices}>
            <Radio value="default" label={t`Default limit (${standard})`} disabled={refusal !== null} />
            <Radio value="other" label={t`Other value`} disabled={refusal !== null} />
            {draft.limit === 'other' && (
              <TextInput
                label={t`Limit in ${currency}`}
                inputMode="decimal"
                maxLength={40}
                value={draft.amount}
                readOnly={refusal !== null}
                error={form.amountTrouble}
                onChange={(event) => change({ amount: event.currentTarget.value })}
                className={classes.amount}
              />
            )}
          </div>
        </Radio.Group>
      )}
    </fieldset>
  );
}
