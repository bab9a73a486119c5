import { Checkbox, Select, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { TaskKind } from '../../../shared/domain/portal/portal-settings.ts';
import { usualTaskTypes } from '../../../shared/domain/portal/usual-task-types.ts';
import type { StepProps } from './operator-step.tsx';
import type { SetUpDraft } from './set-up-draft.ts';
import classes from './set-up.module.css';

const currencies = Intl.supportedValuesOf('currency');
const timeZones = Intl.supportedValuesOf('timeZone');
/** So many of them are shown at once; typing finds the others. */
const shown = 60;
const kinds: readonly TaskKind[] = ['inspection', 'first-aid', 'project-management', 'repair'];

/** The portal: whose it is, what is paid in, which works it orders. */
export function PortalStep({ draft, onChange, faults }: StepProps) {
  const { t } = useLingui();
  const { portal } = draft;
  const set = (change: Partial<SetUpDraft['portal']>) => onChange({ ...draft, portal: { ...portal, ...change } });
  return (
    <div className={classes.fields}>
      <TextInput
        label={t`Insurer`}
        description={t`The portal is called like it.`}
        value={portal.insurer}
        error={faults['portal.insurer']}
        onChange={(event) => set({ insurer: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <Select
          label={t`Currency`}
          data={withOwn(currencies, portal.currency)}
          searchable
          allowDeselect={false}
          limit={shown}
          value={portal.currency}
          error={faults['portal.currency']}
          onChange={(currency) => currency && set({ currency })}
        />
        <Select
          label={t`Time zone`}
          data={withOwn(timeZones, portal.timeZone)}
          searchable
          allowDeselect={false}
          limit={shown}
          value={portal.timeZone}
          error={faults['portal.timeZone']}
          onChange={(timeZone) => timeZone && set({ timeZone })}
        />
      </div>
      <TextInput
        label={t`Approval limit of an External case handler`}
        description={t`How much of a case an External case handler approves without the insurer. For single people it can be set higher or lower later.`}
        inputMode="decimal"
        rightSection={<span className={classes.unit}>{portal.currency}</span>}
        rightSectionWidth={56}
        value={portal.limit}
        error={faults['portal.limit']}
        onChange={(event) => set({ limit: event.currentTarget.value })}
      />
      <TaskTypes
        chosen={portal.taskTypes}
        error={faults['portal.taskTypes']}
        onChange={(taskTypes) => set({ taskTypes })}
      />
    </div>
  );
}

/** What the computer names stays to be chosen, also where its list has it by another name. */
function withOwn(list: readonly string[], own: string): string[] {
  return list.includes(own) ? [...list] : [own, ...list];
}

interface TaskTypesProps {
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (chosen: string[]) => void;
}

function TaskTypes({ chosen, error, onChange }: TaskTypesProps) {
  const { t } = useLingui();
  const words: Readonly<Record<TaskKind, string>> = {
    inspection: t`Inspection`,
    'first-aid': t`First aid`,
    'project-management': t`Project management`,
    repair: t`Repair`,
  };
  return (
    <Checkbox.Group label={t`Kinds of work that cases can have`} error={error} value={[...chosen]} onChange={onChange}>
      <div className={classes.works}>
        {kinds.map((kind) => (
          <div key={kind} className={classes.kind}>
            <span className={classes.small}>{words[kind]}</span>
            {usualTaskTypes
              .filter((type) => type.kind === kind)
              .map(({ code, name }) => (
                <Checkbox key={code} value={code} label={name} size="xs" />
              ))}
          </div>
        ))}
      </div>
      <p className={classes.small}>
        <Trans>Their names are taken over as they stand here.</Trans>
      </p>
    </Checkbox.Group>
  );
}
