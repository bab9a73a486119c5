import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { emptyPerson, type PersonDraft } from './set-up-draft.ts';
import type { Faults } from './set-up-faults.ts';
import classes from './set-up.module.css';
import { levelText } from '../../words/level-words.ts';

const levels = [1, 2, 3, 4] as const;

interface PeopleLinesProps {
  /** Of the company in the draft. */
  readonly path: string;
  readonly people: PersonDraft[];
  readonly faults: Faults;
  readonly onChange: (people: PersonDraft[]) => void;
}

/** One line a person: who, how far up, and whether he or she may have the role. */
export function PeopleLines({ path, people, faults, onChange }: PeopleLinesProps) {
  const fault = faults[`${path}.people`];
  return (
    <div className={classes.people}>
      <div className={classes.head} aria-hidden>
        <span>
          <Trans>Name</Trans>
        </span>
        <span>
          <Trans>E-mail address</Trans>
        </span>
        <span>
          <Trans>Level</Trans>
        </span>
        <span>
          <Trans>External case handler</Trans>
        </span>
      </div>
      {people.map((person, at) => (
        <PersonLine
          // Lines are only ever added at the end.
          key={at}
          number={at + 1}
          person={person}
          faults={faults}
          path={`${path}.people.${at}`}
          onChange={(changed) => onChange(people.with(at, changed))}
        />
      ))}
      {fault && (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      )}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...people, emptyPerson])}
        >
          <Trans>Add a person</Trans>
        </Button>
      </div>
    </div>
  );
}

interface PersonLineProps {
  readonly number: number;
  readonly person: PersonDraft;
  readonly faults: Faults;
  readonly path: string;
  readonly onChange: (person: PersonDraft) => void;
}

function PersonLine({ number, person, faults, path, onChange }: PersonLineProps) {
  const { t } = useLingui();
  return (
    <div className={classes.line} role="group" aria-label={t`Person ${number}`}>
      <TextInput
        aria-label={t`Name of person ${number}`}
        placeholder={t`Name`}
        value={person.name}
        error={faults[`${path}.name`]}
        onChange={(event) => onChange({ ...person, name: event.currentTarget.value })}
      />
      <TextInput
        aria-label={t`E-mail address of person ${number}`}
        placeholder={t`E-mail address`}
        value={person.email}
        error={faults[`${path}.email`]}
        onChange={(event) => onChange({ ...person, email: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={t`Level of person ${number}`}
        data={levels.map((level) => ({ value: String(level), label: levelText(level, 'partner') }))}
        value={person.level}
        onChange={(event) => onChange({ ...person, level: event.currentTarget.value })}
      />
      <Checkbox
        aria-label={t`May have the role: person ${number}`}
        label={<Trans>May have the role</Trans>}
        size="xs"
        checked={person.marked}
        onChange={(event) => onChange({ ...person, marked: event.currentTarget.checked })}
      />
    </div>
  );
}
