import { NumberInput, Radio, Switch, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { ExternalCaseHandlerSettings } from '../../../shared/domain/portal/portal-settings.ts';
import { basisWords } from './basis-words.ts';
import classes from './portal-settings.module.css';
import { RightsList } from './rights-list.tsx';

interface RoleFieldsProps {
  readonly standing: Standing;
  readonly draft: ExternalCaseHandlerSettings;
  readonly onChange: (part: Partial<ExternalCaseHandlerSettings>) => void;
  /** The limit as it was typed, and why it cannot be read. */
  readonly limit: string;
  readonly limitError: string | null;
  readonly onLimit: (typed: string) => void;
}

const bases = ['cumulative', 'per-budget'] as const;

/** All that is set of the role. */
export function RoleFields({ standing, draft, onChange, limit, limitError, onLimit }: RoleFieldsProps) {
  const { t } = useLingui();
  const { currency } = standing.settings;
  return (
    <>
      <Switch
        label={t`The role is in use`}
        description={t`Off, nobody acts as an External case handler; who has the role in a case keeps it for when it is on again.`}
        checked={draft.enabled}
        onChange={(event) => onChange({ enabled: event.currentTarget.checked })}
        data-autofocus
      />
      <TextInput
        label={t`Default limit (${currency})`}
        description={t`For every marked user without a limit of his or her own. Empty means none, which counts as 0: nothing can be approved.`}
        className={classes.limit}
        inputMode="decimal"
        value={limit}
        error={limitError}
        onChange={(event) => onLimit(event.currentTarget.value)}
      />
      <Radio.Group
        label={t`What counts against the limit`}
        value={draft.limitBasis}
        onChange={(value) => onChange({ limitBasis: bases.find((basis) => basis === value) ?? draft.limitBasis })}
      >
        <div className={classes.choices}>
          {bases.map((basis) => {
            const { label, example } = basisWords(basis, currency);
            return <Radio key={basis} value={basis} label={label} description={example} />;
          })}
        </div>
      </Radio.Group>
      <NumberInput
        label={t`Approvals the insurer looks at as well`}
        description={t`So many of a hundred approvals within the limit, drawn by the portal. Who approves is told before; the approval stands, and the insurer finds it on the dashboard.`}
        className={classes.limit}
        suffix=" %"
        min={0}
        max={100}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        value={draft.sampleWithinLimit ?? 0}
        onChange={(value) => onChange({ sampleWithinLimit: Number(value) })}
      />
      <Switch
        label={t`Work of the own company may be approved`}
        description={t`Budgets and tasks of the own company, by partners' people of either role; it is noted in the case. Nobody ever approves his or her own work.`}
        checked={draft.ownCompany}
        onChange={(event) => onChange({ ownCompany: event.currentTarget.checked })}
      />
      <fieldset className={classes.group}>
        <legend>
          <Trans>Rights of the External case handler</Trans>
        </legend>
        <RightsList standing={standing} given={draft.rights} onChange={(rights) => onChange({ rights })} />
      </fieldset>
    </>
  );
}
