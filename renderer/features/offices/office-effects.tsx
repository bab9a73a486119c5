import { Plural, Trans } from '@lingui/react/macro';
import { useOffline } from '../../bindings/use-offline.ts';
import type { OfflineState } from '../../offline/offline-desk.ts';
import { officeEffect } from '../../../shared/domain/office/change-effect.ts';
import type { ChangeOffice } from '../../../shared/domain/office/change-office.ts';
import type { ListedOffice } from './listed-offices.ts';
import { effectWords } from './office-change-words.ts';
import classes from './offices.module.css';

interface OfficeEffectsProps {
  readonly listed: ListedOffice;
  readonly input: ChangeOffice;
}

/** What saving will do, and what stays as it is: an office's settings count for new assignments only. */
export function OfficeEffects({ listed, input }: OfficeEffectsProps) {
  const { office, state } = listed;
  const held = useOffline(({ rows }) => casesHeld(rows, listed));
  const effect = officeEffect(state.directory, office, input);
  const lines = effectWords(effect, input, state.standing.settings);
  return (
    <div role="status">
      {lines.length > 0 && (
        <ul className={classes.effects}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>
            {held === 0 ? (
              <Trans>No open case that you see has a task or the role at this office.</Trans>
            ) : (
              <Plural
                value={held}
                one="Tasks and the role that it has stay with it, in # open case that you see."
                other="Tasks and roles that it has stay with it, in # open cases that you see."
              />
            )}
          </li>
        </ul>
      )}
    </div>
  );
}

function casesHeld(rows: OfflineState['rows'], { office, state }: ListedOffice): number {
  return rows.filter(
    ({ row }) =>
      row.portal === state.portal &&
      row.state === 'open' &&
      (row.role?.office === office.id || row.tasks.some((task) => task.office === office.id)),
  ).length;
}
