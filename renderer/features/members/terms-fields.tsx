import { Checkbox, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { levels } from '../../../shared/domain/member/standing.ts';
import { unfitDeputy } from '../../../shared/domain/member/membership.ts';
import type { CompanyEntry } from '../../../shared/domain/office/directory.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { levelText, levelWords } from '../../words/level-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import classes from './member-dialog.module.css';
import type { MemberForm } from './use-member-form.ts';

interface TermsFieldsProps {
  readonly form: MemberForm;
  readonly state: PortalState;
  readonly side: CompanyEntry['side'];
}

/** What else is kept of a member: level, certified task types, budgets, whether he or she is here. */
export function TermsFields({ form, state, side }: TermsFieldsProps) {
  const { t } = useLingui();
  const { draft, change, refusals } = form;
  const { standing } = state;
  const id = useId();
  const why = refusals.terms && refusalWords(refusals.terms, standing).full;
  const ownLevel = refusals.level && refusalWords(refusals.level, standing).full;
  const stays = refusals.active && refusalWords(refusals.active, standing).full;
  return (
    <fieldset className={classes.group} aria-describedby={why === null ? undefined : id}>
      <legend>
        <Trans>Membership</Trans>
      </legend>
      {why && (
        <p id={id} className={classes.reason}>
          {why}
        </p>
      )}
      <Select
        label={t`Authority level`}
        description={levelWords(draft.level, side).meaning}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={form.levels.map((level) => ({ value: String(level), label: levelText(level, side) }))}
        value={String(draft.level)}
        allowDeselect={false}
        readOnly={refusals.level !== null}
        onChange={(value) => {
          const level = levels.find((each) => String(each) === value);
          if (level !== undefined) change({ level });
        }}
      />
      {ownLevel && ownLevel !== why && <p className={classes.reason}>{ownLevel}</p>}
      <Certified form={form} state={state} />
      <Checkbox
        label={t`May see and enter budgets`}
        description={t`Without it the Budgets tab is locked. The insurer's people see all budgets.`}
        checked={draft.budgetPermission}
        disabled={why !== null}
        onChange={(event) => change({ budgetPermission: event.currentTarget.checked })}
      />
      <Checkbox
        label={t`Active`}
        description={t`Somebody who is not active sees nothing in this portal and is not offered for tasks or roles.`}
        checked={draft.active}
        disabled={stays !== null}
        onChange={(event) => change({ active: event.currentTarget.checked })}
      />
      {stays && stays !== why && <p className={classes.reason}>{stays}</p>}
      <Away form={form} state={state} />
    </fieldset>
  );
}

/** The portal's task types, and what somebody is certified for that the portal no longer has. */
function Certified({ form, state }: Omit<TermsFieldsProps, 'side'>) {
  const { t } = useLingui();
  const { taskTypes } = state.standing.settings;
  const { draft, change, began } = form;
  const gone = began.certified.filter((code) => !taskTypes.some((type) => type.code === code));
  const offered = [...taskTypes, ...gone.map((code) => ({ code, name: code }))];
  return (
    <Checkbox.Group
      label={t`Certified task types`}
      value={[...draft.certified]}
      onChange={(certified) => change({ certified })}
    >
      <div className={classes.types}>
        {offered.map(({ code, name }) => (
          <Checkbox key={code} value={code} label={name} disabled={form.refusals.terms !== null} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** Away until ticked off again, with who gets the notices meanwhile. */
function Away({ form, state }: Omit<TermsFieldsProps, 'side'>) {
  const { t } = useLingui();
  const { draft, change, began, refusals } = form;
  const { directory } = state;
  const asked = { directory, member: { ...began, member: began.id } };
  const held = refusals.away !== null;
  return (
    <>
      <Checkbox
        label={t`Away`}
        description={t`A deputy gets the notices meanwhile, but no rights and no role.`}
        checked={draft.away}
        disabled={held}
        onChange={(event) => change({ away: event.currentTarget.checked })}
      />
      {draft.away && (
        <Select
          label={t`Deputy`}
          data={directory.members
            // The company first: each question goes through all members of the portal.
            .filter(
              ({ id, company }) =>
                company === began.company && (id === began.away?.deputy || unfitDeputy(asked, id) === null),
            )
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.deputy}
          searchable
          limit={100}
          readOnly={held}
          error={form.deputyTrouble}
          nothingFoundMessage={t`Nobody of that name in the company is active.`}
          onChange={(deputy) => change({ deputy })}
          className={classes.inner}
        />
      )}
    </>
  );
}
