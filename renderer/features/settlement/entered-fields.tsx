import { Checkbox, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { settlementRulesIn } from '../../../shared/domain/settlement/settlement-rules.ts';
import type { SettlementKind } from '../../../shared/domain/settlement/settlement.ts';
import { AmountField, useCaseView, type Draft } from '../case/frame.ts';
import type { EnteredFaults, SettleDraft } from './settle-draft.ts';
import classes from './settlement.module.css';

interface EnteredFieldsProps {
  readonly kind: SettlementKind;
  readonly draft: Draft<SettleDraft>;
  readonly faults: EnteredFaults;
}

/** What is entered for all that goes: the deductible, an age deduction, and what the portal's rules ask to be said. */
export function EnteredFields({ kind, draft, faults }: EnteredFieldsProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { settings } = open.standing;
  const { cash, ownWork } = settlementRulesIn(settings);
  const { value, change, keep } = draft;
  const condition =
    kind === 'cashOffer'
      ? cash.consentNeeded &&
        ({ name: 'consent', label: t`Others who have to consent do, a mortgagee for one` } as const)
      : ownWork.agreedBefore && ({ name: 'agreed', label: t`Hours and rate are agreed with the customer` } as const);
  return (
    <>
      <div className={classes.entered}>
        <AmountField
          label={t`Deductible`}
          description={t`Left empty where it is counted elsewhere`}
          currency={settings.currency}
          value={value.deductible}
          onChange={(deductible) => change({ deductible })}
          onBlur={keep}
        />
        <TextInput
          label={t`Age deduction for all items (%)`}
          description={t`An item can have one of its own below`}
          inputMode="decimal"
          value={value.allAges}
          error={faults.allAges}
          onChange={(event) => change({ allAges: event.currentTarget.value })}
          onBlur={keep}
        />
      </div>
      {condition && (
        <Checkbox
          label={condition.label}
          description={t`Asked for by ${open.standing.portalName}`}
          checked={value[condition.name]}
          onChange={(event) => change({ [condition.name]: event.currentTarget.checked })}
          onBlur={keep}
        />
      )}
    </>
  );
}
