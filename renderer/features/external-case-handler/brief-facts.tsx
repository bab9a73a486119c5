import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { kilometresBetween } from '../../../shared/domain/office/nearest-offices.ts';
import { kilometresText, listText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { TargetBadge, useCaseView } from '../case/frame.ts';
import classes from './role-dialog.module.css';

/** What can be known of a case before its role has a user, to pick one by: what work, how far, until when, how many budgets. */
export function BriefFacts({ withTarget = false }: { readonly withTarget?: boolean }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { brief, role, site } = open.content.case;
  if (!brief || !role || role.user) return null;
  const { settings } = open.standing;
  const office = open.directory.offices.find(({ id }) => id === role.office);
  const kilometres = kilometresBetween(site.position, office?.position ?? null);
  const { officeName } = role;
  return (
    <dl className={classes.brief} aria-label={t`What is known of the case`}>
      <div>
        <dt>
          <Trans>Tasks</Trans>
        </dt>
        <dd>{brief.taskTypes.length === 0 ? <Trans>None yet</Trans> : listText(counted(brief.taskTypes, settings))}</dd>
      </div>
      <div>
        <dt>
          <Trans>Distance from {officeName}</Trans>
        </dt>
        <dd>{kilometres === null ? <Trans>not known</Trans> : kilometresText(kilometres)}</dd>
      </div>
      <div>
        <dt>
          <Trans>Budgets that wait for a decision</Trans>
        </dt>
        <dd>
          <Plural value={brief.openBudgets} _0="None" one="# budget" other="# budgets" />
        </dd>
      </div>
      {withTarget && role.target && (
        <div>
          <dt>
            <Trans>To be assigned</Trans>
          </dt>
          <dd>
            <TargetBadge target={role.target} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** `Drying (2)`, `Painting`: each type once, in the order of the tasks. */
function counted(types: readonly string[], settings: Parameters<typeof taskTypeName>[1]): readonly string[] {
  return [...new Set(types)].map((type) => {
    const count = types.filter((each) => each === type).length;
    const name = taskTypeName(type, settings);
    return count === 1 ? name : `${name} (${count})`;
  });
}
