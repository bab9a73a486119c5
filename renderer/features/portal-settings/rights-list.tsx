import { Checkbox } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { dependsWords, inertWords } from '../../words/right-notes.ts';
import { rightWords } from '../../words/right-words.ts';
import { rightsInUse } from '../../../shared/domain/command-book.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import { inertReason } from '../../../shared/domain/rights/right-facts.ts';
import { rights, type Right } from '../../../shared/domain/rights/rights.ts';
import classes from './portal-settings.module.css';

interface RightsListProps {
  readonly standing: Standing;
  readonly given: readonly Right[];
  /** null while they are only read. */
  readonly onChange: ((given: readonly Right[]) => void) | null;
}

/** The sixteen rights in their order: label, what it does here, what it depends on, and whether it is given. */
export function RightsList({ standing, given, onChange }: RightsListProps) {
  return (
    <ul className={classes.rights}>
      {rights.map((right) => {
        const on = given.includes(right);
        const toggle = (ticked: boolean) =>
          onChange?.(rights.filter((each) => (each === right ? ticked : given.includes(each))));
        return (
          <li key={right} className={classes.right} data-given={on}>
            {onChange ? (
              <Checkbox
                label={rightWords(right).label}
                description={<RightText right={right} given={given} standing={standing} />}
                checked={on}
                onChange={(event) => toggle(event.currentTarget.checked)}
              />
            ) : (
              <ReadRight right={right} given={given} standing={standing} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface RightProps {
  readonly right: Right;
  readonly given: readonly Right[];
  readonly standing: Standing;
}

function ReadRight(props: RightProps) {
  const on = props.given.includes(props.right);
  const Sign = on ? IconCheck : IconMinus;
  return (
    <>
      <Sign size={16} aria-hidden className={classes.sign} />
      <div>
        <span className={classes.label}>{rightWords(props.right).label}</span>{' '}
        <span className={classes.state}>{on ? <Trans>given</Trans> : <Trans>not given</Trans>}</span>
        <RightText {...props} />
      </div>
    </>
  );
}

function RightText({ right, given, standing }: RightProps) {
  const { explanation, note } = rightWords(right);
  const inert = inertReason(right, given, standing.settings);
  const notes = [
    ...(note ? [note] : []),
    ...dependsWords(right),
    ...(inert ? [inertWords(inert, standing.portalName)] : []),
  ];
  return (
    <span className={classes.text}>
      <span>{explanation}</span>
      {notes.length > 0 && <span className={classes.note}>{notes.join(' ')}</span>}
      {!rightsInUse.includes(right) && (
        <span className={classes.later}>
          <Trans>Not yet in this version</Trans>
        </span>
      )}
    </span>
  );
}
