import { Checkbox, Select, Switch, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { PortalState } from '../../offline/offline-desk.ts';
import { levelText, levelWords } from '../../words/level-words.ts';
import type { Level } from '../../../shared/domain/member/standing.ts';
import { companiesFor, levelsFor } from './invite-draft.ts';
import classes from './invitation.module.css';
import type { useInviteForm } from './use-invite-form.ts';

interface InviteFieldsProps {
  readonly state: PortalState;
  readonly form: ReturnType<typeof useInviteForm>;
}

/** Who it is, where, and what he or she may do there. */
export function InviteFields({ state, form }: InviteFieldsProps) {
  const { t } = useLingui();
  const { draft, change, fault } = form;
  const toggle = (code: string, on: boolean) =>
    change({ certified: on ? [...draft.certified, code] : draft.certified.filter((each) => each !== code) });
  return (
    <>
      <TextInput
        label={t`Name`}
        data-autofocus
        required
        maxLength={200}
        value={draft.name}
        error={fault === 'name' ? t`Enter the name.` : null}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t`E-mail`}
        type="email"
        required
        maxLength={200}
        value={draft.email}
        error={fault === 'email' ? t`Check the e-mail address.` : null}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
      <WhereFields state={state} form={form} />
      <fieldset className={classes.group}>
        <legend>
          <Trans>Certified for</Trans>
        </legend>
        <div className={classes.ticks}>
          {state.standing.settings.taskTypes.map(({ code, name }) => (
            <Checkbox
              key={code}
              label={name}
              checked={draft.certified.includes(code)}
              onChange={(event) => toggle(code, event.currentTarget.checked)}
            />
          ))}
        </div>
      </fieldset>
      <Switch
        label={t`May see and enter budgets`}
        checked={draft.budgetPermission}
        onChange={(event) => change({ budgetPermission: event.currentTarget.checked })}
      />
    </>
  );
}

function WhereFields({ state, form }: InviteFieldsProps) {
  const { t, i18n } = useLingui();
  const { draft, change, fault } = form;
  const { standing, directory } = state;
  const companies = companiesFor(state, i18n.locale);
  const side = companies.find(({ id }) => id === draft.company)?.side ?? 'partner';
  const levels = levelsFor(state, draft.company);
  const offices = directory.offices.filter(({ company }) => company === draft.company);
  return (
    <>
      {standing.side !== 'partner' && (
        <Select
          label={t`Company`}
          required
          searchable
          value={draft.company}
          error={fault === 'company' ? t`Choose a company.` : null}
          onChange={(company) => change({ company, office: null, level: 1 })}
          data={companies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        label={t`Office`}
        clearable
        searchable
        placeholder={t`None`}
        value={draft.office}
        onChange={(office) => change({ office })}
        data={offices.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label={t`Authority level`}
        description={levelWords(draft.level, side).meaning}
        allowDeselect={false}
        value={String(draft.level)}
        onChange={(value) => change({ level: levels.find((level) => String(level) === value) ?? draft.level })}
        data={levels.map((level: Level) => ({ value: String(level), label: levelText(level, side) }))}
      />
    </>
  );
}
